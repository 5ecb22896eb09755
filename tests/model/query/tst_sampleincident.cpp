// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventquery.h"
#include "tests/model/casefile/casetesting.h"

#include <QSet>

#include <yaml-cpp/yaml.h>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// The sample incident answers the questions that its answers.yaml asks.
class tst_SampleIncident : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void conditionSelectsTheAnswer_data();
    void conditionSelectsTheAnswer();
    void allStagesOccur();

private:
    QTemporaryDir m_folder;
    QString m_case;
};

void tst_SampleIncident::initTestCase()
{
    m_case = m_folder.filePath(u"sample.auditcase"_s);
    const QDir sample(QStringLiteral(AUDITLOUPE_SAMPLE));
    QStringList logs;
    for (const QString &name : sample.entryList({u"audit*.log"_s, u"audit*.log.gz"_s})) {
        logs.append(sample.filePath(name));
    }
    QCOMPARE(logs.size(), 3);
    const auto report = importLogs({.casePath = m_case, .inputs = logs}, {});
    VERIFY_OK(report);
    QCOMPARE(report->rejected + report->salvaged + report->duplicates, 0);
}

void tst_SampleIncident::conditionSelectsTheAnswer_data()
{
    QTest::addColumn<QString>("where");
    QTest::addColumn<QSet<QString>>("auditIds");
    const YAML::Node answers = YAML::LoadFile(AUDITLOUPE_SAMPLE "/answers.yaml");
    for (const YAML::Node &answer : answers) {
        if (!answer["where"]) {
            continue; // only a body tells
        }
        QSet<QString> ids;
        for (const YAML::Node &id : answer["auditIDs"]) {
            ids.insert(QString::fromStdString(id.as<std::string>()));
        }
        QTest::addRow("%s", answer["id"].as<std::string>().c_str())
            << QString::fromStdString(answer["where"].as<std::string>()) << ids;
    }
}

void tst_SampleIncident::conditionSelectsTheAnswer()
{
    QFETCH(QString, where);
    QFETCH(QSet<QString>, auditIds);
    const Result<Filter> filter = parseFilter(where);
    VERIFY_OK(filter);
    CaseReader reader = std::move(CaseReader::open(m_case).value());
    std::vector<EventId> ids;
    VERIFY_OK(selectEvents(reader, *filter, {}, {}, [&](std::span<const EventId> found) {
        ids.insert(ids.end(), found.begin(), found.end());
        return true;
    }));
    const auto rows = reader.rows(ids);
    VERIFY_OK(rows);
    QSet<QString> found;
    for (const EventRow &row : *rows) {
        found.insert(QString::fromStdString(row.auditId.value_or("")));
    }
    QCOMPARE(found, auditIds);
    QCOMPARE_GT(auditIds.size(), 0);
}

void tst_SampleIncident::allStagesOccur()
{
    CaseReader reader = std::move(CaseReader::open(m_case).value());
    const Field *stage = findField("stage");
    const auto groups = countBy(reader, {}, std::span(&stage, 1), {});
    VERIFY_OK(groups);
    QCOMPARE(groups->size(), 4U);
}

QTEST_GUILESS_MAIN(tst_SampleIncident)
#include "tst_sampleincident.moc"
