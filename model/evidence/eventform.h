// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <array>
#include <bitset>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// In what the text of an event can be unlike what an API server writes. Go's encoder leaves no
/// choice in any of these, so every one means that something else wrote, or rewrote, the text.
enum class Unlike : std::uint8_t {
    MemberOrder, ///< members not in the order of the server's types, or twice
    KeyOrder, ///< keys of annotations or user.extra not sorted
    Spaces, ///< white space between members
    PlainMarkup, ///< &, < or > as themselves; the server writes \u0026, \u003c, \u003e
    TimeDigits, ///< a time that is not UTC with six digits
    ForeignMember ///< a member that the server's types do not have
};
constexpr std::size_t UnlikeCount = 6;

/// Room for every field of the catalogue.
using FieldSet = std::bitset<128>;

/// How one event is written, and which fields of the catalogue it has a value for.
struct EventForm
{
    std::array<bool, UnlikeCount> unlike = {};
    FieldSet present = {}; ///< by index in fieldCatalogue()
    std::vector<std::string> foreign = {}; ///< paths of foreign members

    bool is(Unlike what) const { return unlike[static_cast<std::size_t>(what)]; }
    void set(Unlike what) { unlike[static_cast<std::size_t>(what)] = true; }
};

/// Keeps its buffers between events; one reader a thread.
class EventFormReader
{
public:
    EventFormReader();
    ~EventFormReader();
    EventFormReader(const EventFormReader &) = delete;
    EventFormReader &operator=(const EventFormReader &) = delete;

    /// False where the text is no whole JSON object: nothing can be said of its form then.
    bool read(std::string_view document, EventForm &form);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
