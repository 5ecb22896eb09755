// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/overview.h"

#include "model/casefile/casereader.h"
#include "model/query/overviewpass.h"

#include <QCoreApplication>

#include <sqlite3.h>

#include <algorithm>
#include <map>
#include <memory>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <unordered_map>

using namespace std::string_view_literals;

namespace auditloupe {
namespace {

constexpr std::int64_t RowsBetweenChecks = 8192;

struct Finalizer
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalizer>;

Statement prepare(sqlite3 *database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    sqlite3_prepare_v2(database, sql, -1, &statement, nullptr);
    return Statement(statement);
}

Error storageError(sqlite3 *database)
{
    if (sqlite3_errcode(database) == SQLITE_INTERRUPT) {
        return Error::cancelled();
    }
    return {.code = Error::Code::Storage,
            .message = QCoreApplication::translate("Overview", "The case cannot be read."),
            .detail = QString::fromUtf8(sqlite3_errmsg(database))};
}

std::string_view textAt(sqlite3_stmt *statement, int column)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_column_text(statement, column));
    return text == nullptr
        ? std::string_view()
        : std::string_view(text, std::size_t(sqlite3_column_bytes(statement, column)));
}

/// Texts of table `string` by id, each fetched once.
class Strings
{
public:
    explicit Strings(sqlite3 *database)
        : m_statement(prepare(database, "SELECT value FROM string WHERE id = ?1"))
    {
    }

    std::string_view at(std::int64_t id)
    {
        if (id == 0 || !m_statement) {
            return {};
        }
        const auto [found, isNew] = m_values.try_emplace(id);
        if (isNew) {
            sqlite3_bind_int64(m_statement.get(), 1, id);
            if (sqlite3_step(m_statement.get()) == SQLITE_ROW) {
                found->second = textAt(m_statement.get(), 0);
            }
            sqlite3_reset(m_statement.get());
        }
        return found->second;
    }

private:
    Statement m_statement;
    std::unordered_map<std::int64_t, std::string> m_values;
};

CountedEvent eventAt(sqlite3_stmt *row, Strings &strings)
{
    const auto id = [row](int column) { return sqlite3_column_int64(row, column); };
    const auto isNull = [row](int column) {
        return sqlite3_column_type(row, column) == SQLITE_NULL;
    };
    const auto present = [isNull](int column) { return isNull(column) ? ""sv : "present"sv; };
    CountedEvent event{.verb = id(7),
                       .user = id(8),
                       .sourceIps = id(9),
                       .resource = id(12),
                       .cluster = id(14),
                       .node = id(17),
                       .source = id(18),
                       .last = id(3) != 0};
    EventFields &fields = event.fields;
    fields.level = static_cast<Level>(std::clamp<std::int64_t>(id(1), 0, 4));
    fields.stage = static_cast<Stage>(std::clamp<std::int64_t>(id(2), 0, 4));
    fields.flags = static_cast<std::uint32_t>(id(4));
    fields.decision = static_cast<Decision>(std::clamp<std::int64_t>(id(6), 0, 2));
    if (!isNull(0)) {
        fields.stageUs = id(0);
    }
    if (!isNull(5)) {
        fields.code = static_cast<std::int32_t>(id(5));
    }
    fields.verb = strings.at(event.verb);
    fields.username = strings.at(event.user);
    fields.sourceIps = strings.at(event.sourceIps);
    fields.userAgent = present(10);
    fields.apiGroup = strings.at(id(11));
    fields.resource = strings.at(event.resource);
    fields.subresource = strings.at(id(13));
    fields.requestUri = textAt(row, 15);
    event.clusterName = strings.at(event.cluster);
    event.nodeName = strings.at(event.node);
    fields.reason = present(16);
    return event;
}

Result<void> countEvents(sqlite3 *database, OverviewPass &pass, std::int64_t total,
                         const JobControl &control)
{
    const Statement rows = prepare(
        database,
        "SELECT time_us, level, stage, last, flags, code, decision, verb, username, source_ips,"
        "       user_agent, api_group, resource, subresource, cluster, request_uri,"
        "       nullif(reason, (SELECT id FROM string WHERE value = '')), node, source"
        " FROM event");
    if (!rows) {
        return std::unexpected(storageError(database));
    }
    Strings strings(database);
    std::int64_t done = 0;
    int step = sqlite3_step(rows.get());
    for (; step == SQLITE_ROW; step = sqlite3_step(rows.get())) {
        pass.add(eventAt(rows.get(), strings));
        if (++done % RowsBetweenChecks != 0) {
            continue;
        }
        if (control.isCancelled()) {
            return std::unexpected(Error::cancelled());
        }
        if (control.progress) {
            control.progress({.done = done, .total = total, .events = done});
        }
    }
    return step == SQLITE_DONE ? Result<void>() : std::unexpected(storageError(database));
}

} // namespace

Result<Overview> overviewOf(CaseReader &reader, const JobControl &control)
{
    const Result<CaseSummary> summary = reader.summary();
    if (!summary) {
        return std::unexpected(summary.error());
    }
    const Result<std::vector<SourceInfo>> sources = reader.sources();
    if (!sources) {
        return std::unexpected(sources.error());
    }
    sqlite3 *database = reader.database().getHandle();
    OverviewPass pass(summary->firstUs, summary->lastUs);
    const Result<void> counted = countEvents(database, pass, summary->events, control);
    if (!counted) {
        return std::unexpected(counted.error());
    }
    LogFacts &facts = pass.facts();
    facts.rejected = summary->rejected;
    facts.unfinishedSources = std::ranges::count_if(
        *sources, [](const SourceInfo &source) { return source.state != SourceState::Complete; });
    std::map<std::int64_t, std::string> servers;
    for (const SourceInfo &source : *sources) {
        if (!source.server.isEmpty()) {
            servers.emplace(static_cast<std::int64_t>(source.id), source.server.toStdString());
        }
    }
    return pass.take(servers);
}

} // namespace auditloupe
