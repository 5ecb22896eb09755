// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/unwrapper.h"

#include "model/sources/lookalike.h"
#include "model/sources/recordsplitter.h"

#include <algorithm>
#include <functional>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = Unwrapped::Kind;
using Shape = Entry::Shape;

const ListHead NoHead;

std::string_view trimmed(std::string_view text)
{
    constexpr auto Blanks = " \t\r\n"sv;
    const std::size_t begin = text.find_first_not_of(Blanks);
    if (begin == std::string_view::npos) {
        return text.substr(0, 0);
    }
    return text.substr(begin, text.find_last_not_of(Blanks) + 1 - begin);
}

Shape shapeOf(std::string_view text)
{
    const char first = text.empty() ? ' ' : text.front();
    return first == '{' ? Shape::Object
        : first == '['  ? Shape::Array
        : first == '"'  ? Shape::String
                        : Shape::Line;
}

bool holdsList(std::string_view json)
{
    JsonScanner scanner(listPaths());
    return scanner.scan(json) == JsonScanner::Status::List;
}

bool speaksOfAudit(std::string_view text)
{
    constexpr std::size_t Enough = 256U << 10U;
    const std::string_view head = text.substr(0, Enough);
    return head.find("audit.k8s.io/"sv) != std::string_view::npos
        || head.find("\"auditID\""sv) != std::string_view::npos;
}

bool isComposed(const FormatChain &chain)
{
    return std::ranges::any_of(chain.formats(),
                               [](const Format *format) { return format->composesEvents(); });
}

/// Without what was put behind a cut object to close it, of which the text may be a part.
std::string_view withoutClosing(std::string_view text, const ClosedObject &object)
{
    const std::string_view whole = object.text;
    const bool isPart = std::less_equal<>()(whole.data(), text.data())
        && std::less_equal<>()(text.data() + text.size(), whole.data() + whole.size());
    if (!isPart) {
        return text;
    }
    const auto from = static_cast<std::size_t>(text.data() - whole.data());
    return text.substr(0, object.kept - std::min(from, object.kept));
}

Unwrapped other(std::string_view what)
{
    return {.kind = Kind::Other, .reason = std::string(what)};
}

/// The next of the records in front of `bytes`, which lose it: a JSON object, or a line.
std::string_view takeRecord(std::string_view &bytes)
{
    constexpr auto Between = " \t\r\n,"sv;
    bytes.remove_prefix(std::min(bytes.find_first_not_of(Between), bytes.size()));
    std::size_t end = std::min(bytes.find('\n'), bytes.size());
    JsonScanner scanner(listPaths());
    if (bytes.starts_with('{') && scanner.scan(bytes) == JsonScanner::Status::Done) {
        end = scanner.position();
    }
    std::string_view record = bytes.substr(0, end);
    bytes.remove_prefix(end);
    record.remove_suffix(record.ends_with('\r') ? 1 : 0);
    return record;
}

} // namespace

void FormatChain::prepend(const Format &format)
{
    if (m_size < Deepest) {
        m_formats[m_size++] = &format;
    }
}

std::span<const Format *const> FormatChain::formats() const
{
    return {m_formats.data(), m_size};
}

std::string FormatChain::name() const
{
    std::string name;
    for (std::size_t i = m_size; i > 0; --i) {
        name += (name.empty() ? "" : "/");
        name += m_formats[i - 1]->name();
    }
    return name;
}

std::optional<FormatChain> FormatChain::fromName(std::string_view name)
{
    FormatChain chain;
    while (!name.empty()) {
        const std::size_t slash = name.rfind('/');
        const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
        const Format *format = formatNamed(name.substr(begin));
        if (format == nullptr || chain.m_size == Deepest) {
            return std::nullopt;
        }
        chain.prepend(*format);
        name = name.substr(0, begin == 0 ? 0 : begin - 1);
    }
    return chain;
}

Unwrapper::Unwrapper(const Format *forced)
    : m_forced(forced)
{
}

Unwrapped Unwrapper::unwrap(Shape shape, std::string_view bytes, const ListHead &head,
                            std::int64_t position)
{
    m_position = position;
    return unwrapAt(0, shape, bytes, head);
}

Unwrapped Unwrapper::unwrapAt(std::size_t depth, Shape shape, std::string_view bytes,
                              const ListHead &head)
{
    m_entries[depth].open(shape, bytes, head);
    if (depth == 0 && m_forced != nullptr) {
        if (shape == Shape::Object && !m_entries[depth].isWhole()) {
            return {.kind = Kind::NotWhole};
        }
        std::optional<Unwrapped> found = openWith(depth, *m_forced);
        const bool isList = !found && shape == Shape::Object && holdsList(bytes);
        return isList ? Unwrapped{.kind = Kind::List}
                      : found.value_or(other("not of the format that was chosen"sv));
    }
    const bool isDeepest = depth == FormatChain::Deepest; // only an event itself
    if (std::optional<Unwrapped> found = isDeepest ? std::nullopt : byLikely(depth)) {
        return std::move(*found);
    }
    if (shape == Shape::Object) {
        Unwrapped found = native(depth, bytes);
        if (found.kind != Kind::Other || !found.reason.empty()) {
            return found;
        }
    }
    if (std::optional<Unwrapped> found = isDeepest ? std::nullopt : byBest(depth)) {
        return std::move(*found);
    }
    if (shape == Shape::Object && holdsList(bytes)) {
        return {.kind = depth == 0 ? Kind::List : Kind::Payload, .event = bytes};
    }
    if (shape == Shape::Array && depth > 0) {
        return {.kind = Kind::Payload, .event = bytes};
    }
    if (isDeepest && speaksOfAudit(bytes)) {
        return {.kind = Kind::BadEvent, .reason = "wrapped more than four times"};
    }
    return other(shape == Shape::Line || shape == Shape::Document
                     ? kindOfTextLine(bytes)
                     : kindOfOtherJson(JsonKind::OtherJson, bytes));
}

/// Other with an empty reason: JSON of which nothing is known yet.
Unwrapped Unwrapper::native(std::size_t depth, std::string_view bytes)
{
    Unwrapped found;
    switch (m_parser.parse(bytes, found.fields)) {
    case JsonKind::AuditEvent:
        found.kind = Kind::Event;
        found.event = bytes;
        return found;
    case JsonKind::BadAuditEvent:
        return {.kind = Kind::BadEvent, .reason = "an audit event without auditID or content"};
    case JsonKind::List:
        return {.kind = depth == 0 ? Kind::List : Kind::Payload, .event = bytes};
    case JsonKind::Malformed:
        return depth == 0 ? Unwrapped{.kind = Kind::NotWhole} : damaged(bytes);
    case JsonKind::CoreEvent:
        return other(kindOfOtherJson(JsonKind::CoreEvent, bytes));
    case JsonKind::AdmissionReview:
        return other(kindOfOtherJson(JsonKind::AdmissionReview, bytes));
    case JsonKind::OtherJson:
        break;
    }
    return {};
}

/// What can be read of a damaged event: with forbidden bytes replaced, or what stands before the
/// cut. Its bytes stay as they came. A list that was cut is left out, or it would seem to be all.
Unwrapped Unwrapper::damaged(std::string_view text)
{
    Unwrapped found;
    m_repaired = replaceForbiddenBytes(text);
    bool isEvent = m_parser.parseCopy(m_repaired, found.fields) == JsonKind::AuditEvent;
    if (!isEvent) {
        constexpr std::uint32_t Bodies =
            bit(EventFlag::HasRequestBody) | bit(EventFlag::HasResponseBody);
        m_parser.parseCopy(closeCutObject(m_repaired, CutParts::Lists).text, found.fields);
        const std::uint32_t bodies = found.fields.flags & Bodies; // one may be a list
        m_repaired = closeCutObject(m_repaired, CutParts::None).text;
        isEvent = m_parser.parseCopy(m_repaired, found.fields) == JsonKind::AuditEvent;
        found.fields.flags |= bodies;
    }
    if (isEvent) {
        found.kind = Kind::Event;
        found.event = text;
        found.fields.flags |= bit(EventFlag::Salvaged);
        found.fields.contentFrom = text;
        return found;
    }
    if (!speaksOfAudit(text)) {
        return other("damaged JSON"sv);
    }
    return {.kind = Kind::BadEvent, .reason = "the event inside is cut off or not valid JSON"};
}

Unwrapped Unwrapper::salvage(std::string_view bytes, const ListHead &head, std::int64_t position)
{
    Unwrapped found = damaged(bytes);
    if (found.kind == Kind::Event) {
        return found;
    }
    m_position = position;
    const std::string readable = replaceForbiddenBytes(bytes);
    Unwrapped inside = unwrapClosed(closeCutObject(readable, CutParts::Strings), head);
    if (inside.kind == Kind::Event && isComposed(inside.chain)) {
        inside = unwrapClosed(closeCutObject(readable, CutParts::None), head);
    }
    return inside.kind == Kind::Event ? inside : found;
}

/// The event in a wrapper that was cut off. One that stands in it as an object was cut as well:
/// what closes the wrapper is none of it.
Unwrapped Unwrapper::unwrapClosed(ClosedObject wrapper, const ListHead &head)
{
    if (wrapper.text.empty()) {
        return {};
    }
    m_closed = std::move(wrapper);
    m_closed.text.reserve(m_closed.text.size() + EventParser::Padding);
    Unwrapped inside = unwrapAt(0, shapeOf(m_closed.text), m_closed.text, head);
    if (inside.kind != Kind::Event) {
        return inside;
    }
    inside.fields.flags |= bit(EventFlag::Salvaged);
    const std::string_view event = withoutClosing(inside.event, m_closed);
    if (event.size() < inside.event.size()) {
        const std::uint32_t flags = inside.fields.flags;
        const Unwrapped cut = damaged(event);
        inside.kind = cut.kind;
        inside.event = cut.event;
        inside.fields = cut.fields;
        inside.fields.flags |= flags;
    }
    return inside;
}

std::optional<Unwrapped> Unwrapper::byLikely(std::size_t depth)
{
    const Format *likely = m_likely[depth];
    if (likely == nullptr || likely->confidence(m_entries[depth]) != Confidence::Certain) {
        return std::nullopt;
    }
    return openWith(depth, *likely);
}

std::optional<Unwrapped> Unwrapper::byBest(std::size_t depth)
{
    std::vector<std::pair<Confidence, const Format *>> candidates;
    for (const Format *format : allFormats()) {
        const Confidence confidence = format->confidence(m_entries[depth]);
        if (confidence != Confidence::None) {
            candidates.emplace_back(confidence, format);
        }
    }
    std::ranges::stable_sort(candidates, std::greater{},
                             &std::pair<Confidence, const Format *>::first);
    for (const auto &[confidence, format] : candidates) {
        if (std::optional<Unwrapped> found = openWith(depth, *format)) {
            m_likely[depth] = format;
            return found;
        }
    }
    return std::nullopt;
}

std::optional<Unwrapped> Unwrapper::openWith(std::size_t depth, const Format &format)
{
    const Opened opened = format.open(m_entries[depth]);
    Unwrapped found;
    switch (opened.kind) {
    case Opened::Kind::NotMine:
        return std::nullopt;
    case Opened::Kind::Inner:
        found = inner(depth, opened.text);
        break;
    case Opened::Kind::Event:
        found = native(depth + 1, opened.text);
        break;
    case Opened::Kind::Piece:
        found = takePiece(depth, format, opened);
        break;
    case Opened::Kind::Payload:
        found = {.kind = Kind::Payload, .event = opened.text};
        break;
    case Opened::Kind::Bad:
        found = {.kind = Kind::BadEvent, .reason = std::string(opened.other)};
        break;
    case Opened::Kind::Other:
        found = other(opened.other);
        break;
    }
    if (opened.kind == Opened::Kind::Piece && found.kind == Kind::Other && found.reason == "text") {
        found.reason = "container log";
    }
    found.chain.prepend(format);
    found.fields.flags |= opened.flags;
    if (found.cluster.empty()) {
        found.cluster = opened.cluster;
        found.account = opened.account;
    }
    found.node = found.node.empty() ? opened.node : found.node;
    return found;
}

Unwrapped Unwrapper::inner(std::size_t depth, std::string_view text)
{
    const std::string_view record = trimmed(text);
    return unwrapAt(depth + 1, shapeOf(record), record, NoHead);
}

bool Unwrapper::isCertainOf(std::string_view line)
{
    m_entries.front().open(Shape::Line, line, NoHead);
    return std::ranges::any_of(allFormats(), [this](const Format *format) {
        return format->confidence(m_entries.front()) == Confidence::Certain;
    });
}

/// Pieces are told apart by their format and stream, and joined without anything between.
Unwrapped Unwrapper::takePiece(std::size_t depth, const Format &format, const Opened &opened)
{
    constexpr std::size_t MostStreams = 16;
    const auto waiting = std::ranges::find_if(m_pieces, [&](const Pieces &pieces) {
        return pieces.format == &format && pieces.stream == opened.stream;
    });
    if (waiting == m_pieces.end()) {
        if (opened.isLast) {
            return inner(depth, opened.text);
        }
        if (depth > 0 || m_pieces.size() == MostStreams) {
            return {.kind = Kind::BadEvent, .reason = "a piece of an entry without the others"};
        }
        m_pieces.push_back({.format = &format,
                            .stream = std::string(opened.stream),
                            .text = std::string(opened.text),
                            .begin = m_position});
        return {.kind = Kind::Pending};
    }
    waiting->isTooLong =
        waiting->text.size() + opened.text.size() > RecordSplitter::MaxRecord || waiting->isTooLong;
    if (!waiting->isTooLong) {
        waiting->text += opened.text;
    }
    if (!opened.isLast) {
        return {.kind = Kind::Pending};
    }
    const Pieces whole = std::move(*waiting);
    m_pieces.erase(waiting);
    m_joined = std::move(whole.text);
    m_joined.reserve(m_joined.size() + EventParser::Padding);
    Unwrapped found = whole.isTooLong
        ? Unwrapped{.kind = Kind::BadEvent, .reason = "longer than 64 MiB"}
        : inner(depth, m_joined);
    found.begin = whole.begin;
    return found;
}

std::optional<std::int64_t> Unwrapper::pendingBegin() const
{
    const auto oldest = std::ranges::min_element(m_pieces, {}, &Pieces::begin);
    return oldest == m_pieces.end() ? std::nullopt : std::optional(oldest->begin);
}

std::optional<Unwrapped> Unwrapper::endPending()
{
    if (m_pieces.empty()) {
        return std::nullopt;
    }
    const Pieces cut = std::move(m_pieces.front());
    m_pieces.erase(m_pieces.begin());
    m_joined = cut.text;
    Unwrapped found = damaged(m_joined);
    found.chain.prepend(*cut.format);
    found.begin = cut.begin;
    return found;
}

/// Opens an entry that is known to be one; a damaged one is repaired as salvage() did it.
Entry &Unwrapper::openAgain(std::size_t depth, std::string_view text, const ListHead &head)
{
    Entry &entry = m_entries[depth];
    entry.open(head.isRows() ? Shape::Row : shapeOf(text), text, head);
    if (!entry.isWhole() && entry.shape() != Shape::Object) {
        entry.open(Shape::Line, text, head); // "[pod/NAME/CONTAINER] …"
    } else if (!entry.isWhole()) {
        ClosedObject &repaired = m_repairs[depth];
        repaired = closeCutObject(replaceForbiddenBytes(text), CutParts::Strings);
        repaired.text.reserve(repaired.text.size() + EventParser::Padding);
        entry.open(shapeOf(repaired.text), repaired.text, head);
    }
    return entry;
}

/// The text of an entry that consists of pieces: those of the first one's stream.
std::string_view Unwrapper::joined(const Format &format, std::string_view bytes,
                                   const ListHead &head)
{
    std::optional<std::string> stream;
    m_joined.clear();
    while (!bytes.empty()) {
        const std::string_view record = takeRecord(bytes);
        const Opened piece = format.open(openAgain(0, record, head));
        if (piece.kind == Opened::Kind::Piece) {
            stream = stream ? stream : std::string(piece.stream);
            m_joined += piece.stream == *stream ? piece.text : std::string_view{};
        }
    }
    m_joined.reserve(m_joined.size() + EventParser::Padding);
    return m_joined;
}

std::string_view Unwrapper::reopen(const FormatChain &chain, std::string_view bytes,
                                   const ListHead &head)
{
    m_reopened.assign(bytes);
    m_reopened.reserve(m_reopened.size() + EventParser::Padding);
    std::string_view text = m_reopened;
    const ListHead *around = &head;
    const auto formats = chain.formats();
    for (std::size_t depth = 0; depth < formats.size(); ++depth) {
        const Format &format = *formats[formats.size() - 1 - depth];
        text = depth == 0 && format.isInPieces()
            ? joined(format, text, *around)
            : format.open(openAgain(depth, text, *around)).text;
        text = trimmed(withoutClosing(text, m_repairs[depth]));
        around = &NoHead;
    }
    return text;
}

void Unwrapper::facts(const FormatChain &chain, std::string_view bytes, const ListHead &head,
                      const TakeFact &take)
{
    [[maybe_unused]] const std::string_view event = reopen(chain, bytes, head);
    const auto formats = chain.formats();
    for (std::size_t depth = 0; depth < formats.size(); ++depth) {
        formats[formats.size() - 1 - depth]->facts(m_entries[depth], take);
    }
}

} // namespace auditloupe
