// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/sources/takenstream.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// What is near to a format: lines, tables and lists as people and tools make them.
class tst_Recognition : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void wordInFrontOfAnEvent_data();
    void wordInFrontOfAnEvent();
    void prettyCellsAreRead_data();
    void prettyCellsAreRead();
    void deepestWrappersAreTold();
    void messageOfBytesIsRead();
    void entryWithoutItsNamesIsTold_data();
    void entryWithoutItsNamesIsTold();
    void neighboursOfTheLogAreNamed_data();
    void neighboursOfTheLogAreNamed();
    void oneBehindTheOtherIsRead_data();
    void oneBehindTheOtherIsRead();
};

void tst_Recognition::wordInFrontOfAnEvent_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("format");
    QTest::addColumn<QString>("node");
    const auto row = [](const char *name, const QString &before, const QString &format,
                        const QString &node = {}) {
        QTest::newRow(name) << before << format << node;
    };
    row("a host", u"master-0 "_s, u"node-logs"_s, u"master-0"_s);
    row("a domain", u"cp1.example.internal "_s, u"node-logs"_s, u"cp1.example.internal"_s);
    row("a level", u"INFO "_s, u"text-prefix"_s);
    row("a word", u"audit "_s, u"text-prefix"_s);
    row("two blanks", u"master-0  "_s, u"text-prefix"_s);
    row("a tab", u"master-0\t"_s, u"text-prefix"_s);
    row("a row's number", u"17\t"_s, u"text-prefix"_s);
    row("an address", u"10.0.0.7 "_s, u"text-prefix"_s);
    row("a date", u"2026-03-14 "_s, u"text-prefix"_s);
    row("seconds", u"1773454500 "_s, u"text-prefix"_s);
    row("seconds with a fraction", u"1773454500.125 "_s, u"text-prefix"_s);
    row("milliseconds", u"1773454500125 "_s, u"cloudwatch-s3-export"_s);
    row("a time", u"2026-03-14T02:15:00.125Z "_s, u"cloudwatch-s3-export"_s);
}

void tst_Recognition::wordInFrontOfAnEvent()
{
    QFETCH(const QString, before);
    QFETCH(const QString, format);
    QFETCH(const QString, node);
    const Taken taken = take((before + originals().first() + u'\n').toStdString());
    QCOMPARE(taken.events, originals().first(1));
    QCOMPARE(QString::fromStdString(taken.formats.begin()->first), format);
    QCOMPARE(taken.nodes, node.isEmpty() ? QStringList() : QStringList{node});
}

void tst_Recognition::prettyCellsAreRead_data()
{
    QTest::addColumn<QString>("head");
    QTest::addColumn<QString>("row"); // %1 is the event's cell
    QTest::newRow("last column") << u"time,note,event\r\n"_s << u"2026,n,%1\r\n"_s;
    QTest::newRow("first column") << u"event,time\r\n"_s << u"%1,2026\r\n"_s;
    QTest::newRow("one column") << u"event\n"_s << u"%1\n"_s;
    QTest::newRow("semicolons") << u"time;event\n"_s << u"2026;%1\n"_s;
    QTest::newRow("semicolons, first column") << u"event;time\n"_s << u"%1;2026\n"_s;
    QTest::newRow("tabs") << u"event\ttime\n"_s << u"%1\t2026\n"_s;
    QTest::newRow("all quoted") << u"\"time\",\"event\"\n"_s << u"\"2026\",%1\n"_s;
    QTest::newRow("byte order mark") << u"\ufefftime,event\n"_s << u"2026,%1\n"_s;
    QTest::newRow("text of lines before it")
        << u"note,event\n"_s << u"\"a \"\"quoted\"\"\nline, two\r\n{\"\"x\"\":1}\",%1\n"_s;
}

void tst_Recognition::prettyCellsAreRead()
{
    QFETCH(const QString, head);
    QFETCH(const QString, row);
    QString table = head;
    for (const QString &event : originals()) {
        const QByteArray pretty = QJsonDocument::fromJson(event.toUtf8()).toJson();
        table += row.arg(u'"' + QString::fromUtf8(pretty).replace(u'"', u"\"\""_s) + u'"');
    }
    for (const std::size_t piece : {std::size_t{1}, std::size_t{4096}}) {
        const Taken taken = take(table.toStdString(), piece);
        QCOMPARE(taken.events.size(), originals().size());
        QCOMPARE(taken.formats.begin()->first, "json-column");
        QCOMPARE(taken.rejected, QStringList());
        QCOMPARE(taken.stream, table.toStdString());
    }
}

void tst_Recognition::deepestWrappersAreTold()
{
    QByteArray record = originals().first().toUtf8();
    for (int wrappers = 1; wrappers <= 6; ++wrappers) {
        const QJsonObject outer{{u"log"_s, QString::fromUtf8(record)}};
        record = QJsonDocument(outer).toJson(QJsonDocument::Compact);
        const Taken taken = take(record.toStdString() + '\n');
        QCOMPARE(taken.events.size() + taken.rejected.size(), 1); // never lost in silence
        QCOMPARE(taken.events.size(), wrappers <= 4 ? 1 : 0);
    }
}

void tst_Recognition::messageOfBytesIsRead()
{
    const QString event = originals().first();
    QStringList bytes;
    for (const char byte : event.toUtf8()) {
        bytes << QString::number(static_cast<unsigned char>(byte));
    }
    const QString entry =
        uR"({"__CURSOR":"s","_HOSTNAME":"n1","MESSAGE":[ %1 ]})"_s.arg(bytes.join(u", "_s));
    const Taken taken = take(entry.toStdString());
    QCOMPARE(taken.events, QStringList{event});
    QCOMPARE(taken.nodes, QStringList{u"n1"_s});
    QCOMPARE(take(R"({"__CURSOR":"s","MESSAGE":[1,300]})").events, QStringList());
}

void tst_Recognition::entryWithoutItsNamesIsTold_data()
{
    QTest::addColumn<QByteArray>("entry");
    QTest::addColumn<QString>("reason");
    QTest::newRow("no method") << QByteArray(
        R"({"protoPayload":{"@type":"type.googleapis.com/google.cloud.audit.AuditLog",)"
        R"("serviceName":"k8s.io"}})")
                               << u"an audit log entry without methodName"_s;
    QTest::newRow("no service") << QByteArray(
        R"({"protoPayload":{"methodName":"com.example.v1.things.get"}})")
                                << u"an audit log entry without serviceName"_s;
    QTest::newRow("a cut document")
        << QByteArray("insertId: i\nprotoPayload:\n  methodName: com.example.v1.things.get\n")
        << u"an audit log entry without serviceName"_s;
    QTest::newRow("another log") << QByteArray(R"({"protoPayload":{"@type":"x.RequestLog"}})")
                                 << QString();
}

void tst_Recognition::entryWithoutItsNamesIsTold()
{
    QFETCH(const QByteArray, entry);
    QFETCH(const QString, reason);
    const Taken taken = take(entry.toStdString());
    QCOMPARE(taken.rejected, reason.isEmpty() ? QStringList() : QStringList{reason});
}

void tst_Recognition::neighboursOfTheLogAreNamed_data()
{
    QTest::addColumn<QByteArray>("line");
    QTest::addColumn<QByteArray>("kind");
    QTest::newRow("authenticator")
        << QByteArray("2023-06-12T13:30:25.000Z time=\"2023-06-12T13:30:25Z\" level=info "
                      "msg=\"access granted\" arn=\"arn:aws:iam::123456789012:role/dev\"")
        << QByteArray("EKS authenticator");
    QTest::newRow("a scheduler in an export to S3")
        << QByteArray("2023-06-12T13:30:25.000Z I0612 13:30:25.000000       1 file.go:1] text")
        << QByteArray("klog");
    const QByteArray cut = R"(","timestamp":1,"message":"{\"level\":\"info\"}","eventId":"1"}]})";
    QTest::newRow("JSON of the authenticator")
        << R"({"events":[{"logStreamName":"authenticator-71976ca11bea5d3083393f7d32dab75b)" + cut
        << QByteArray("EKS authenticator");
    QTest::newRow("the API server's own log")
        << R"({"events":[{"logStreamName":"kube-apiserver-71976ca11bea5d3083393f7d32dab75b)" + cut
        << QByteArray("EKS kube-apiserver");
    QTest::newRow("a neighbour's line of a tail")
        << QByteArray("2023-06-12T13:30:25.000Z kube-scheduler-71976ca11bea5d30 any text")
        << QByteArray("EKS kube-scheduler");
    QTest::newRow("export test") << QByteArray("Permission Check Successful")
                                 << QByteArray("CloudWatch export test");
    QTest::newRow("text") << QByteArray("level=info arn=\"x\"") << QByteArray("text");
}

void tst_Recognition::neighboursOfTheLogAreNamed()
{
    QFETCH(const QByteArray, line);
    QFETCH(const QByteArray, kind);
    const Taken taken = take(line.toStdString());
    QCOMPARE(taken.other.size(), 1U);
    QCOMPARE(QByteArray::fromStdString(taken.other.begin()->first), kind);
}

void tst_Recognition::oneBehindTheOtherIsRead_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    const QString table = u"/logs-insights/results.csv"_s;
    QTest::newRow("lines of a container behind a table") << table << u"/cri/whole.log"_s;
    QTest::newRow("lines of a node behind a table") << table << u"/node-logs/oc.log"_s;
    QTest::newRow("wrapped JSON behind a table") << table << u"/docker-json/whole.log"_s;
    QTest::newRow("a table behind lines") << u"/cri/whole.log"_s << table;
    QTest::newRow("YAML behind a log")
        << u"/events.jsonl"_s << u"/gcloud-yaml+gke-log-entry/gcloud.yaml"_s;
}

void tst_Recognition::oneBehindTheOtherIsRead()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    const std::string before = contentOf(formatCorpus() + first);
    const std::string behind = contentOf(formatCorpus() + second);
    const Taken taken = take(before + behind);
    QCOMPARE(taken.rejected, QStringList());
    QCOMPARE(taken.events, take(before).events + take(behind).events);
    QCOMPARE(taken.stream, before + behind);
}

QTEST_GUILESS_MAIN(tst_Recognition)
#include "tst_recognition.moc"
