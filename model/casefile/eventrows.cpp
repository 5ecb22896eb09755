// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/eventrows.h"

namespace auditloupe {

namespace {

constexpr std::size_t MaxStrings = 100'000;

std::optional<std::int64_t> optionalNumber(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

/// A case may be damaged or made up: numbers outside an enumeration are unknown.
template <typename Enum>
Enum bounded(int number, Enum greatest)
{
    const bool known = number >= 0 && number <= static_cast<int>(greatest);
    return static_cast<Enum>(known ? number : 0);
}

} // namespace

EventRows::EventRows(SQLite::Database &database)
    : m_event(database,
              "SELECT id, time_us, received_us, level, stage, verb, username, user_groups, "
              "impersonated_user, source_ips, user_agent, api_group, api_version, resource, "
              "subresource, namespace, name, request_uri, code, decision, reason, audit_id, "
              "request, last, cluster, node, flags, source FROM event WHERE id = ?1")
    , m_string(database, "SELECT value FROM string WHERE id = ?1")
    , m_source(database, "SELECT path, nullif(server, '') FROM source WHERE id = ?1")
{
}

std::vector<EventRow> EventRows::read(std::span<const EventId> ids)
{
    std::vector<EventRow> rows;
    rows.reserve(ids.size());
    for (const EventId id : ids) {
        m_event.reset();
        m_event.bind(1, static_cast<std::int64_t>(id));
        if (m_event.executeStep()) {
            rows.push_back(current());
        }
    }
    m_event.reset();
    return rows;
}

EventRow EventRows::current()
{
    const auto number = [this](int column) { return m_event.getColumn(column).getInt(); };
    EventRow row;
    row.id = EventId{m_event.getColumn(0).getUInt()};
    row.timeUs = optionalNumber(m_event.getColumn(1));
    row.receivedUs = optionalNumber(m_event.getColumn(2));
    row.level = bounded(number(3), Level::RequestResponse);
    row.stage = bounded(number(4), Stage::Panic);
    row.verb = string(5);
    row.username = string(6);
    row.userGroups = string(7);
    row.impersonatedUser = string(8);
    row.sourceIps = string(9);
    row.userAgent = string(10);
    row.apiGroup = string(11);
    row.apiVersion = string(12);
    row.resource = string(13);
    row.subresource = string(14);
    row.objectNamespace = string(15);
    row.name = text(16);
    row.requestUri = text(17);
    row.code = optionalNumber(m_event.getColumn(18)).transform([](std::int64_t code) {
        return static_cast<std::int32_t>(code);
    });
    row.decision = bounded(number(19), Decision::Forbid);
    row.reason = string(20);
    row.auditId = text(21);
    row.request = m_event.getColumn(22).getInt64();
    row.last = number(23) == 1;
    row.cluster = string(24);
    row.node = string(25);
    row.flags = m_event.getColumn(26).getUInt();
    row.source = SourceId{number(27)};
    addSource(row);
    return row;
}

void EventRows::addSource(EventRow &row)
{
    const auto id = static_cast<std::int32_t>(row.source);
    auto known = m_sources.find(id);
    if (known == m_sources.end()) {
        m_source.reset();
        m_source.bind(1, id);
        if (!m_source.executeStep()) {
            return;
        }
        const SQLite::Column server = m_source.getColumn(1);
        known =
            m_sources
                .emplace(id,
                         SourceTexts{.path = m_source.getColumn(0).getString(),
                                     .server = server.isNull() ? std::nullopt
                                                               : std::optional(server.getString())})
                .first;
        m_source.reset();
    }
    row.sourcePath = known->second.path;
    row.server = known->second.server;
}

std::optional<std::string> EventRows::string(int column)
{
    const std::optional<std::int64_t> id = optionalNumber(m_event.getColumn(column));
    if (!id) {
        return std::nullopt;
    }
    if (const auto known = m_strings.find(*id); known != m_strings.end()) {
        return known->second;
    }
    m_string.reset();
    m_string.bind(1, *id);
    if (!m_string.executeStep()) {
        return std::nullopt;
    }
    if (m_strings.size() >= MaxStrings) {
        m_strings.clear();
    }
    std::string value = m_string.getColumn(0).getString();
    m_string.reset(); // an open statement would hold the write-ahead log's snapshot
    return m_strings.emplace(*id, std::move(value)).first->second;
}

std::optional<std::string> EventRows::text(int column)
{
    const SQLite::Column value = m_event.getColumn(column);
    return value.isNull() ? std::nullopt : std::optional(value.getString());
}

} // namespace auditloupe
