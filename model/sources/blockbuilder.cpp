// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/blockbuilder.h"

#include "model/base/hash.h"
#include "model/event/jsonscanner.h"
#include "model/sources/lookalike.h"

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr auto AuditApi = "audit.k8s.io/"sv;

/// Equal for the stages of one request: auditID and time of receipt, or where that was not
/// recorded, auditID and URI within one set of rotated files. The cluster stays out of it,
/// because an unknown one equals any.
std::uint64_t requestHash(const EventFields &fields, std::uint64_t rotationSet)
{
    const std::uint64_t id = hash64(fields.auditId);
    if (fields.receivedUs) {
        return hash64(fields.auditId, static_cast<std::uint64_t>(*fields.receivedUs));
    }
    return hash64(fields.requestUri, id ^ rotationSet);
}

} // namespace

BlockBuilder::BlockBuilder(std::uint64_t rotationSet, Take take)
    : m_take(std::move(take))
    , m_rotationSet(rotationSet)
{
}

RecordSink::Verdict BlockBuilder::json(std::string_view bytes, RecordPlace place)
{
    EventFields fields;
    const JsonKind kind = m_parser.parse(bytes, fields);
    switch (kind) {
    case JsonKind::AuditEvent:
        addEvent(fields, bytes, place);
        return Verdict::Taken;
    case JsonKind::BadAuditEvent:
        reject(bytes, place, "an audit event without auditID or content");
        return Verdict::Taken;
    case JsonKind::List:
        return Verdict::List;
    case JsonKind::Malformed:
        return Verdict::NotWhole;
    case JsonKind::CoreEvent:
    case JsonKind::AdmissionReview:
    case JsonKind::OtherJson:
        break;
    }
    addOther(kindOfOtherJson(kind, bytes));
    return Verdict::Taken;
}

void BlockBuilder::broken(std::string_view bytes, RecordPlace place, Damage damage)
{
    if (damage == Damage::TooLong) {
        reject(bytes, place, "longer than 64 MiB");
        return;
    }
    if (salvage(bytes, place)) {
        return;
    }
    std::string reason = damage == Damage::CutOff ? "cut off" : "not valid JSON";
    EventFields fields;
    if (m_parser.parse(bytes, fields) == JsonKind::Malformed && damage == Damage::NotJson) {
        reason += ": " + std::string(m_parser.problem());
    }
    reject(bytes, place, std::move(reason));
}

void BlockBuilder::text(std::string_view line, RecordPlace /*place*/)
{
    const std::string_view kind = kindOfTextLine(line);
    m_binary = m_binary || kind == "binary"sv;
    addOther(kind);
}

bool BlockBuilder::settled(std::string &buffer, std::size_t settled, bool last)
{
    if (settled < BlockSize && !(last && settled > 0)) {
        return false;
    }
    std::string rest;
    rest.reserve(std::max(buffer.size() - settled, 2 * BlockSize) + EventParser::Padding);
    rest.assign(buffer, settled);
    buffer.resize(settled);
    m_block.bytes = std::move(buffer);
    m_block.streamOffset = m_streamOffset;
    m_streamOffset += static_cast<std::int64_t>(settled);
    m_take(std::move(m_block));
    m_block = ParsedBlock{};
    buffer = std::move(rest);
    return true;
}

void BlockBuilder::addEvent(const EventFields &fields, std::string_view bytes, RecordPlace place)
{
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
    event.request = requestHash(fields, m_rotationSet);
    event.content = hash64(fields.contentFrom.data() == nullptr ? bytes : fields.contentFrom);
    event.offset = static_cast<std::uint32_t>(place.offset);
    event.length = static_cast<std::uint32_t>(bytes.size());
}

void BlockBuilder::addOther(std::string_view kind)
{
    ++m_block.other[std::string(kind)];
}

void BlockBuilder::reject(std::string_view bytes, RecordPlace place, std::string reason)
{
    m_auditTraces = m_auditTraces
        || bytes.substr(0, BlockSize).find(AuditApi) != std::string_view::npos
        || bytes.substr(0, BlockSize).find("\"auditID\""sv) != std::string_view::npos;
    ++m_block.rejectedCount;
    if (++m_rejected > MaxRejected) {
        return;
    }
    m_block.rejected.push_back(
        {.line = place.line,
         .streamOffset = m_streamOffset + static_cast<std::int64_t>(place.offset),
         .length = static_cast<std::int64_t>(bytes.size()),
         .reason = std::move(reason)});
}

/// What can be read of a damaged event: with forbidden bytes replaced, or what stands before the
/// cut. The row is marked; its bytes stay as they came.
bool BlockBuilder::salvage(std::string_view bytes, RecordPlace place)
{
    const std::string repaired = replaceForbiddenBytes(bytes);
    EventFields fields;
    if (m_parser.parseCopy(repaired, fields) != JsonKind::AuditEvent
        && m_parser.parseCopy(closeCutObject(repaired), fields) != JsonKind::AuditEvent) {
        return false;
    }
    fields.flags |= bit(EventFlag::Salvaged);
    fields.contentFrom = bytes;
    addEvent(fields, bytes, place);
    return true;
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
    for (const std::string_view suffix : {".gz"sv, ".zst"sv, ".log"sv}) {
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
