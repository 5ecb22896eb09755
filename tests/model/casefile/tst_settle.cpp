// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/model/import/interruptedcase.h"

#include <algorithm>
#include <array>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// Requests as no API server makes them.
class tst_Settle : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void oneRequestOfManyStagesHasOneLast();
    void copiesWithinOneRequestAreMerged();
    void cutCopyContradictsOnlyWhatItHasWhole_data();
    void cutCopyContradictsOnlyWhatItHasWhole();
    void settlingOneRequestCanBeCancelled();

private:
    static std::string stageLine(int n);
    static std::string stageLines(int from, int to);
    QString casePath() const { return m_folder->filePath(u"c.auditcase"_s); }
    static std::vector<EventId> lastOnes(CaseReader &reader, std::uint32_t events);

    std::unique_ptr<QTemporaryDir> m_folder;
};

/// Event n of the one request: four stages in turn, each at a time of its own.
std::string tst_Settle::stageLine(int n)
{
    constexpr std::array Stages{"RequestReceived", "ResponseStarted", "ResponseComplete", "Panic"};
    std::string line = auditLine(0, Stages.at(static_cast<std::size_t>(n) % Stages.size()));
    const std::size_t time = line.find("02:42:");
    const std::string number = std::to_string(1'000'000 + n).substr(1);
    return line.replace(time, std::string_view("02:42:10.000000").size(), "02:42:10." + number);
}

std::string tst_Settle::stageLines(int from, int to)
{
    std::string lines;
    for (int n = from; n < to; ++n) {
        lines += stageLine(n) + '\n';
    }
    return lines;
}

std::vector<EventId> tst_Settle::lastOnes(CaseReader &reader, std::uint32_t events)
{
    std::vector<EventId> ids(events);
    std::ranges::generate(ids, [id = 0U]() mutable { return EventId{++id}; });
    std::vector<EventId> last;
    const auto rows = reader.rows(ids);
    for (const EventRow &row : rows ? *rows : std::vector<EventRow>()) {
        if (row.last) {
            last.push_back(row.id);
        }
    }
    return last;
}

void tst_Settle::oneRequestOfManyStagesHasOneLast()
{
    const QString log = writeFile(*m_folder, u"audit.log"_s, stageLines(0, 50'000));
    const auto report = importLogs({.casePath = casePath(), .inputs = {log}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 50'000);
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QCOMPARE(reader.summary()->requests, 1);
    QCOMPARE(lastOnes(reader, 50'000), std::vector<EventId>{EventId{50'000}});
}

void tst_Settle::copiesWithinOneRequestAreMerged()
{
    const QString first = writeFile(*m_folder, u"1.log"_s, stageLines(0, 3'000));
    const QString second = writeFile(*m_folder, u"2.log"_s, stageLines(2'000, 5'000));
    const auto report = importLogs({.casePath = casePath(), .inputs = {first, second}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 5'000);
    QCOMPARE(report->duplicates, 1'000);
    QCOMPARE(report->conflicts, 0);
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QCOMPARE(lastOnes(reader, 6'000), std::vector<EventId>{EventId{6'000}});
    const auto copies = reader.copiesOf(EventId{2'500});
    VERIFY_OK(copies);
    QCOMPARE(copies->size(), 1U);
    QCOMPARE(reader.copyBytes(copies->front()).value_or("").toStdString(), stageLine(2'499));
}

void tst_Settle::cutCopyContradictsOnlyWhatItHasWhole_data()
{
    QTest::addColumn<QByteArray>("cut");
    QTest::addColumn<std::int64_t>("conflicts");
    const std::string annotations = R"(,"annotations":{"a":"allow","b":"a long reason)";
    const std::string line = auditLine(1, "ResponseComplete", annotations);
    const auto row = [](const std::string &text) { return QByteArray::fromStdString(text); };
    const auto changed = [&line](std::string_view from, std::string_view to) {
        std::string other = line.substr(0, line.size() - 6);
        return QByteArray::fromStdString(other.replace(other.find(from), from.size(), to));
    };
    QTest::newRow("in an annotation") << row(line.substr(0, line.size() - 6)) << std::int64_t{0};
    QTest::newRow("between annotations")
        << row(line.substr(0, line.find(",\"b\""))) << std::int64_t{0};
    QTest::newRow("in front of them")
        << row(line.substr(0, line.find(",\"annotations"))) << std::int64_t{0};
    QTest::newRow("another user") << changed("user1", "user2") << std::int64_t{1};
    QTest::newRow("another annotation") << changed("allow", "forbid") << std::int64_t{1};
}

void tst_Settle::cutCopyContradictsOnlyWhatItHasWhole()
{
    QFETCH(const QByteArray, cut);
    QFETCH(const std::int64_t, conflicts);
    const QString whole = writeFile(
        *m_folder, u"whole.log"_s,
        auditLine(1, "ResponseComplete", R"(,"annotations":{"a":"allow","b":"a long reason"})"));
    const QString part = writeFile(*m_folder, u"cut.log"_s, cut.toStdString());
    const auto report = importLogs({.casePath = casePath(), .inputs = {whole, part}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, 1);
    QCOMPARE(report->salvaged, 1);
    QCOMPARE(report->duplicates, 1);
    QCOMPARE(report->conflicts, conflicts);
}

void tst_Settle::settlingOneRequestCanBeCancelled()
{
    const std::string lines = stageLines(0, 50'000);
    const QString log = writeFile(*m_folder, u"audit.log"_s, lines);
    const auto askedAll = [&](const QString &path) {
        int asked = 0;
        CaseWriter writer = interruptedImport(path, log, lines);
        return writer.settle([&asked] { return ++asked < 0; }) ? asked : -1;
    };
    const int all = askedAll(m_folder->filePath(u"other.auditcase"_s));
    QCOMPARE_GT(all, 50); // one request is no reason to ask but once
    CaseWriter writer = interruptedImport(casePath(), log, lines);
    int asked = 0;
    const Result<void> settled = writer.settle([&] { return ++asked >= all / 2; });
    QVERIFY(!settled);
    QCOMPARE(settled.error().code, Error::Code::Cancelled);
    QCOMPARE(asked, all / 2);
    VERIFY_OK(writer.settle([] { return false; }));
    VERIFY_OK(writer.close());
    CaseReader reader = std::move(CaseReader::open(casePath()).value());
    QCOMPARE(reader.summary()->events, 50'000);
    QCOMPARE(reader.summary()->requests, 1);
}

QTEST_GUILESS_MAIN(tst_Settle)
#include "tst_settle.moc"
