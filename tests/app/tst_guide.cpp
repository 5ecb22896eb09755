// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/filter.h"
#include "model/query/noise.h"
#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// The pages of resources/guide say what the program says. Their tables are printed on a failure.
class tst_Guide : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryFormat();
    void listsEveryFieldOfGke();
    void otherTablesAreNoAnswer();
    void listsEveryFieldOfConditions();
    void listsEveryQuestion();
    void listsEveryViewOfSql();
    void examplesAreConditions();
    void saysWhatNoiseIs();

private:
    QList<QJsonObject> rows(const QStringList &arguments);
    static QString table(const QStringList &titles, const QStringList &keys,
                         const QList<QJsonObject> &rows);
    static QString guide(const QString &page);

    QTemporaryDir m_cache;
};

QList<QJsonObject> tst_Guide::rows(const QStringList &arguments)
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

QString tst_Guide::table(const QStringList &titles, const QStringList &keys,
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

QString tst_Guide::guide(const QString &page)
{
    QFile file(QStringLiteral(AUDITLOUPE_SAMPLE "/../guide/") + page);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

void tst_Guide::listsEveryFormat()
{
    const QList<QJsonObject> formats = rows({u"formats"_s});
    QVERIFY(formats.size() > 20);
    const QString expected =
        table({u"format"_s, u"what"_s}, {u"format"_s, u"description"_s}, formats);
    QVERIFY2(guide(u"formats.md"_s).contains(expected), qPrintable(expected));
}

void tst_Guide::listsEveryFieldOfGke()
{
    const QList<QJsonObject> fields = rows({u"formats"_s, u"gke"_s});
    QVERIFY(fields.size() > 20);
    const QString expected =
        table({u"field of the event"_s, u"from the LogEntry"_s, u"how"_s, u"remark"_s},
              {u"event"_s, u"entry"_s, u"origin"_s, u"remark"_s}, fields);
    QVERIFY2(guide(u"formats.md"_s).contains(expected), qPrintable(expected));
}

void tst_Guide::otherTablesAreNoAnswer()
{
    QCOMPARE(runProgram({u"formats"_s, u"cri"_s}, m_cache.path()).status, 2);
}

void tst_Guide::listsEveryFieldOfConditions()
{
    QList<QJsonObject> fields;
    QList<QJsonObject> falco;
    for (const QJsonObject &row : rows({u"fields"_s})) {
        (row[u"explanation"_s].isNull() ? falco : fields) << row;
    }
    QVERIFY(fields.size() > 50 && falco.size() > 20);
    const QString expected = table({u"field"_s, u"short"_s, u"Falco"_s, u"kind"_s, u"place"_s,
                                    u"from level"_s, u"from stage"_s, u"never in"_s, u"what"_s},
                                   {u"field"_s, u"short"_s, u"falco"_s, u"type"_s, u"place"_s,
                                    u"level"_s, u"stage"_s, u"never_in"_s, u"explanation"_s},
                                   fields);
    QVERIFY2(guide(u"conditions.md"_s).contains(expected), qPrintable(expected));
    const QString paths = table({u"Falco"_s, u"path"_s}, {u"falco"_s, u"field"_s}, falco);
    QVERIFY2(guide(u"conditions.md"_s).contains(paths), qPrintable(paths));
}

void tst_Guide::listsEveryQuestion()
{
    const QList<QJsonObject> questions = rows({u"questions"_s});
    QVERIFY(questions.size() > 15);
    QString expected;
    for (const QJsonObject &row : questions) {
        const QString remark = row[u"remark"_s].toString();
        expected += u"- **"_s + row[u"question"_s].toString() + u"**"_s
            + (remark.isEmpty() ? QString() : u' ' + remark) + u"\n  `"_s
            + row[u"condition"_s].toString() + u"`\n"_s;
    }
    QVERIFY2(guide(u"questions.md"_s).contains(expected), qPrintable(expected));
}

void tst_Guide::listsEveryViewOfSql()
{
    const QList<QJsonObject> columns = rows({u"sql"_s, u"--views"_s});
    QVERIFY(columns.size() > 60);
    const QString expected = table({u"view"_s, u"column"_s, u"what"_s},
                                   {u"view"_s, u"column"_s, u"explanation"_s}, columns);
    QVERIFY2(guide(u"sql.md"_s).contains(expected), qPrintable(expected));
}

/// Every indented line of the page is one.
void tst_Guide::examplesAreConditions()
{
    int examples = 0;
    for (const QString &line : guide(u"conditions.md"_s).split(u'\n')) {
        if (line.startsWith(u"    "_s)) {
            const auto filter = auditloupe::parseFilter(line);
            QVERIFY2(filter,
                     qPrintable(line + u'\n' + (filter ? QString() : filter.error().message)));
            ++examples;
        }
    }
    QVERIFY(examples > 10);
}

void tst_Guide::saysWhatNoiseIs()
{
    const QString noise = QString::fromUtf8(auditloupe::noiseText());
    QVERIFY2(guide(u"conditions.md"_s).contains(u"    "_s + noise + u'\n'), qPrintable(noise));
}

QTEST_GUILESS_MAIN(tst_Guide)
#include "tst_guide.moc"
