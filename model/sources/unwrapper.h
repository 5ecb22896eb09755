// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/eventparser.h"
#include "model/event/jsonscanner.h"
#include "model/sources/formats.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The formats that an event was wrapped in, the outermost first; empty for a native one.
class FormatChain
{
public:
    /// A wrapper in a wrapper in a wrapper in a wrapper: deeper ones are not looked for.
    static constexpr std::size_t Deepest = 4;

    void prepend(const Format &format);
    std::span<const Format *const> formats() const;
    bool isEmpty() const { return m_size == 0; }
    /// "cri/fluent-bit": as it stands in the case.
    std::string name() const;
    /// Nothing where a name is not known.
    static std::optional<FormatChain> fromName(std::string_view name);

    bool operator==(const FormatChain &) const = default;

private:
    std::array<const Format *, Deepest> m_formats = {}; // the innermost first
    std::size_t m_size = 0;
};

/// What a record turned out to hold. Views are valid until the unwrapper's next call.
struct Unwrapped
{
    enum class Kind {
        Event, ///< `fields` and `event` are set
        BadEvent, ///< should have been one: `reason`
        Other, ///< recognised, no audit event: `reason` says what
        List, ///< an object that holds a list of records
        NotWhole, ///< not one whole JSON value
        Pending, ///< the first pieces of an entry: more must come
        Payload ///< `event` is a whole stream that was encoded inside
    };

    Kind kind = Kind::Other;
    EventFields fields = {};
    std::string_view event = {}; ///< the event's own bytes
    std::string reason = {}; ///< untranslated, in plain English
    FormatChain chain = {};
    std::string_view cluster = {};
    std::string_view account = {};
    std::string_view node = {};
    std::int64_t begin = -1; ///< of an entry in pieces: where the first stands in the stream
};

/// Finds the Kubernetes event inside of a record, through as many wrappers as it takes. One a
/// source: it remembers what the last records were, and the pieces of an entry that is not whole.
class Unwrapper
{
public:
    /// With `forced` the outermost wrapper is this one, whatever the content looks like.
    explicit Unwrapper(const Format *forced = nullptr);

    /// `position` is the record's place in the stream. `bytes` has EventParser::Padding readable
    /// bytes behind it, and `head` outlives the call.
    Unwrapped unwrap(Entry::Shape shape, std::string_view bytes, const ListHead &head,
                     std::int64_t position);

    /// The same for a record that is damaged: what can be saved of it is marked Salvaged.
    Unwrapped salvage(std::string_view bytes, const ListHead &head, std::int64_t position);

    /// Whether a format is certain of this line, which has Padding behind it, too.
    bool isCertainOf(std::string_view line);

    /// Where the oldest pieces that wait for their rest begin.
    std::optional<std::int64_t> pendingBegin() const;
    /// The stream has ended: what the pieces that still wait hold, one entry a call. Nothing where
    /// none is left. `end` is where the stream ends.
    std::optional<Unwrapped> endPending();

    /// The event of an entry that unwrap() took for one: by the names of its formats, from the
    /// entry's bytes (which are copied). Empty where the entry is not what it was.
    std::string_view reopen(const FormatChain &chain, std::string_view bytes, const ListHead &head);

    /// The same, and what its wrappers tell of it.
    void facts(const FormatChain &chain, std::string_view bytes, const ListHead &head,
               const TakeFact &take);

private:
    struct Pieces
    {
        const Format *format = nullptr;
        std::string stream = {};
        std::string text = {};
        std::int64_t begin = 0;
        bool isTooLong = false;
    };

    Unwrapped unwrapAt(std::size_t depth, Entry::Shape shape, std::string_view bytes,
                       const ListHead &head);
    std::optional<Unwrapped> byLikely(std::size_t depth);
    std::optional<Unwrapped> byBest(std::size_t depth);
    std::optional<Unwrapped> openWith(std::size_t depth, const Format &format);
    Unwrapped inner(std::size_t depth, std::string_view text);
    Unwrapped native(std::size_t depth, std::string_view bytes);
    Unwrapped damaged(std::string_view text);
    Unwrapped unwrapClosed(ClosedObject wrapper, const ListHead &head);
    Unwrapped takePiece(std::size_t depth, const Format &format, const Opened &opened);
    Entry &openAgain(std::size_t depth, std::string_view text, const ListHead &head);
    std::string_view joined(const Format &format, std::string_view bytes, const ListHead &head);

    EventParser m_parser;
    std::array<Entry, FormatChain::Deepest + 1> m_entries;
    std::array<const Format *, FormatChain::Deepest + 1> m_likely = {};
    std::vector<Pieces> m_pieces;
    std::string m_joined;
    std::string m_repaired;
    ClosedObject m_closed;
    std::array<ClosedObject, FormatChain::Deepest + 1> m_repairs;
    std::string m_reopened;
    const Format *m_forced;
    std::int64_t m_position = 0;
};

} // namespace auditloupe
