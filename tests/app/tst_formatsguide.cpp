// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// resources/guide/formats.md says what the program says. Its tables are printed on a failure.
class tst_FormatsGuide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryFormat();
    void listsEveryFieldOfGke();
    void otherTablesAreNoAnswer();

private:
    QList<QJsonObject> rows(const QStringList &arguments);
    static QString table(const QStringList &titles, const QStringList &keys,
                         const QList<QJsonObject> &rows);
    static QString guide();

    QTemporaryDir m_cache;
};

QList<QJsonObject> tst_FormatsGuide::rows(const QStringList &arguments)
{
    const ProgramRun run =
        runProgram(arguments + QStringList{u"--format"_s, u"jsonl"_s}, m_cache.path());
    QList<QJsonObject> rows;
    for (const QByteArray &line : run.output.split('\n')) {
        if (!line.isEmpty()) {
            rows << QJsonDocument::fromJson(line).object();
        }
    }
    return rows;
}

QString tst_FormatsGuide::table(const QStringList &titles, const QStringList &keys,
                                const QList<QJsonObject> &rows)
{
    QString text =
        u"| "_s + titles.join(u" | "_s) + u" |\n"_s + u"|---"_s.repeated(titles.size()) + u"|\n"_s;
    for (const QJsonObject &row : rows) {
        QStringList cells;
        for (const QString &key : keys) {
            cells << row[key].toString().replace(u'|', u"\\|"_s);
        }
        text += u"| "_s + cells.join(u" | "_s) + u" |\n"_s;
    }
    return text;
}

QString tst_FormatsGuide::guide()
{
    QFile file(QStringLiteral(AUDITLOUPE_SAMPLE "/../guide/formats.md"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void tst_FormatsGuide::listsEveryFormat()
{
    const QList<QJsonObject> formats = rows({u"formats"_s});
    QVERIFY(formats.size() > 20);
    const QString expected =
        table({u"format"_s, u"what"_s}, {u"format"_s, u"description"_s}, formats);
    QVERIFY2(guide().contains(expected), qPrintable(expected));
}

void tst_FormatsGuide::listsEveryFieldOfGke()
{
    const QList<QJsonObject> fields = rows({u"formats"_s, u"gke"_s});
    QVERIFY(fields.size() > 20);
    const QString expected =
        table({u"field of the event"_s, u"from the LogEntry"_s, u"how"_s, u"remark"_s},
              {u"event"_s, u"entry"_s, u"origin"_s, u"remark"_s}, fields);
    QVERIFY2(guide().contains(expected), qPrintable(expected));
}

void tst_FormatsGuide::otherTablesAreNoAnswer()
{
    QCOMPARE(runProgram({u"formats"_s, u"cri"_s}, m_cache.path()).status, 2);
}

QTEST_GUILESS_MAIN(tst_FormatsGuide)
#include "tst_formatsguide.moc"
