// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/evidencescan.h"

#include "model/base/hash.h"
#include "model/event/fields.h"
#include "model/sources/formats.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace std::string_view_literals;

namespace auditloupe {
namespace {

constexpr std::int64_t UsPerMinute = 60'000'000;
constexpr std::int64_t UsPerMs = 1000;
constexpr std::int64_t FutureSlackUs = 5 * UsPerMinute; // two machines' clocks
constexpr std::int64_t ModifiedSlackUs = UsPerMinute;

constexpr auto EventsSql =
    "SELECT id, source, time_us, received_us, level, stage, flags, last, code, verb, subresource,"
    "       block, block_offset, length, audit_id, coalesce(envelope, 0) "
    "FROM event WHERE id >= ?1 AND id < ?2 ORDER BY id";

constexpr auto CopiesSql =
    "SELECT event, source, block, block_offset, length, conflict, coalesce(envelope, 0) FROM copy "
    "WHERE event >= ?1 AND event < ?2 ORDER BY event, block, block_offset";

// Stage a comes before stage b, or is the same stage once more. Cut off events lack fields.
constexpr auto StagesSql =
    "SELECT a.id, a.source, b.source, a.stage = b.stage, a.time_us > b.time_us,"
    "       a.verb IS NOT b.verb, a.username IS NOT b.username,"
    "       a.request_uri IS NOT b.request_uri, a.source_ips IS NOT b.source_ips,"
    "       a.user_agent IS NOT b.user_agent, a.level <> b.level "
    "FROM event AS a JOIN event AS b INDEXED BY event_request ON b.request = a.request "
    "WHERE a.id >= ?1 AND a.id < ?2 AND a.last = 0 AND b.id <> a.id AND b.audit_id IS a.audit_id "
    "AND (a.cluster = b.cluster OR a.cluster IS NULL OR b.cluster IS NULL) "
    "AND ((a.flags | b.flags) & 5) = 0 "
    "AND (b.stage > a.stage OR (b.stage = a.stage AND (b.last = 1 OR b.id > a.id))) "
    "AND (a.stage = b.stage OR a.time_us > b.time_us OR a.verb IS NOT b.verb"
    "     OR a.username IS NOT b.username OR a.request_uri IS NOT b.request_uri"
    "     OR a.source_ips IS NOT b.source_ips OR a.user_agent IS NOT b.user_agent"
    "     OR a.level <> b.level) "
    "ORDER BY a.id";
static_assert((bit(EventFlag::Salvaged) | bit(EventFlag::Inferred)) == 5);

// Columns 5 and on of StagesSql.
constexpr std::array ComparedFields{"verb",      "user.username", "requestURI",
                                    "sourceIPs", "userAgent",     "level"};

constexpr auto LongRunningSql =
    "SELECT id FROM string WHERE value IN ('watch', 'exec', 'attach', 'portforward', 'proxy',"
    "                                      'log', 'watchlist', 'connect')";

bool isStored(const Field &field)
{
    return !field.column.empty() && !field.path.empty();
}

/// The fields that have a column; 1 where the event has a value.
std::string columnsSql()
{
    std::string sql = "SELECT 0";
    for (const Field &field : fieldCatalogue()) {
        if (isStored(field)) {
            const std::string column(field.column);
            sql += field.store == FieldStore::Enum ? ", " + column + " > 0"
                                                   : ", " + column + " IS NOT NULL";
        }
    }
    return sql + " FROM event WHERE id = ?1";
}

/// Of formats around an event the innermost gives it its text.
bool isComposed(std::string_view formats)
{
    const Format *innermost = formatNamed(formats.substr(formats.rfind('/') + 1));
    return innermost != nullptr && innermost->composesEvents();
}

std::size_t fieldIndex(std::string_view name)
{
    return std::size_t(findField(name) - fieldCatalogue().data());
}

std::optional<std::int64_t> optionalNumber(const SQLite::Column &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.getInt64());
}

std::size_t clamped(int value)
{
    return std::size_t(std::clamp(value, 0, 4));
}

} // namespace

struct EvidenceScan::Row
{
    std::uint32_t id = 0;
    std::int32_t source = 0;
    std::optional<std::int64_t> timeUs = {};
    std::optional<std::int64_t> receivedUs = {};
    std::size_t level = 0;
    std::size_t stage = 0;
    std::uint32_t flags = 0;
    bool last = false;
    bool hasCode = false;
    bool isLongRunning = false;
    std::uint32_t block = 0;
    std::uint32_t offset = 0;
    std::uint32_t length = 0;
    std::int64_t envelope = 0; // 0: the entry is the event

    bool is(Stage what) const { return stage == static_cast<std::size_t>(what); }
    bool has(EventFlag flag) const { return (flags & bit(flag)) != 0; }
    /// Whether nothing of it is missing or derived.
    bool isNative() const { return !has(EventFlag::Salvaged) && !has(EventFlag::Inferred); }
};

void ScanResult::merge(ScanResult &&other)
{
    for (auto &[source, tally] : other.tallies) {
        tallies[source].merge(std::move(tally));
    }
    auditIds.insert(auditIds.end(), other.auditIds.begin(), other.auditIds.end());
}

EvidenceScan::EvidenceScan(CaseReader &reader, const std::map<std::int32_t, SourceInfo> &sources,
                           Options options)
    : m_reader(reader)
    , m_sources(sources)
    , m_options(options)
    , m_documents(reader.database())
    , m_events(reader.database(), EventsSql)
    , m_copies(reader.database(), CopiesSql)
    , m_columns(reader.database(), columnsSql())
    , m_stages(reader.database(), options.comparesStages ? StagesSql : "SELECT 1 WHERE ?1 + ?2 < 0")
    , m_stageTime(fieldIndex("stageTimestamp"))
    , m_receiptTime(fieldIndex("requestReceivedTimestamp"))
{
    SQLite::Statement envelopes(reader.database(), "SELECT id, format FROM envelope");
    while (envelopes.executeStep()) {
        if (isComposed(envelopes.getColumn(1).getString())) {
            m_composing.insert(envelopes.getColumn(0).getInt64());
        }
    }
    SQLite::Statement strings(reader.database(), LongRunningSql);
    while (strings.executeStep()) {
        m_longRunning.insert(strings.getColumn(0).getInt64());
    }
}

void EvidenceScan::scan(std::int64_t from, std::int64_t to)
{
    std::vector<Row> rows;
    m_events.reset();
    m_events.bind(1, from);
    m_events.bind(2, to);
    while (m_events.executeStep()) {
        rows.push_back(currentRow());
        addRow(rows.back());
    }
    addCopies(rows, from, to);
    compareStages(from, to);
}

EvidenceScan::Row EvidenceScan::currentRow()
{
    const auto column = [this](int index) { return m_events.getColumn(index); };
    const Row row{.id = column(0).getUInt(),
                  .source = column(1).getInt(),
                  .timeUs = optionalNumber(column(2)),
                  .receivedUs = optionalNumber(column(3)),
                  .level = clamped(column(4).getInt()),
                  .stage = clamped(column(5).getInt()),
                  .flags = column(6).getUInt(),
                  .last = column(7).getInt() != 0,
                  .hasCode = !column(8).isNull(),
                  .isLongRunning = m_longRunning.contains(column(9).getInt64())
                      || m_longRunning.contains(column(10).getInt64()),
                  .block = column(11).getUInt(),
                  .offset = column(12).getUInt(),
                  .length = column(13).getUInt(),
                  .envelope = column(15).getInt64()};
    const SQLite::Column auditId = column(14);
    if (m_options.keepsAuditIds && row.last && !auditId.isNull()) {
        m_result.auditIds.push_back(
            {.hash = hash64({auditId.getText(), std::size_t(auditId.getBytes())}),
             .event = row.id});
    }
    return row;
}

void EvidenceScan::addRow(const Row &row)
{
    SourceTally &tally = m_result.tallies[row.source];
    addPlace(row, tally);
    addOpenRequest(row, tally);
    if (const auto source = m_sources.find(row.source); source != m_sources.end()) {
        checkTimes(row, tally, source->second);
    }
    if (row.has(EventFlag::Salvaged)) {
        tally.mark(FindingKind::Salvaged, row.id);
    }
    if (row.has(EventFlag::Truncated)) {
        tally.mark(FindingKind::Truncated, row.id);
    }
    addForm(row, m_documents.bytes(EventId{row.id}), tally, isServersOwn(row));
}

void EvidenceScan::addPlace(const Row &row, SourceTally &tally)
{
    ++tally.events;
    ++tally.levels[row.level][row.stage];
    ++tally.envelopes[row.envelope];
    if (row.timeUs) {
        tally.coarse += *row.timeUs % UsPerMs == 0;
        tally.occurrences.push_back({.timeUs = *row.timeUs,
                                     .event = row.id,
                                     .block = row.block,
                                     .offset = row.offset,
                                     .length = row.length});
    }
}

void EvidenceScan::checkTimes(const Row &row, SourceTally &tally, const SourceInfo &source)
{
    if (!row.timeUs) {
        return;
    }
    if (row.isNative() && row.receivedUs && *row.timeUs < *row.receivedUs) {
        tally.mark(FindingKind::BeforeReceipt, row.id);
    }
    if (row.isNative() && row.is(Stage::RequestReceived)) {
        if (row.receivedUs && *row.timeUs > *row.receivedUs) {
            tally.mark(FindingKind::ReceivedTwice, row.id);
        }
        if (row.hasCode) {
            tally.mark(FindingKind::EarlyAnswer, row.id);
        }
    }
    if (*row.timeUs > source.importedUs + FutureSlackUs) {
        tally.mark(FindingKind::FutureTime, row.id);
    }
    if (source.modifiedUs && *row.timeUs > *source.modifiedUs + ModifiedSlackUs) {
        tally.mark(FindingKind::AfterModified, row.id);
    }
}

void EvidenceScan::addOpenRequest(const Row &row, SourceTally &tally)
{
    if (!row.last || !row.isNative()) {
        return;
    }
    if (row.isLongRunning) {
        tally.openLongRunning += row.is(Stage::RequestReceived) || row.is(Stage::ResponseStarted);
    } else if (row.is(Stage::RequestReceived) && row.timeUs) {
        tally.open.push_back({.receivedUs = *row.timeUs, .event = row.id});
    }
}

/// Whether the text is the one that a server wrote, as far as can be known.
bool EvidenceScan::isServersOwn(const Row &row) const
{
    return row.isNative() && !m_composing.contains(row.envelope);
}

/// A text that a format put together shows what is present, but nothing of its writer.
void EvidenceScan::addForm(const Row &row, std::string_view document, SourceTally &tally,
                           bool isOwn)
{
    if (!m_forms.read(document, m_form)) {
        addColumns(row.id, tally);
        return;
    }
    tally.present |= m_form.present;
    if (!isOwn) {
        return;
    }
    tally.addForm(m_form, row.id);
    if (!m_form.present[m_stageTime] || !m_form.present[m_receiptTime] || !row.timeUs
        || !row.receivedUs) {
        tally.mark(FindingKind::TimeMissing, row.id);
    }
}

void EvidenceScan::addColumns(std::uint32_t event, SourceTally &tally)
{
    m_columns.reset();
    m_columns.bind(1, std::int64_t{event});
    if (!m_columns.executeStep()) {
        return;
    }
    int column = 0;
    for (std::size_t i = 0; i < fieldCatalogue().size(); ++i) {
        if (isStored(fieldCatalogue()[i]) && m_columns.getColumn(++column).getInt() != 0) {
            tally.present.set(i);
        }
    }
}

void EvidenceScan::addCopies(const std::vector<Row> &rows, std::int64_t from, std::int64_t to)
{
    m_copies.reset();
    m_copies.bind(1, from);
    m_copies.bind(2, to);
    auto row = rows.begin();
    while (m_copies.executeStep()) {
        const std::uint32_t event = m_copies.getColumn(0).getUInt();
        row = std::find_if(row, rows.end(), [event](const Row &r) { return r.id >= event; });
        if (row == rows.end() || row->id != event) {
            continue;
        }
        Row copy = *row;
        copy.source = m_copies.getColumn(1).getInt();
        copy.block = m_copies.getColumn(2).getUInt();
        copy.offset = m_copies.getColumn(3).getUInt();
        copy.length = m_copies.getColumn(4).getUInt();
        copy.envelope = m_copies.getColumn(6).getInt64();
        SourceTally &tally = m_result.tallies[copy.source];
        addPlace(copy, tally);
        if (m_copies.getColumn(5).getInt() != 0) {
            tally.mark(FindingKind::Conflict, event);
            m_result.tallies[row->source].mark(FindingKind::Conflict, event);
        }
        const Result<QByteArray> bytes =
            m_reader.copyBytes({.source = SourceId{copy.source},
                                .block = BlockId{static_cast<std::int32_t>(copy.block)},
                                .offset = copy.offset,
                                .length = copy.length,
                                .envelope = copy.envelope});
        if (bytes) {
            addForm(copy, {bytes->constData(), std::size_t(bytes->size())}, tally,
                    isServersOwn(copy));
        }
    }
}

void EvidenceScan::compareStages(std::int64_t from, std::int64_t to)
{
    m_stages.reset();
    m_stages.bind(1, from);
    m_stages.bind(2, to);
    while (m_stages.executeStep()) {
        compareStage();
    }
}

/// The stages of a request may stand in two sources; the finding belongs to both.
void EvidenceScan::compareStage()
{
    const auto isTrue = [this](int column) { return m_stages.getColumn(column).getInt() != 0; };
    const std::uint32_t event = m_stages.getColumn(0).getUInt();
    for (const std::int32_t source :
         std::unordered_set{m_stages.getColumn(1).getInt(), m_stages.getColumn(2).getInt()}) {
        SourceTally &tally = m_result.tallies[source];
        if (isTrue(3)) {
            tally.mark(FindingKind::StageTwice, event);
        } else if (isTrue(4)) {
            tally.mark(FindingKind::StageTime, event);
        }
        for (std::size_t i = 0; i < ComparedFields.size(); ++i) {
            if (isTrue(int(i) + 5)) {
                tally.mark(FindingKind::StageField, event);
                ++tally.differing[ComparedFields[i]];
            }
        }
    }
}

} // namespace auditloupe
