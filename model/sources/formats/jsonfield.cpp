// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// The commonest wrapping of all: a collector's JSON object with the event in one of its fields,
/// as a string ("log", "message", …) or as an object ("kubernetes": {"audit": …}).
class JsonField : public Format
{
public:
    std::string_view name() const override { return "json-field"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "JSON objects of any log collector with a field that holds the "
                                 "event, as a string or as an object");
    }

    Confidence confidence(Entry &entry) const override
    {
        return field(entry).data() != nullptr ? Confidence::Possible : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view json = field(entry);
        return json.data() == nullptr ? Opened{} : Opened::inner(entry.content(json));
    }

private:
    /// The first string that speaks of an auditID, or else the first object.
    static std::string_view field(Entry &entry)
    {
        if (entry.shape() == Entry::Shape::String) {
            return isJsonString(entry.bytes()) ? entry.bytes() : std::string_view{};
        }
        if (entry.shape() != Entry::Shape::Object) {
            return {};
        }
        const auto holdsEvent = [](const JsonMembers::Member &member, char first) {
            return member.json.starts_with(first)
                && member.json.find("auditID"sv) != std::string_view::npos;
        };
        for (const char first : {'"', '{'}) {
            const auto &members = entry.members();
            const auto found = std::ranges::find_if(
                members, [&](const auto &member) { return holdsEvent(member, first); });
            if (found != members.end()) {
                return found->json;
            }
        }
        return {};
    }
};

} // namespace

const Format &jsonFieldFormat()
{
    static const JsonField Instance;
    return Instance;
}

} // namespace auditloupe
