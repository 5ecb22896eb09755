// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/settle.h"

#include "model/casefile/entryreader.h"
#include "model/event/auditevent.h"
#include "model/event/eventcompare.h"

#include <algorithm>
#include <bit>
#include <map>
#include <optional>
#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <tuple>
#include <vector>

namespace auditloupe {

namespace {

constexpr int CancelEvery = 4096; // groups between two looks at the cancel flag

/// What settling needs to know of an event.
struct Candidate
{
    std::int64_t id = 0;
    int stage = 0;
    int level = 0;
    std::uint32_t flags = 0;
    std::optional<std::int64_t> timeUs = {};
    std::optional<std::int64_t> receivedUs = {};
    std::optional<std::int64_t> cluster = {};
    std::optional<std::int64_t> node = {};
    std::int64_t group = 0; // the cluster it is counted to, where its own is unknown
    std::string server = {}; // and the API server
    std::string auditId = {};
    std::string uri = {};
    std::int64_t content = 0;
    std::int64_t source = 0;
    std::int64_t block = 0;
    std::int64_t offset = 0;
    std::int64_t length = 0;
    std::int64_t envelope = 0; // 0: none
    bool last = false;

    EntryReader::Place place() const
    {
        return {.block = block, .offset = offset, .length = length, .envelope = envelope};
    }
};

/// Whether both are stages of one request; equal hashes are only candidates.
bool isSameRequest(const Candidate &a, const Candidate &b)
{
    return a.auditId == b.auditId && a.group == b.group && a.server == b.server;
}

/// Copies of one event agree in all of these; the wrapper does not matter.
bool isSameEvent(const Candidate &a, const Candidate &b)
{
    return isSameRequest(a, b) && a.stage == b.stage && a.timeUs == b.timeUs
        && a.receivedUs == b.receivedUs && a.uri == b.uri;
}

/// What of an event was lost on its way, or had to be guessed.
std::uint32_t losses(const Candidate &event)
{
    return event.flags
        & (bit(EventFlag::Salvaged) | bit(EventFlag::Truncated) | bit(EventFlag::Inferred));
}

/// The fullest copy comes first: whole before cut, high level before low, long before short.
bool isFuller(const Candidate &a, const Candidate &b)
{
    constexpr std::uint32_t Bodies =
        bit(EventFlag::HasRequestBody) | bit(EventFlag::HasResponseBody);
    const auto rank = [](const Candidate &c) {
        return std::tuple(losses(c), -c.level, -std::popcount(c.flags & Bodies), c.envelope != 0,
                          -c.length, c.id);
    };
    return rank(a) < rank(b);
}

class Settler
{
public:
    explicit Settler(SQLite::Database &database)
        : m_entries(database)
        , m_group(database,
                  "SELECT id, stage, level, flags, time_us, received_us, cluster, "
                  "audit_id, request_uri, content, source, block, block_offset, length, "
                  "last, coalesce(cluster, (SELECT known.cluster FROM event AS known "
                  "WHERE known.request = ?1 AND known.cluster IS NOT NULL ORDER BY known.id "
                  "LIMIT 1), 0), coalesce(envelope, 0), node, "
                  "coalesce(nullif((SELECT server FROM source WHERE source.id = event.source), "
                  "''), (SELECT server FROM event AS known JOIN source ON source.id = known.source "
                  "WHERE known.request = ?1 AND server <> '' ORDER BY known.id LIMIT 1), '') "
                  "FROM event WHERE request = ?1 "
                  "ORDER BY audit_id, 16, 19, stage, time_us, received_us, request_uri, id")
        , m_fill(database,
                 "UPDATE event SET (time_us, received_us, level, stage, verb, username, "
                 "user_groups, impersonated_user, source_ips, user_agent, api_group, api_version, "
                 "resource, subresource, namespace, name, request_uri, code, decision, reason, "
                 "audit_id, content, flags, source, block, block_offset, length, envelope, "
                 "cluster, node) "
                 "= (SELECT f.time_us, f.received_us, f.level, f.stage, f.verb, f.username, "
                 "f.user_groups, f.impersonated_user, f.source_ips, f.user_agent, f.api_group, "
                 "f.api_version, f.resource, f.subresource, f.namespace, f.name, f.request_uri, "
                 "f.code, f.decision, f.reason, f.audit_id, f.content, f.flags, f.source, f.block, "
                 "f.block_offset, f.length, f.envelope, coalesce(f.cluster, event.cluster), "
                 "coalesce(f.node, event.node) FROM event AS f WHERE f.id = ?2) WHERE id = ?1")
        , m_fillPlace(database,
                      "UPDATE event SET (cluster, node) = (SELECT coalesce(event.cluster, "
                      "f.cluster), coalesce(event.node, f.node) FROM event AS f "
                      "WHERE f.id = ?2) WHERE id = ?1")
        , m_setLast(database, "UPDATE event SET last = ?2 WHERE id = ?1")
        , m_delete(database, "DELETE FROM event WHERE id = ?1")
        , m_addCopy(database,
                    "INSERT OR IGNORE INTO copy VALUES (?1, ?2, ?3, ?4, ?5, nullif(?6, 0), ?7)")
        , m_countCopy(database,
                      "UPDATE source SET events = events - ?2, duplicates = duplicates "
                      "+ ?2, conflicts = conflicts + ?3 WHERE id = ?1")
    {
    }

    void settle(std::int64_t request);
    void writeCounts();

private:
    Candidate candidate();
    void keep(Candidate &row, Candidate &copy);
    bool areContradictory(const Candidate &row, const Candidate &copy);
    void addCopy(const Candidate &row, const Candidate &copy, bool conflict);
    void offerAsLast(const Candidate &row);
    void markLast();

    struct Counts
    {
        std::int64_t duplicates = 0;
        std::int64_t conflicts = 0;
    };

    EntryReader m_entries;
    SQLite::Statement m_group;
    SQLite::Statement m_fill;
    SQLite::Statement m_fillPlace;
    SQLite::Statement m_setLast;
    SQLite::Statement m_delete;
    SQLite::Statement m_addCopy;
    SQLite::Statement m_countCopy;
    std::map<std::int64_t, Counts> m_counts; // by source
    std::optional<Candidate> m_last; // the request at hand's most complete stage so far
};

template <typename... Values>
void run(SQLite::Statement &statement, Values... values)
{
    int index = 0;
    statement.reset();
    (statement.bind(++index, values), ...);
    statement.exec();
}

std::optional<std::int64_t> optionalNumber(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

Candidate Settler::candidate()
{
    return {.id = m_group.getColumn(0).getInt64(),
            .stage = m_group.getColumn(1).getInt(),
            .level = m_group.getColumn(2).getInt(),
            .flags = m_group.getColumn(3).getUInt(),
            .timeUs = optionalNumber(m_group.getColumn(4)),
            .receivedUs = optionalNumber(m_group.getColumn(5)),
            .cluster = optionalNumber(m_group.getColumn(6)),
            .node = optionalNumber(m_group.getColumn(17)),
            .group = m_group.getColumn(15).getInt64(),
            .server = m_group.getColumn(18).getString(),
            .auditId = m_group.getColumn(7).getString(),
            .uri = m_group.getColumn(8).getString(),
            .content = m_group.getColumn(9).getInt64(),
            .source = m_group.getColumn(10).getInt64(),
            .block = m_group.getColumn(11).getInt64(),
            .offset = m_group.getColumn(12).getInt64(),
            .length = m_group.getColumn(13).getInt64(),
            .envelope = m_group.getColumn(16).getInt64(),
            .last = m_group.getColumn(14).getInt() == 1};
}

/// Requests of one hash are told apart by auditID, cluster and API server, where an unknown one
/// goes with the first known one. They come sorted, copies of an event behind each other with the
/// first one in front, so that two rows are in memory however many stages a made-up request has.
void Settler::settle(std::int64_t request)
{
    m_group.reset();
    m_group.bind(1, request);
    std::optional<Candidate> row;
    while (m_group.executeStep()) {
        Candidate next = candidate();
        if (row && isSameEvent(*row, next)) {
            keep(*row, next);
            continue;
        }
        if (row) {
            offerAsLast(*row);
        }
        if (row && !isSameRequest(*row, next)) {
            markLast();
        }
        row = std::move(next);
    }
    m_group.reset();
    if (row) {
        offerAsLast(*row);
        markLast();
    }
}

/// One row of both: the first one's id with the fuller one's content. A copy that says something
/// else is not fuller, but for one of which something is lost: it may be forged.
void Settler::keep(Candidate &row, Candidate &copy)
{
    const std::int64_t dropped = copy.id;
    const bool conflict = areContradictory(row, copy);
    if (isFuller(copy, row) && (!conflict || losses(copy) < losses(row))) {
        run(m_fill, row.id, copy.id);
        std::swap(row, copy);
        std::swap(row.id, copy.id);
        std::swap(row.last, copy.last);
    } else if ((!row.cluster && copy.cluster) || (!row.node && copy.node)) {
        run(m_fillPlace, row.id, copy.id);
    }
    row.cluster = row.cluster ? row.cluster : copy.cluster;
    row.node = row.node ? row.node : copy.node;
    run(m_delete, dropped);
    addCopy(row, copy, conflict);
}

bool Settler::areContradictory(const Candidate &row, const Candidate &copy)
{
    if (row.content == copy.content) {
        return false;
    }
    const std::string kept(m_entries.event(row.place()));
    return eventsContradict(kept, m_entries.event(copy.place()));
}

void Settler::addCopy(const Candidate &row, const Candidate &copy, bool conflict)
{
    run(m_addCopy, row.id, copy.source, copy.block, copy.offset, copy.length, copy.envelope,
        conflict ? 1 : 0);
    Counts &counts = m_counts[copy.source];
    ++counts.duplicates;
    counts.conflicts += conflict ? 1 : 0;
}

void Settler::offerAsLast(const Candidate &row)
{
    const auto rank = [](const Candidate &c) { return std::tuple(c.stage, c.timeUs, -c.id); };
    const bool isLater = !m_last || rank(*m_last) < rank(row);
    if (m_last) {
        const Candidate &earlier = isLater ? *m_last : row;
        if (earlier.last) {
            run(m_setLast, earlier.id, 0);
        }
    }
    if (isLater) {
        m_last = row;
    }
}

void Settler::markLast()
{
    if (!m_last->last) {
        run(m_setLast, m_last->id, 1);
    }
    m_last.reset();
}

void Settler::writeCounts()
{
    for (const auto &[source, counts] : m_counts) {
        run(m_countCopy, source, counts.duplicates, counts.conflicts);
    }
}

/// Most requests need nothing: each stage once, the last of them ResponseComplete or Panic.
class GroupWatch
{
public:
    /// True when the request before this event needs settling.
    bool next(std::int64_t request, int stage)
    {
        const bool odd = request != m_request && m_seen != 0 && isOdd();
        if (request != m_request) {
            m_finished = m_request;
            m_request = request;
            m_seen = 0;
            m_repeated = false;
        }
        m_repeated = m_repeated || (m_seen & (1U << static_cast<unsigned>(stage))) != 0;
        m_seen |= 1U << static_cast<unsigned>(stage);
        return odd;
    }

    bool isOdd() const
    {
        constexpr unsigned Complete = 1U << static_cast<unsigned>(Stage::ResponseComplete);
        constexpr unsigned Panic = 1U << static_cast<unsigned>(Stage::Panic);
        const unsigned ends = m_seen & (Complete | Panic);
        return m_seen != 0 && (m_repeated || ends == 0 || ends == (Complete | Panic));
    }

    std::int64_t finished() const { return m_finished; }
    std::int64_t current() const { return m_request; }

private:
    std::int64_t m_request = 0;
    std::int64_t m_finished = 0;
    unsigned m_seen = 0; // a bit for each stage
    bool m_repeated = false;
};

/// Walks the index; rows behind the cursor may be changed meanwhile.
bool settleAll(SQLite::Database &database, Settler &settler,
               const std::function<bool()> &isCancelled)
{
    SQLite::Statement walk(database,
                           "SELECT request, stage FROM event INDEXED BY event_request "
                           "ORDER BY request, stage");
    GroupWatch watch;
    int steps = 0;
    while (walk.executeStep()) {
        if (watch.next(walk.getColumn(0).getInt64(), walk.getColumn(1).getInt())) {
            settler.settle(watch.finished());
        }
        if (++steps % CancelEvery == 0 && isCancelled()) {
            return false;
        }
    }
    if (watch.isOdd()) {
        settler.settle(watch.current());
    }
    return true;
}

/// Those that `walk` names.
bool settleSome(Settler &settler, SQLite::Statement &walk, const std::function<bool()> &isCancelled)
{
    std::vector<std::int64_t> requests;
    while (walk.executeStep()) {
        requests.push_back(walk.getColumn(0).getInt64());
    }
    int steps = 0;
    for (const std::int64_t request : requests) {
        settler.settle(request);
        if (++steps % CancelEvery == 0 && isCancelled()) {
            return false;
        }
    }
    return true;
}

} // namespace

bool settleSource(SQLite::Database &database, std::int64_t source,
                  const std::function<bool()> &isCancelled)
{
    SQLite::Statement walk(database,
                           "SELECT DISTINCT e.request FROM event AS e JOIN event AS o "
                           "ON o.request = e.request AND o.source <> e.source WHERE e.source = ?1");
    walk.bind(1, source);
    Settler settler(database);
    if (!settleSome(settler, walk, isCancelled)) {
        return false;
    }
    settler.writeCounts();
    return true;
}

bool settleEvents(SQLite::Database &database, const std::function<bool()> &isCancelled)
{
    constexpr std::int64_t FewEvents = 100'000;
    database.exec("CREATE INDEX IF NOT EXISTS event_request ON event (request, stage)");
    const std::int64_t settled =
        database.execAndGet("SELECT coalesce(max(value), '0') FROM setting WHERE key = 'settled'")
            .getInt64();
    const std::int64_t newest =
        database.execAndGet("SELECT coalesce(max(id), 0) FROM event").getInt64();
    Settler settler(database);
    const bool few = settled > 0 && newest - settled < FewEvents;
    SQLite::Statement walkNew(database, "SELECT DISTINCT request FROM event WHERE id > ?1");
    walkNew.bind(1, settled);
    if (isCancelled()
        || !(few ? settleSome(settler, walkNew, isCancelled)
                 : settleAll(database, settler, isCancelled))) {
        return false;
    }
    settler.writeCounts();
    database.exec("CREATE INDEX IF NOT EXISTS event_time ON event (time_us)");
    database.exec("CREATE INDEX IF NOT EXISTS request_time ON event "
                  "(coalesce(received_us, time_us)) WHERE last = 1");
    SQLite::Statement set(database, "INSERT OR REPLACE INTO setting VALUES ('settled', ?1)");
    set.bind(1, std::to_string(newest));
    set.exec();
    return true;
}

} // namespace auditloupe
