// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/blockbuilder.h"

#include "model/base/hash.h"
#include "model/event/jsonscanner.h"
#include "model/sources/formats.h"
#include "model/sources/lookalike.h"
#include "model/sources/recordsplitter.h"

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr auto MaxRecord = RecordSplitter::MaxRecord;

/// What stands in front of a list or a table is kept up to this size: it is compared for each
/// entry.
constexpr std::size_t LongestHead = 1U << 20U;

/// Equal for the stages of one request: auditID and time of receipt, or where that was not
/// recorded, auditID and URI within one set of rotated files. The cluster stays out of it,
/// because an unknown one equals any. The time makes the upper half, in steps of about a second,
/// so that neighbours in a log are neighbours in the index: it is sorted when it is built, and
/// copies are looked for where the log was last looked into.
std::uint64_t requestHash(const EventFields &fields, std::uint64_t rotationSet)
{
    constexpr unsigned StepBits = 20; // of the microseconds
    constexpr unsigned HashBits = 32;
    if (!fields.receivedUs) {
        return hash64(fields.requestUri, hash64(fields.auditId) ^ rotationSet);
    }
    const auto received = static_cast<std::uint64_t>(*fields.receivedUs);
    return received >> StepBits << HashBits | hash64(fields.auditId, received) >> HashBits;
}

/// Whether a quoted cell begins with the bracket.
bool beginsCell(std::string_view line, std::size_t bracket, char delimiter)
{
    return bracket > 0 && line[bracket - 1] == '"'
        && (bracket == 1 || line[bracket - 2] == delimiter);
}

/// A row of delimited text with a cell that holds JSON, its quotes doubled; where the JSON is
/// pretty-printed, its bracket ends the row's first line.
bool isJsonRow(std::string_view line, char delimiter)
{
    std::size_t bracket = line.find('{');
    while (bracket != std::string_view::npos && !beginsCell(line, bracket, delimiter)) {
        bracket = line.find('{', bracket + 1);
    }
    if (bracket == std::string_view::npos) {
        return false;
    }
    const std::string_view content = line.substr(bracket + 1);
    return content.starts_with("\"\""sv)
        || content.find_first_not_of(" \t\r"sv) == std::string_view::npos;
}

/// Whether a row that begins with this line may be divided so. A first cell that holds JSON may
/// have delimiters of every kind, or none on its first line: the line in front of it tells.
bool mayDivide(char delimiter, std::string_view line, char before)
{
    return line.starts_with("\"{"sv) ? delimiter == before
                                     : line.find(delimiter) != std::string_view::npos;
}

RecordSink::TextVerdict verdictOf(ListHead::Kind kind)
{
    switch (kind) {
    case ListHead::Kind::SemicolonRows:
        return RecordSink::TextVerdict::SemicolonRows;
    case ListHead::Kind::TabRows:
        return RecordSink::TextVerdict::TabRows;
    default:
        return RecordSink::TextVerdict::CommaRows;
    }
}

} // namespace

BlockBuilder::BlockBuilder(const Options &options, Take take)
    : m_options(options)
    , m_unwrapper(options.format)
    , m_take(std::move(take))
{
}

RecordSink::Verdict BlockBuilder::json(std::string_view bytes, RecordPlace place)
{
    const Entry::Shape shape = bytes.starts_with('[') ? Entry::Shape::Array
        : bytes.starts_with('"')                      ? Entry::Shape::String
                                                      : Entry::Shape::Object;
    leaveTable();
    return take(m_unwrapper.unwrap(shape, bytes, head(), positionOf(place)), bytes, place);
}

RecordSink::Verdict BlockBuilder::take(const Unwrapped &found, std::string_view bytes,
                                       RecordPlace place)
{
    m_line = place.line;
    switch (found.kind) {
    case Unwrapped::Kind::Event:
        addEvent(found, bytes, place);
        break;
    case Unwrapped::Kind::BadEvent:
        rejectFound(found, bytes, place);
        break;
    case Unwrapped::Kind::Other:
        addOther(found.reason);
        break;
    case Unwrapped::Kind::List:
        return Verdict::List;
    case Unwrapped::Kind::NotWhole:
        return Verdict::NotWhole;
    case Unwrapped::Kind::Pending:
        break;
    case Unwrapped::Kind::Payload:
        addPayload(found.event, place);
        break;
    }
    return Verdict::Taken;
}

void BlockBuilder::broken(std::string_view bytes, RecordPlace place, Damage damage)
{
    if (damage == Damage::TooLong) {
        reject(bytes, place, "longer than 64 MiB");
        return;
    }
    if (damage == Damage::NotRow) {
        reject(bytes, place, "a row with a stray quote");
        return;
    }
    const Unwrapped found = m_unwrapper.salvage(bytes, head(), positionOf(place));
    if (found.kind == Unwrapped::Kind::Event) {
        addEvent(found, bytes, place);
        return;
    }
    std::string reason = damage == Damage::CutOff ? "cut off" : "not valid JSON";
    EventFields fields;
    EventParser parser;
    if (damage == Damage::NotJson && parser.parseCopy(bytes, fields) == JsonKind::Malformed) {
        reason += ": " + std::string(parser.problem());
    }
    reject(bytes, place, std::move(reason));
}

/// Rows come one behind the other: any other record is behind the table.
void BlockBuilder::leaveTable()
{
    if (m_heads.front().isRows()) {
        m_heads.front() = {};
    }
}

RecordSink::TextVerdict BlockBuilder::text(std::string_view line, RecordPlace place)
{
    leaveTable();
    if (const TextVerdict table = tableOf(line, place); table != TextVerdict::Taken) {
        return table;
    }
    const Unwrapped found = m_unwrapper.unwrap(Entry::Shape::Line, line, head(), positionOf(place));
    m_binary = m_binary || found.reason == "binary"sv;
    take(found, line, place);
    return TextVerdict::Taken;
}

/// Whether a table begins with this line, or documents of YAML do.
RecordSink::TextVerdict BlockBuilder::tableOf(std::string_view line, RecordPlace place)
{
    constexpr std::int64_t ByteOrderMark = 3; // its size
    const bool isAtStart = positionOf(place) <= ByteOrderMark;
    if ((isAtStart && line == "---"sv) || beginsDocument(line, isAtStart)) {
        return TextVerdict::Documents;
    }
    const bool hasBracket = line.find('{') != std::string_view::npos; // no column's name has one
    for (const auto kind :
         {ListHead::Kind::CommaRows, ListHead::Kind::SemicolonRows, ListHead::Kind::TabRows}) {
        const ListHead table{.kind = kind};
        if (line.size() > LongestHead || !mayDivide(table.delimiter(), line, m_delimiterBefore)) {
            continue;
        }
        m_isNewTable = !hasBracket && isTableHead(splitRow(line, table.delimiter()));
        if (m_isNewTable || isJsonRow(line, table.delimiter())) {
            m_heads.front() = table;
            return verdictOf(kind);
        }
    }
    const std::size_t delimiter = line.find_first_of(",;\t"sv);
    m_delimiterBefore = delimiter == std::string_view::npos ? ',' : line[delimiter];
    return TextVerdict::Taken;
}

void BlockBuilder::row(std::string_view bytes, RecordPlace place)
{
    if (std::exchange(m_isNewTable, false)) {
        m_heads.front().bytes = bytes.substr(0, bytes.size() <= LongestHead ? bytes.size() : 0);
        return;
    }
    take(m_unwrapper.unwrap(Entry::Shape::Row, bytes, m_heads.front(), positionOf(place)), bytes,
         place);
}

void BlockBuilder::document(std::string_view bytes, RecordPlace place)
{
    take(m_unwrapper.unwrap(Entry::Shape::Document, bytes, head(), positionOf(place)), bytes,
         place);
}

void BlockBuilder::listBegun(std::string_view head)
{
    ListHead &list = m_heads.emplace_back();
    if (!head.empty() && head.size() <= LongestHead) {
        list.kind = ListHead::Kind::Json;
        list.bytes = closeCutObject(head, CutParts::Lists).text;
    }
}

void BlockBuilder::listEnded()
{
    m_heads.pop_back();
}

/// Has no bytes: nothing is known of what is missing.
void BlockBuilder::listCut(RecordPlace place)
{
    reject({}, place, "the list has no end");
}

std::size_t BlockBuilder::settled(std::string &buffer, std::size_t settled, bool last)
{
    if (last) {
        endPending(buffer, settled);
    }
    if (const std::optional<std::int64_t> waiting = m_unwrapper.pendingBegin()) {
        const auto begin = static_cast<std::size_t>(*waiting - m_streamOffset);
        if (settled - begin > MaxRecord) {
            endPending(buffer, settled); // their rest was rotated away
        } else {
            settled = std::min(settled, begin);
        }
    }
    if (settled < m_reached) {
        return 0; // a block holds its entries whole
    }
    if (settled < BlockSize && !(last && settled > 0)) {
        return 0;
    }
    std::string rest;
    rest.reserve(std::max(buffer.size() - settled, 2 * BlockSize) + EventParser::Padding);
    rest.assign(buffer, settled);
    buffer.resize(settled);
    m_block.bytes = std::move(buffer);
    m_block.streamOffset = m_streamOffset;
    m_streamOffset += static_cast<std::int64_t>(settled);
    countFormats(m_block);
    m_take(std::move(m_block));
    m_block = ParsedBlock{};
    m_chains.clear();
    m_reached = 0;
    buffer = std::move(rest);
    return settled;
}

/// Pieces whose rest never came reach to the end of what was read; what they hold is salvaged.
void BlockBuilder::endPending(const std::string &buffer, std::size_t end)
{
    while (const std::optional<Unwrapped> cut = m_unwrapper.endPending()) {
        take(*cut, std::string_view(buffer).substr(end, 0), {.offset = end, .line = m_line});
    }
}

void BlockBuilder::countFormats(const ParsedBlock &block)
{
    auto native = static_cast<std::int64_t>(block.events.size());
    for (const ParsedEnvelope &envelope : block.envelopes) {
        native -= envelope.events;
        m_formats[envelope.format] += envelope.events;
    }
    if (native > 0) {
        m_formats[std::string(NativeFormat)] += native;
    }
}

void BlockBuilder::addEvent(const Unwrapped &found, std::string_view bytes, RecordPlace place)
{
    const EventFields &fields = found.fields;
    const std::size_t end = place.offset + bytes.size();
    const std::size_t begin = beginOf(found, place);
    ++m_events;
    LocalStrings &strings = m_block.strings;
    ParsedEvent &event = m_block.events.emplace_back();
    event.timeUs = fields.timeUs();
    event.receivedUs = fields.receivedUs;
    event.level = fields.level;
    event.stage = fields.stage;
    event.decision = fields.decision;
    event.flags = fields.flags;
    event.code = fields.code;
    event.verb = strings.intern(fields.verb);
    event.username = strings.intern(fields.username);
    event.userGroups = strings.intern(fields.userGroups);
    event.impersonatedUser = strings.intern(fields.impersonatedUser);
    event.sourceIps = strings.intern(fields.sourceIps);
    event.userAgent = strings.intern(fields.userAgent);
    event.apiGroup = strings.intern(fields.apiGroup);
    event.apiVersion = strings.intern(fields.apiVersion);
    event.resource = strings.intern(fields.resource);
    event.subresource = strings.intern(fields.subresource);
    event.objectNamespace = strings.intern(fields.objectNamespace);
    event.reason = strings.intern(fields.reason);
    event.name = store(fields.name);
    event.requestUri = store(fields.requestUri);
    event.auditId = store(fields.auditId);
    event.request = requestHash(fields, m_options.rotationSet);
    event.content = hash64(fields.contentFrom.data() == nullptr ? found.event : fields.contentFrom);
    event.cluster = strings.intern(found.cluster);
    event.account = strings.intern(found.account);
    event.node = strings.intern(found.node);
    event.envelope = envelopeOf(found.chain);
    event.offset = static_cast<std::uint32_t>(begin);
    event.length = static_cast<std::uint32_t>(end - begin);
    m_reached = std::max(m_reached, end);
}

/// Most events of a block share one envelope: the newest is looked at first.
std::int32_t BlockBuilder::envelopeOf(const FormatChain &chain)
{
    if (chain.isEmpty()) {
        return 0;
    }
    for (std::size_t i = m_chains.size(); i > 0; --i) {
        if (m_chains[i - 1] == chain && m_block.envelopes[i - 1].head == head()) {
            ++m_block.envelopes[i - 1].events;
            return static_cast<std::int32_t>(i);
        }
    }
    m_chains.push_back(chain);
    m_block.envelopes.push_back({.format = chain.name(), .head = head(), .events = 1});
    return static_cast<std::int32_t>(m_chains.size());
}

/// A stream that was encoded in an entry: its blocks follow each other in a stream of their own.
void BlockBuilder::addPayload(std::string_view stream, RecordPlace place)
{
    if (m_isEncoded) {
        addOther("encoded inside of what was encoded"sv);
        return;
    }
    const std::int64_t before = m_encodedBytes;
    const Options options{.rotationSet = m_options.rotationSet,
                          .isCancelled = m_options.isCancelled};
    BlockBuilder inside(options, [&](ParsedBlock block) {
        m_encodedBytes += static_cast<std::int64_t>(block.bytes.size());
        block.streamOffset += before;
        block.encodedAt = positionOf(place);
        for (ParsedRejection &rejection : block.rejected) {
            rejection.streamOffset += before;
        }
        m_take(std::move(block));
    });
    inside.m_isEncoded = true;
    RecordSplitter splitter(inside);
    splitter.feed(stream);
    splitter.finish();
    m_events += inside.m_events;
    for (const auto &[format, events] : inside.m_formats) {
        m_formats[format] += events;
    }
    m_auditTraces = m_auditTraces || inside.m_auditTraces;
}

void BlockBuilder::rejectFound(const Unwrapped &found, std::string_view bytes, RecordPlace place)
{
    const std::size_t begin = beginOf(found, place);
    const std::size_t length = place.offset + bytes.size() - begin;
    const std::string_view whole(bytes.data() - (place.offset - begin), length);
    reject(whole, {.offset = begin, .line = place.line}, found.reason);
}

/// An entry in pieces begins before the record that completed it.
std::size_t BlockBuilder::beginOf(const Unwrapped &found, RecordPlace place) const
{
    return found.begin < 0 ? place.offset : static_cast<std::size_t>(found.begin - m_streamOffset);
}

void BlockBuilder::addOther(std::string_view kind)
{
    constexpr std::size_t LongestKind = 80;
    constexpr std::size_t MostKinds = 200; // a log's own words may be among them
    std::string name(kind.substr(0, LongestKind));
    if (!m_kinds.contains(name) && m_kinds.size() >= MostKinds) {
        name = "other";
    }
    m_kinds.insert(name);
    ++m_block.other[name];
}

void BlockBuilder::reject(std::string_view bytes, RecordPlace place, std::string reason)
{
    static constexpr std::array Traces{"audit.k8s.io/"sv, "\"auditID\""sv, "\"stageTimestamp\""sv};
    const std::string_view front = bytes.substr(0, BlockSize);
    m_auditTraces = m_auditTraces || std::ranges::any_of(Traces, [front](std::string_view trace) {
                        return front.find(trace) != std::string_view::npos;
                    });
    m_reached = std::max(m_reached, place.offset + bytes.size());
    ++m_block.rejectedCount;
    if (++m_rejected > MaxRejected) {
        return;
    }
    m_block.rejected.push_back({.line = place.line,
                                .streamOffset = positionOf(place),
                                .length = static_cast<std::int64_t>(bytes.size()),
                                .reason = std::move(reason)});
}

TextSlice BlockBuilder::store(std::string_view text)
{
    if (text.data() == nullptr) {
        return {};
    }
    const TextSlice slice{.offset = static_cast<std::int32_t>(m_block.text.size()),
                          .length = static_cast<std::uint32_t>(text.size())};
    m_block.text.append(text);
    return slice;
}

std::uint64_t rotationSetOf(std::string_view path)
{
    const std::size_t slash = path.rfind('/');
    const std::string_view folder = path.substr(0, slash == std::string_view::npos ? 0 : slash);
    std::string_view name = slash == std::string_view::npos ? path : path.substr(slash + 1);
    for (const std::string_view suffix : {".gz"sv, ".zst"sv, ".xz"sv, ".bz2"sv, ".log"sv}) {
        if (name.ends_with(suffix)) {
            name.remove_suffix(suffix.size());
        }
    }
    // "-2006-01-02T15-04-05.000", as the log rotation of the API server writes it
    constexpr std::size_t StampLength = 24;
    if (name.size() > StampLength && name[name.size() - StampLength] == '-'
        && name[name.size() - 13] == 'T') {
        name.remove_suffix(StampLength);
    }
    return hash64(name, hash64(folder));
}

} // namespace auditloupe
