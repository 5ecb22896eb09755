// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/eventinserter.h"

#include <sqlite3.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace auditloupe {

namespace {

using Place = EventInserter::Place;

constexpr auto Module = "parsed_event"; // the virtual table's name, on this connection alone

/// A cluster that events of the block come from. Most blocks have one at most.
struct Cluster
{
    std::int32_t name = 0; // numbers of the block's strings
    std::int32_t account = 0;
    std::int64_t id = 0; ///< in table `string`

    bool isOf(const ParsedEvent &event) const
    {
        return event.cluster == name && event.account == account;
    }
};

/// The block at hand, as the virtual table sees it.
struct Rows
{
    const ParsedBlock *block = nullptr;
    Place place = {};
    std::vector<std::int64_t> strings = {}; ///< ids in table `string` by the block's numbers
    std::vector<Cluster> clusters = {};
};

struct Row
{
    const Rows &rows;
    const ParsedEvent &event;
    std::int64_t id = 0;
};

/// Tells SQLite a column's value. One that is not told is NULL.
using Tell = void (*)(sqlite3_context *, const Row &);

void tell(sqlite3_context *to, std::int64_t value)
{
    sqlite3_result_int64(to, value);
}

void tellId(sqlite3_context *to, std::int64_t id)
{
    if (id != 0) {
        tell(to, id);
    }
}

void id(sqlite3_context *to, const Row &row)
{
    tell(to, row.id);
}

/// What is nearly always so; settling corrects the rest.
void last(sqlite3_context *to, const Row &row)
{
    tell(to, row.event.stage >= Stage::ResponseComplete ? 1 : 0);
}

template <auto Member>
void number(sqlite3_context *to, const Row &row)
{
    tell(to, static_cast<std::int64_t>(row.event.*Member));
}

template <auto Member>
void optional(sqlite3_context *to, const Row &row)
{
    if (const auto value = row.event.*Member) {
        tell(to, *value);
    }
}

template <auto Member>
void interned(sqlite3_context *to, const Row &row)
{
    tellId(to, row.rows.strings[static_cast<std::size_t>(row.event.*Member)]);
}

template <auto Member>
void text(sqlite3_context *to, const Row &row)
{
    const TextSlice slice = row.event.*Member;
    if (slice.offset >= 0) {
        // Not copied: the block outlives the statement.
        sqlite3_result_text(to, row.rows.block->text.data() + slice.offset,
                            static_cast<int>(slice.length), SQLITE_STATIC);
    }
}

template <auto Member>
void place(sqlite3_context *to, const Row &row)
{
    tellId(to, row.rows.place.*Member);
}

// What the wrapper tells goes before what was said of the source.

void node(sqlite3_context *to, const Row &row)
{
    const std::int32_t number = row.event.node;
    tellId(to,
           number != 0 ? row.rows.strings[static_cast<std::size_t>(number)] : row.rows.place.node);
}

void cluster(sqlite3_context *to, const Row &row)
{
    if (row.event.cluster == 0) {
        tellId(to, row.rows.place.cluster);
        return;
    }
    const auto told = std::ranges::find_if(
        row.rows.clusters, [&row](const Cluster &other) { return other.isOf(row.event); });
    tellId(to, told->id);
}

void envelope(sqlite3_context *to, const Row &row)
{
    if (row.event.envelope != 0) {
        tellId(to, row.rows.place.envelopes[static_cast<std::size_t>(row.event.envelope - 1)]);
    }
}

struct Column
{
    const char *name = "";
    Tell tell = nullptr;
};

using Event = ParsedEvent;

constexpr std::array Columns{
    Column{"id", id},
    Column{"time_us", optional<&Event::timeUs>},
    Column{"request", number<&Event::request>},
    Column{"stage", number<&Event::stage>},
    Column{"last", last},
    Column{"level", number<&Event::level>},
    Column{"code", optional<&Event::code>},
    Column{"decision", number<&Event::decision>},
    Column{"flags", number<&Event::flags>},
    Column{"verb", interned<&Event::verb>},
    Column{"username", interned<&Event::username>},
    Column{"resource", interned<&Event::resource>},
    Column{"subresource", interned<&Event::subresource>},
    Column{"namespace", interned<&Event::objectNamespace>},
    Column{"api_group", interned<&Event::apiGroup>},
    Column{"api_version", interned<&Event::apiVersion>},
    Column{"source_ips", interned<&Event::sourceIps>},
    Column{"user_agent", interned<&Event::userAgent>},
    Column{"user_groups", interned<&Event::userGroups>},
    Column{"impersonated_user", interned<&Event::impersonatedUser>},
    Column{"reason", interned<&Event::reason>},
    Column{"cluster", cluster},
    Column{"node", node},
    Column{"envelope", envelope},
    Column{"received_us", optional<&Event::receivedUs>},
    Column{"source", place<&Place::source>},
    Column{"block", place<&Place::block>},
    Column{"block_offset", number<&Event::offset>},
    Column{"length", number<&Event::length>},
    Column{"content", number<&Event::content>},
    Column{"audit_id", text<&Event::auditId>},
    Column{"name", text<&Event::name>},
    Column{"request_uri", text<&Event::requestUri>},
};

std::string columnNames()
{
    std::string names;
    for (const Column &column : Columns) {
        names += names.empty() ? "" : ", ";
        names += column.name;
    }
    return names;
}

struct Table : sqlite3_vtab
{
    Rows rows = {};
    struct Cursor : sqlite3_vtab_cursor
    {
        std::size_t index = 0;
    } cursor = {}; // the one statement needs no second
};

std::size_t &indexOf(sqlite3_vtab_cursor *cursor)
{
    return static_cast<Table::Cursor *>(cursor)->index;
}

Rows &rowsOf(sqlite3_vtab_cursor *cursor)
{
    return static_cast<Table *>(cursor->pVtab)->rows;
}

int connect(sqlite3 *database, void *table, int /*count*/, const char *const * /*words*/,
            sqlite3_vtab **connected, char ** /*error*/)
{
    sqlite3_vtab_config(database, SQLITE_VTAB_DIRECTONLY); // out of reach for a case's own schema
    *connected = static_cast<Table *>(table);
    return sqlite3_declare_vtab(database, ("CREATE TABLE x (" + columnNames() + ")").c_str());
}

int open(sqlite3_vtab *table, sqlite3_vtab_cursor **cursor)
{
    *cursor = &static_cast<Table *>(table)->cursor;
    return SQLITE_OK;
}

int next(sqlite3_vtab_cursor *cursor)
{
    ++indexOf(cursor);
    return SQLITE_OK;
}

int isAtEnd(sqlite3_vtab_cursor *cursor)
{
    return indexOf(cursor) >= rowsOf(cursor).block->events.size() ? 1 : 0;
}

int column(sqlite3_vtab_cursor *cursor, sqlite3_context *to, int number)
{
    const Rows &rows = rowsOf(cursor);
    const std::size_t index = indexOf(cursor);
    const Row row{.rows = rows,
                  .event = rows.block->events[index],
                  .id = rows.place.firstId + static_cast<std::int64_t>(index)};
    Columns[static_cast<std::size_t>(number)].tell(to, row);
    return SQLITE_OK;
}

int rowId(sqlite3_vtab_cursor *cursor, sqlite3_int64 *id)
{
    *id = static_cast<sqlite3_int64>(indexOf(cursor));
    return SQLITE_OK;
}

/// All rows in their order. Without xCreate the table is there by its module's name.
sqlite3_module tableModule()
{
    sqlite3_module module{};
    module.xConnect = connect;
    module.xBestIndex = [](sqlite3_vtab *, sqlite3_index_info *) { return SQLITE_OK; };
    module.xDisconnect = [](sqlite3_vtab *) { return SQLITE_OK; };
    module.xOpen = open;
    module.xClose = [](sqlite3_vtab_cursor *) { return SQLITE_OK; };
    module.xFilter = [](sqlite3_vtab_cursor *cursor, int, const char *, int, sqlite3_value **) {
        indexOf(cursor) = 0;
        return SQLITE_OK;
    };
    module.xNext = next;
    module.xEof = isAtEnd;
    module.xColumn = column;
    module.xRowid = rowId;
    return module;
}

std::vector<Cluster> clustersOf(const ParsedBlock &block, ClusterNames &names)
{
    std::vector<Cluster> clusters;
    const auto text = [&block](std::int32_t number) {
        return number == 0 ? std::string_view()
                           : block.strings.at(static_cast<std::size_t>(number) - 1);
    };
    for (const ParsedEvent &event : block.events) {
        const auto isItsOwn = [&event](const Cluster &other) { return other.isOf(event); };
        if (event.cluster != 0 && std::ranges::none_of(clusters, isItsOwn)) {
            clusters.push_back({.name = event.cluster,
                                .account = event.account,
                                .id = names.idOf(text(event.cluster), text(event.account))});
        }
    }
    for (Cluster &cluster : clusters) { // one that came later may have renamed it
        cluster.id = names.idOf(text(cluster.name), text(cluster.account));
    }
    return clusters;
}

struct Finalize
{
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};

} // namespace

struct EventInserter::Private
{
    explicit Private(SQLite::Database &caseDatabase)
        : database(caseDatabase)
    {
    }

    ~Private()
    {
        statement.reset();
        sqlite3_create_module_v2(database.getHandle(), Module, nullptr, nullptr, nullptr);
    }

    SQLite::Database &database;
    sqlite3_module module = tableModule();
    Table table = {};
    std::unique_ptr<sqlite3_stmt, Finalize> statement = {};
};

EventInserter::EventInserter(SQLite::Database &database)
    : d(std::make_unique<Private>(database))
{
    sqlite3 *handle = database.getHandle();
    const std::string names = columnNames();
    const std::string sql = "INSERT INTO event (" + names + ") SELECT " + names + " FROM " + Module;
    sqlite3_stmt *statement = nullptr;
    int status = sqlite3_create_module_v2(handle, Module, &d->module, &d->table, nullptr);
    if (status == SQLITE_OK) {
        status = sqlite3_prepare_v3(handle, sql.c_str(), -1, SQLITE_PREPARE_PERSISTENT, &statement,
                                    nullptr);
    }
    d->statement.reset(statement);
    if (status != SQLITE_OK) {
        throw SQLite::Exception(handle, status);
    }
}

EventInserter::~EventInserter() = default;

void EventInserter::insert(const ParsedBlock &block, const Place &place, StringTable &strings,
                           ClusterNames &clusters)
{
    Rows &rows = d->table.rows;
    rows.block = &block;
    rows.place = place;
    rows.strings.assign(1, 0);
    for (std::size_t i = 0; i < block.strings.size(); ++i) {
        rows.strings.push_back(strings.idOf(block.strings.at(i)));
    }
    rows.clusters = clustersOf(block, clusters);
    const int status = sqlite3_step(d->statement.get());
    sqlite3_reset(d->statement.get());
    if (status != SQLITE_DONE) {
        throw SQLite::Exception(d->database.getHandle(), status);
    }
}

} // namespace auditloupe
