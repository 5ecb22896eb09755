// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/auditevent.h"
#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr auto Npos = std::string_view::npos;
constexpr auto IdKey = "\"auditID\":"sv;

/// An event whose beginning is missing, as somebody cut it out of a log: what is left of it begins
/// anywhere in front of its auditID.
class EventFragment : public Format
{
public:
    std::string_view name() const override { return "event-fragment"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "An event whose beginning was cut off, from its auditID or the "
                                 "field in front of it on");
    }

    Confidence confidence(Entry &entry) const override
    {
        const std::string_view text = entry.bytes();
        const bool isMine = entry.shape() == Entry::Shape::Line && !text.starts_with('{')
            && (hasId(text) || (text.find(IdKey) == Npos && hasOtherKeys(text)));
        return isMine ? Confidence::Possible : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view text = entry.bytes();
        if (!hasId(text)) {
            return Opened::bad("a piece of an event without its auditID"sv);
        }
        Opened opened = Opened::inner(entry.keep('{' + std::string(text.substr(firstKey(text)))));
        opened.flags = bit(EventFlag::Salvaged);
        return opened;
    }

private:
    /// Whether the text begins inside of an event: an object that begins first is another's.
    static bool hasId(std::string_view text)
    {
        const std::size_t id = text.find(IdKey);
        return id != Npos && text.substr(0, id).find("{\""sv) == Npos;
    }

    /// Fields that nothing but an audit event has.
    static bool hasOtherKeys(std::string_view text)
    {
        static constexpr std::array Keys{"\"requestReceivedTimestamp\":"sv,
                                         "\"stageTimestamp\":"sv};
        return std::ranges::any_of(Keys,
                                   [text](std::string_view key) { return text.find(key) != Npos; });
    }

    /// Where the first whole member begins that stands beside the auditID.
    static std::size_t firstKey(std::string_view text)
    {
        const std::size_t id = text.find(IdKey);
        const std::string_view front = text.substr(0, id);
        const std::size_t outer = front.rfind('}'); // of what began before the text
        std::size_t at = front.find('"', outer == Npos ? 0 : outer);
        while (at != Npos && !isKey(text.substr(at))) {
            at = front.find('"', at + 1);
        }
        return std::min(at, id);
    }

    static bool isKey(std::string_view text)
    {
        const std::size_t end =
            text.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"sv, 1);
        return end > 1 && end != Npos && text.substr(end).starts_with("\":"sv);
    }
};

} // namespace

const Format &eventFragmentFormat()
{
    static const EventFragment Instance;
    return Instance;
}

} // namespace auditloupe
