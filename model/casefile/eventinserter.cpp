// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/eventinserter.h"

#include <sqlite3.h>

namespace auditloupe {

namespace {

// The parameters of the statement: the columns of `event` in the order of the schema.
enum Parameter : int {
    Id = 1,
    TimeUs,
    Request,
    StageNumber,
    Last,
    LevelNumber,
    Code,
    DecisionNumber,
    Flags,
    Verb,
    Username,
    Resource,
    Subresource,
    Namespace,
    ApiGroup,
    ApiVersion,
    SourceIps,
    UserAgent,
    UserGroups,
    ImpersonatedUser,
    Reason,
    Cluster,
    Node,
    Envelope,
    ReceivedUs,
    Source,
    Block,
    BlockOffset,
    Length,
    Content,
    AuditId,
    Name,
    RequestUri
};

constexpr auto Insert = "INSERT INTO event VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, "
                        "?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19, ?20, ?21, ?22, ?23, ?24, ?25, "
                        "?26, ?27, ?28, ?29, ?30, ?31, ?32, ?33)";

} // namespace

void EventInserter::Finalize::operator()(sqlite3_stmt *statement) const
{
    sqlite3_finalize(statement);
}

EventInserter::EventInserter(SQLite::Database &database)
    : m_database(database)
{
    sqlite3_stmt *statement = nullptr;
    const int status = sqlite3_prepare_v3(database.getHandle(), Insert, -1,
                                          SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    m_statement.reset(statement);
    if (status != SQLITE_OK) {
        throw SQLite::Exception(database.getHandle(), status);
    }
}

void EventInserter::insert(const ParsedBlock &block, const Place &place, StringTable &strings)
{
    m_ids.assign(1, 0);
    for (std::size_t i = 0; i < block.strings.size(); ++i) {
        m_ids.push_back(strings.idOf(block.strings.at(i)));
    }
    bindNumber(Source, place.source);
    bindNumber(Block, place.block);
    std::int64_t id = place.firstId;
    for (const ParsedEvent &event : block.events) {
        bindNumber(Id, id++);
        bind(event, block);
        bindPlace(event, place);
        const int status = sqlite3_step(m_statement.get());
        sqlite3_reset(m_statement.get());
        if (status != SQLITE_DONE) {
            throw SQLite::Exception(m_database.getHandle(), status);
        }
    }
}

void EventInserter::bind(const ParsedEvent &event, const ParsedBlock &block)
{
    bindOptional(TimeUs, event.timeUs);
    bindOptional(ReceivedUs, event.receivedUs);
    bindNumber(LevelNumber, static_cast<int>(event.level));
    bindNumber(StageNumber, static_cast<int>(event.stage));
    bindString(Verb, event.verb);
    bindString(Username, event.username);
    bindString(UserGroups, event.userGroups);
    bindString(ImpersonatedUser, event.impersonatedUser);
    bindString(SourceIps, event.sourceIps);
    bindString(UserAgent, event.userAgent);
    bindString(ApiGroup, event.apiGroup);
    bindString(ApiVersion, event.apiVersion);
    bindString(Resource, event.resource);
    bindString(Subresource, event.subresource);
    bindString(Namespace, event.objectNamespace);
    bindText(Name, event.name, block.text);
    bindText(RequestUri, event.requestUri, block.text);
    bindOptional(Code, event.code);
    bindNumber(DecisionNumber, static_cast<int>(event.decision));
    bindString(Reason, event.reason);
    bindText(AuditId, event.auditId, block.text);
    bindNumber(Request, static_cast<std::int64_t>(event.request));
    // What is nearly always so; settling corrects the rest.
    bindNumber(Last, event.stage >= Stage::ResponseComplete ? 1 : 0);
    bindNumber(Content, static_cast<std::int64_t>(event.content));
    bindNumber(Flags, event.flags);
    bindNumber(BlockOffset, event.offset);
    bindNumber(Length, event.length);
}

/// What the wrapper tells of cluster and node goes before what was said of the source.
void EventInserter::bindPlace(const ParsedEvent &event, const Place &place)
{
    const auto known = [](std::int64_t id) {
        return id != 0 ? std::optional(id) : std::nullopt;
    };
    const auto told = [&](std::int32_t number, std::int64_t ofSource) {
        return known(number != 0 ? m_ids[static_cast<std::size_t>(number)] : ofSource);
    };
    bindOptional(Cluster, told(event.cluster, place.cluster));
    bindOptional(Node, told(event.node, place.node));
    bindOptional(Envelope, event.envelope != 0
                     ? known(place.envelopes[static_cast<std::size_t>(event.envelope - 1)])
                     : std::nullopt);
}

void EventInserter::bindNumber(int index, std::int64_t value)
{
    sqlite3_bind_int64(m_statement.get(), index, value);
}

void EventInserter::bindOptional(int index, std::optional<std::int64_t> value)
{
    if (value) {
        sqlite3_bind_int64(m_statement.get(), index, *value);
    } else {
        sqlite3_bind_null(m_statement.get(), index);
    }
}

void EventInserter::bindString(int index, std::int32_t number)
{
    if (number != 0) {
        sqlite3_bind_int64(m_statement.get(), index, m_ids[static_cast<std::size_t>(number)]);
    } else {
        sqlite3_bind_null(m_statement.get(), index);
    }
}

void EventInserter::bindText(int index, TextSlice slice, const std::string &text)
{
    if (slice.offset < 0) {
        sqlite3_bind_null(m_statement.get(), index);
    } else {
        sqlite3_bind_text(m_statement.get(), index, text.data() + slice.offset,
                          static_cast<int>(slice.length), SQLITE_STATIC);
    }
}

} // namespace auditloupe
