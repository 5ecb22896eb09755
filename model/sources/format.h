// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/entry.h"

#include <cstdint>
#include <functional>
#include <span>
#include <string>
#include <string_view>

namespace auditloupe {

/// How sure a format is that an entry is its own. Only one format may be Certain of an entry.
enum class Confidence : std::uint8_t {
    None,
    Possible, ///< something inside may be an event: tried where nothing better is
    Likely,
    Certain
};

/// What a format found in an entry. The views are the entry's, valid until its next open().
struct Opened
{
    enum class Kind {
        NotMine,
        Inner, ///< `text` is a record in turn: JSON, or a line of text
        Event, ///< `text` is an audit event that the format put together
        Piece, ///< `text` goes on in the next entry of the same `stream`, unless `isLast`
        Payload, ///< `text` is a whole stream that was encoded in the entry
        Bad, ///< should hold an audit event and cannot: `other` says why
        Other ///< no audit event: `other` says what
    };

    Kind kind = Kind::NotMine;
    std::string_view text = {};
    std::string_view stream = {};
    bool isLast = true;
    std::uint32_t flags = 0; ///< EventFlags to add
    std::string_view other = {}; ///< untranslated, in plain English: it is stored
    std::string_view cluster = {}; ///< where the wrapper tells it
    std::string_view account = {}; ///< whose cluster it is: there may be others of that name
    std::string_view node = {};

    static Opened inner(std::string_view text) { return {.kind = Kind::Inner, .text = text}; }
    static Opened bad(std::string_view why) { return {.kind = Kind::Bad, .other = why}; }
    static Opened notEvent(std::string_view what) { return {.kind = Kind::Other, .other = what}; }
};

/// Takes one fact that a wrapper tells of its event: an untranslated name, and the value.
using TakeFact = std::function<void(std::string_view name, std::string_view value)>;

/// One way in which audit events are wrapped when they are exported. Formats have no state: an
/// entry is opened again, years later, by the name of its format and its bytes alone.
class Format
{
public:
    Format() = default;
    Format(const Format &) = delete;
    Format &operator=(const Format &) = delete;
    virtual ~Format() = default;

    /// Stands in cases and never changes: "cloudwatch-subscription".
    virtual std::string_view name() const = 0;
    /// What writes it and how it is recognised; to be translated in the context "Formats".
    virtual const char *description() const = 0;
    /// Paths of the arrays whose elements are entries (ListPaths).
    virtual std::span<const std::string_view> lists() const { return {}; }
    /// Whether these are the column names of such a table.
    virtual bool isTableHead(std::span<const std::string> /*columns*/) const { return false; }
    /// Whether a line begins documents of YAML of this format: at the stream's start, or behind
    /// anything else, where it must be surer.
    virtual bool beginsDocument(std::string_view /*line*/, bool /*isAtStart*/) const
    {
        return false;
    }

    /// Whether its events are put together from fields (Opened::Kind::Event): their text is ours
    /// then, and tells nothing of who wrote it.
    virtual bool composesEvents() const { return false; }

    /// Whether an entry may stand in pieces on several lines (Opened::Kind::Piece).
    virtual bool isInPieces() const { return false; }

    virtual Confidence confidence(Entry &entry) const = 0;
    /// Asked only where confidence() is not None.
    virtual Opened open(Entry &entry) const = 0;
    /// What else the wrapper tells: region, log group, log stream, time of ingestion, …
    virtual void facts(Entry & /*entry*/, const TakeFact & /*take*/) const { }
};

} // namespace auditloupe
