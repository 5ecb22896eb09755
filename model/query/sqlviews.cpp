// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/sqlviews.h"

#include "model/query/fieldreference.h"
#include "model/query/fieldsql.h"

#include <QCoreApplication>

#include <array>
#include <format>
#include <span>

namespace auditloupe {
namespace {

struct EventColumn
{
    std::string_view name;
    std::string_view field;
};

constexpr std::array EventColumns{
    EventColumn{"time", "time"},
    EventColumn{"received", "requestReceivedTimestamp"},
    EventColumn{"level", "level"},
    EventColumn{"stage", "stage"},
    EventColumn{"auditID", "auditID"},
    EventColumn{"verb", "verb"},
    EventColumn{"user", "user.username"},
    EventColumn{"user_kind", "user.kind"},
    EventColumn{"groups", "user.groups"},
    EventColumn{"impersonatedUser", "impersonatedUser.username"},
    EventColumn{"sourceIPs", "sourceIPs"},
    EventColumn{"userAgent", "userAgent"},
    EventColumn{"apiGroup", "objectRef.apiGroup"},
    EventColumn{"apiVersion", "objectRef.apiVersion"},
    EventColumn{"resource", "objectRef.resource"},
    EventColumn{"subresource", "objectRef.subresource"},
    EventColumn{"namespace", "objectRef.namespace"},
    EventColumn{"name", "objectRef.name"},
    EventColumn{"code", "responseStatus.code"},
    EventColumn{"outcome", "outcome"},
    EventColumn{"access", "access"},
    EventColumn{"decision", "annotations[\"authorization.k8s.io/decision\"]"},
    EventColumn{"reason", "annotations[\"authorization.k8s.io/reason\"]"},
    EventColumn{"requestURI", "requestURI"},
    EventColumn{"latency", "latency"},
    EventColumn{"cluster", "cluster"},
    EventColumn{"node", "node"},
    EventColumn{"server", "server"},
    EventColumn{"source", "source"},
    EventColumn{"request", "request"},
};

struct SummaryColumn
{
    std::string_view name;
    std::string_view sql;
    const char *explanation;
};

constexpr std::array Sums{
    SummaryColumn{"requests", "count(*)", QT_TRANSLATE_NOOP("SqlViews", "How many requests.")},
    SummaryColumn{"writes", "sum(access = 'write')",
                  QT_TRANSLATE_NOOP("SqlViews", "How many of them write.")},
    SummaryColumn{"denials", "sum(outcome = 'denied')",
                  QT_TRANSLATE_NOOP("SqlViews", "How many of them were denied.")},
    SummaryColumn{"first", "min(time)", QT_TRANSLATE_NOOP("SqlViews", "Time of the first one.")},
    SummaryColumn{"last", "max(time)", QT_TRANSLATE_NOOP("SqlViews", "Time of the last one.")},
};

constexpr std::array<std::string_view, 3> UserKeys{"cluster", "user", "user_kind"};
constexpr std::array<std::string_view, 5> ObjectKeys{"cluster", "apiGroup", "resource", "namespace",
                                                     "name"};

QString translated(const char *text)
{
    return QCoreApplication::translate("SqlViews", text);
}

/// "2026-11-20T16:13:25.352481Z", as the log writes it: sorts as text.
std::string timeText(const std::string &us)
{
    return std::format("strftime('%Y-%m-%dT%H:%M:%S', {0} / 1000000, 'unixepoch')"
                       " || printf('.%06dZ', {0} % 1000000)",
                       us);
}

template <typename Name>
std::string wordOf(const std::string &number, int count, Name name)
{
    std::string sql = "CASE " + number;
    for (int i = 1; i < count; ++i) {
        sql += std::format(" WHEN {} THEN '{}'", i, name(i));
    }
    return sql + " END";
}

std::string readableSql(const Field &field, Unit unit)
{
    constexpr int Levels = 5;
    constexpr int Stages = 5;
    const std::string value = '(' + valueSql(field, unit) + ')';
    switch (valueMeaning(field)) {
    case SqlMeaning::TimeUs:
        return timeText(value);
    case SqlMeaning::DurationUs:
        return value + " / 1000000.0";
    case SqlMeaning::StringId:
    case SqlMeaning::ListId:
        return "(SELECT value FROM string WHERE id = " + value + ')';
    case SqlMeaning::SourceId:
        return "(SELECT path FROM source WHERE id = " + value + ')';
    case SqlMeaning::Level:
        return wordOf(value, Levels, [](int i) { return levelName(static_cast<Level>(i)); });
    case SqlMeaning::Stage:
        return wordOf(value, Stages, [](int i) { return stageName(static_cast<Stage>(i)); });
    case SqlMeaning::Decision:
        return "CASE " + value + " WHEN 1 THEN 'allow' WHEN 2 THEN 'forbid' END";
    case SqlMeaning::Text:
    case SqlMeaning::Number:
    case SqlMeaning::Word:
    case SqlMeaning::Weekday:
        break;
    }
    return value;
}

std::string eventView(std::string_view name, Unit unit)
{
    std::string sql = std::format("CREATE TEMP VIEW {} AS SELECT e.id AS id", name);
    for (const EventColumn &column : EventColumns) {
        sql += std::format(", {} AS \"{}\"", readableSql(*resolveField(column.field), unit),
                           column.name);
    }
    // The sign keeps SQLite from looking half of all rows up in an index.
    return sql + " FROM event AS e" + (unit == Unit::Requests ? " WHERE +e.last = 1" : "");
}

std::string summaryView(std::string_view name, std::span<const std::string_view> keys,
                        std::string_view where)
{
    std::string columns;
    for (const std::string_view key : keys) {
        columns += std::format("{}\"{}\"", columns.empty() ? "" : ", ", key);
    }
    std::string sums;
    for (const SummaryColumn &sum : Sums) {
        sums += std::format(", {} AS \"{}\"", sum.sql, sum.name);
    }
    return std::format("CREATE TEMP VIEW {} AS SELECT {}{} FROM requests{} GROUP BY {}", name,
                       columns, sums, where, columns);
}

QString explanationOf(std::string_view name)
{
    const auto column = std::ranges::find(EventColumns, name, &EventColumn::name);
    QString text = resolveField(column->field)->explain();
    if (name == "latency") {
        text += u' ' + translated(QT_TRANSLATE_NOOP("SqlViews", "In seconds."));
    }
    return text;
}

std::vector<SqlViewColumn> eventColumns()
{
    std::vector<SqlViewColumn> columns{
        {"id", translated(QT_TRANSLATE_NOOP("SqlViews", "The event's number in the case."))}};
    for (const EventColumn &column : EventColumns) {
        columns.push_back({std::string(column.name), explanationOf(column.name)});
    }
    return columns;
}

std::vector<SqlViewColumn> summaryColumns(std::span<const std::string_view> keys)
{
    std::vector<SqlViewColumn> columns;
    for (const std::string_view key : keys) {
        columns.push_back({std::string(key), explanationOf(key)});
    }
    for (const SummaryColumn &sum : Sums) {
        columns.push_back({std::string(sum.name), translated(sum.explanation)});
    }
    return columns;
}

} // namespace

std::vector<SqlView> sqlViews()
{
    return {
        {"events",
         translated(QT_TRANSLATE_NOOP("SqlViews", "One row an event, as the event table has it.")),
         eventColumns()},
        {"requests",
         translated(QT_TRANSLATE_NOOP(
             "SqlViews",
             "One row a request: its most complete stage, at the time of its receipt.")),
         eventColumns()},
        {"users", translated(QT_TRANSLATE_NOOP("SqlViews", "One row a user, from all requests.")),
         summaryColumns(UserKeys)},
        {"objects",
         translated(QT_TRANSLATE_NOOP(
             "SqlViews", "One row an object, or a kind of objects, that requests were about.")),
         summaryColumns(ObjectKeys)}};
}

void createSqlViews(SQLite::Database &database)
{
    database.exec(eventView("events", Unit::Events));
    database.exec(eventView("requests", Unit::Requests));
    database.exec(summaryView("users", UserKeys, ""));
    database.exec(summaryView("objects", ObjectKeys, " WHERE resource IS NOT NULL"));
}

} // namespace auditloupe
