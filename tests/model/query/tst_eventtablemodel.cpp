// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/outcome.h"
#include "model/query/eventtablemodel.h"

#include <QAbstractItemModelTester>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;
using Column = EventTableModel::Column;

namespace {

std::vector<EventId> idsUpTo(int count)
{
    std::vector<EventId> ids;
    for (int i = 1; i <= count; ++i) {
        ids.push_back(static_cast<EventId>(i));
    }
    return ids;
}

EventRow sampleRow(EventId id)
{
    return {.id = id,
            .timeUs = 1'795'190'405'352'481,
            .receivedUs = 1'795'190'405'350'000,
            .level = Level::RequestResponse,
            .stage = Stage::ResponseComplete,
            .decision = Decision::Forbid,
            .flags = bit(EventFlag::Salvaged),
            .code = 403,
            .auditId = "a-1",
            .requestUri = "/api/v1/namespaces/x/pods/y/exec?command=id",
            .verb = "create",
            .username = "jane doe",
            .sourceIps = R"(["10.0.3.4","192.168.0.1"])",
            .userAgent = "kubectl/v1.31",
            .resource = "pods",
            .subresource = "exec",
            .objectNamespace = "production",
            .name = "web\nspoof",
            .last = true};
}

std::vector<EventRow> rowsFor(std::span<const EventId> ids)
{
    std::vector<EventRow> rows;
    for (const EventId id : ids) {
        rows.push_back(sampleRow(id));
    }
    return rows;
}

QString text(const EventTableModel &model, int row, Column column)
{
    return model.index(row, static_cast<int>(column)).data().toString();
}

QString conditionText(const EventTableModel &model, Column column)
{
    return model.index(0, static_cast<int>(column)).data(EventTableModel::ConditionRole).toString();
}

} // namespace

class tst_EventTableModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void asksForEachPageOnce();
    void ignoresStalePage();
    void showsCells();
    void answersMeaning();
    void givesConditionsThatCanBeRead();
    void leavesOutRowsThatAreGone();
    void droppedRequestIsAskedAgain();
    void grownPageIsAskedAgain();
    void ignoresIdsOfOlderResult();
    void findsRows();
    void timeZoneChangesTimes();
    void tokensInTextsOfTheClientAreMasked();
    void everyColumnHasATitle();
};

void tst_EventTableModel::init()
{
    // The model tester asks for pixmaps, which a program without a screen does not have.
    QTest::failOnWarning(QRegularExpression(u"^(?!Trying to construct an instance)"_s));
}

void tst_EventTableModel::asksForEachPageOnce()
{
    EventTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setResult(idsUpTo(EventTableModel::PageSize + 10));
    const QSignalSpy needed(&model, &EventTableModel::pageNeeded);
    model.setResult(idsUpTo(EventTableModel::PageSize + 10));
    for (int row = 0; row < model.rowCount(); ++row) {
        QVERIFY(!model.index(row, 0).data(EventTableModel::LoadedRole).toBool());
    }
    QCOMPARE(needed.size(), 2);
    QCOMPARE(needed.at(0).at(0).toULongLong(), model.generation());
    QCOMPARE(needed.at(1).at(1).toInt(), 1);
}

void tst_EventTableModel::ignoresStalePage()
{
    EventTableModel model;
    const quint64 old = model.setResult(idsUpTo(10));
    model.setResult(idsUpTo(10));
    model.setPage(old, 0, rowsFor(model.idsOfPage(0)));
    QVERIFY(!model.index(0, 0).data(EventTableModel::LoadedRole).toBool());
    QVERIFY(!model.loadedRow(0));
}

void tst_EventTableModel::showsCells()
{
    EventTableModel model;
    const QAbstractItemModelTester tester(&model,
                                          QAbstractItemModelTester::FailureReportingMode::QtTest);
    const quint64 generation = model.setResult(idsUpTo(3));
    model.setPage(generation, 0, rowsFor(model.idsOfPage(0)));
    QVERIFY(model.index(2, 0).data(EventTableModel::LoadedRole).toBool());
    QCOMPARE(text(model, 0, Column::Time), u"2026-11-20 16:00:05.352Z"_s);
    QCOMPARE(text(model, 0, Column::Level), u"RequestResponse"_s);
    QCOMPARE(text(model, 0, Column::Resource), u"pods/exec"_s);
    QCOMPARE(text(model, 0, Column::SourceIp), u"10.0.3.4, 192.168.0.1"_s);
    QCOMPARE(text(model, 0, Column::Code), u"403"_s);
    QVERIFY(!text(model, 0, Column::Latency).isEmpty());
    QVERIFY2(!text(model, 0, Column::Name).contains(u'\n'), "a name breaks the line");
}

void tst_EventTableModel::answersMeaning()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(1));
    model.setPage(generation, 0, rowsFor(model.idsOfPage(0)));
    const QModelIndex cell = model.index(0, 0);
    QCOMPARE(cell.data(EventTableModel::OutcomeRole).toInt(), static_cast<int>(Outcome::Denied));
    QCOMPARE(cell.data(EventTableModel::AccessRole).toInt(), static_cast<int>(Access::Connect));
    QCOMPARE(cell.data(EventTableModel::LevelRole).toInt(),
             static_cast<int>(Level::RequestResponse));
    QCOMPARE(cell.data(EventTableModel::VerbRole).toString(), u"create"_s);
    QCOMPARE(cell.data(EventTableModel::FlagsRole).toUInt(), bit(EventFlag::Salvaged));
    QCOMPARE(cell.data(EventTableModel::EventIdRole).toUInt(), 1U);
    QVERIFY(!cell.data(Qt::ToolTipRole).isValid()); // tooltips guess at rich text
}

void tst_EventTableModel::givesConditionsThatCanBeRead()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(1));
    model.setPage(generation, 0, rowsFor(model.idsOfPage(0)));
    QCOMPARE(conditionText(model, Column::User), u"user=\"jane doe\""_s);
    QCOMPARE(conditionText(model, Column::Namespace), u"ns=production"_s);
    QCOMPARE(conditionText(model, Column::SourceIp), u"ip=10.0.3.4"_s);
    QCOMPARE(conditionText(model, Column::Time), QString());
    for (int column = 0; column < model.columnCount(); ++column) {
        const QString condition = conditionText(model, static_cast<Column>(column));
        QVERIFY2(condition.isEmpty() || parseFilter(condition), qPrintable(condition));
    }
    const auto parsed = [&model](Column column) {
        return parseFilter(conditionText(model, column))->condition;
    };
    QCOMPARE(conjuncts(parsed(Column::Resource)).size(), std::size_t(2));
    QCOMPARE(parsed(Column::Name).test.values, std::vector<std::string>{"web\nspoof"});
}

void tst_EventTableModel::leavesOutRowsThatAreGone()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(3));
    model.setPage(generation, 0, {sampleRow(EventId{1}), sampleRow(EventId{3})});
    QVERIFY(model.loadedRow(0));
    QVERIFY(!model.loadedRow(1));
    QCOMPARE(model.loadedRow(2)->id, EventId{3});
}

void tst_EventTableModel::droppedRequestIsAskedAgain()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(3));
    const QSignalSpy needed(&model, &EventTableModel::pageNeeded);
    model.index(0, 0).data();
    model.dropRequest(generation, 0);
    model.index(0, 0).data();
    QCOMPARE(needed.size(), 2);
}

void tst_EventTableModel::grownPageIsAskedAgain()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(3));
    model.setPage(generation, 0, rowsFor(model.idsOfPage(0)));
    const QSignalSpy needed(&model, &EventTableModel::pageNeeded);
    model.appendIds(generation, std::vector{EventId{4}});
    QCOMPARE(model.rowCount(), 4);
    model.index(3, 0).data();
    QCOMPARE(needed.size(), 1);
}

void tst_EventTableModel::ignoresIdsOfOlderResult()
{
    EventTableModel model;
    const quint64 old = model.beginResult();
    model.beginResult();
    model.appendIds(old, idsUpTo(5));
    QCOMPARE(model.rowCount(), 0);
}

void tst_EventTableModel::findsRows()
{
    EventTableModel model;
    model.setResult({EventId{9}, EventId{4}, EventId{6}});
    QCOMPARE(model.rowOf(EventId{6}), 2);
    QCOMPARE(model.rowOf(EventId{5}), -1);
    QCOMPARE(model.eventAt(1), EventId{4});
    QCOMPARE(model.eventAt(3), EventId{0});
    QCOMPARE(model.eventAt(-1), EventId{0});
}

void tst_EventTableModel::timeZoneChangesTimes()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(1));
    model.setPage(generation, 0, rowsFor(model.idsOfPage(0)));
    const QSignalSpy changes(&model, &QAbstractItemModel::dataChanged);
    model.setStyle({.zone = QTimeZone::fromSecondsAheadOfUtc(3600)});
    QCOMPARE(changes.size(), 1);
    QCOMPARE(text(model, 0, Column::Time), u"2026-11-20 17:00:05.352 +01:00"_s);
}

void tst_EventTableModel::tokensInTextsOfTheClientAreMasked()
{
    EventTableModel model;
    const quint64 generation = model.setResult(idsUpTo(1));
    std::vector<EventRow> rows = rowsFor(model.idsOfPage(0));
    rows[0].requestUri = "/api/v1/namespaces?token=ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    rows[0].userAgent = "curl/8.0";
    rows[0].name = "ghp_16C7e42F292c6912E7710c838347Ae178B4a";
    rows[0].username = "password=c838347";
    model.setPage(generation, 0, std::move(rows));
    const auto condition = [&](Column column) {
        return model.index(0, int(column)).data(EventTableModel::ConditionRole).toString();
    };
    QVERIFY(text(model, 0, Column::RequestUri).startsWith(u"/api/v1/namespaces?token="_s));
    QVERIFY(!text(model, 0, Column::RequestUri).contains(u"c838347"_s));
    QVERIFY(condition(Column::RequestUri).isEmpty());
    for (const Column column : {Column::Name, Column::User}) {
        QVERIFY(!text(model, 0, column).contains(u"c838347"_s));
        QVERIFY(condition(column).isEmpty());
    }
    QCOMPARE(text(model, 0, Column::UserAgent), u"curl/8.0"_s);
    QVERIFY(!condition(Column::UserAgent).isEmpty());
    model.setStyle({.credentials = Credentials::Plain});
    QVERIFY(text(model, 0, Column::RequestUri).contains(u"c838347"_s));
    QVERIFY(condition(Column::RequestUri).contains(u"c838347"_s));
}

void tst_EventTableModel::everyColumnHasATitle()
{
    const EventTableModel model;
    for (int column = 0; column < model.columnCount(); ++column) {
        QVERIFY(!model.headerData(column, Qt::Horizontal).toString().isEmpty());
    }
    QVERIFY(!model.headerData(model.columnCount(), Qt::Horizontal).isValid());
}

QTEST_GUILESS_MAIN(tst_EventTableModel)
#include "tst_eventtablemodel.moc"
