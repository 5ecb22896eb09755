// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// A table, whatever wrote it, one column of which holds the event.
class JsonColumn : public Format
{
public:
    std::string_view name() const override { return "json-column"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "CSV and TSV with a column that holds the event as JSON");
    }

    Confidence confidence(Entry &entry) const override
    {
        return column(entry).data() != nullptr ? Confidence::Possible : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view json = column(entry);
        if (json.data() == nullptr) {
            return {};
        }
        return Opened::inner(entry.shape() == Entry::Shape::Row ? json : entry.content(json));
    }

private:
    static std::string_view column(Entry &entry)
    {
        if (entry.shape() != Entry::Shape::Row && entry.shape() != Entry::Shape::Array) {
            return {};
        }
        const auto &members = entry.members();
        const auto found = std::ranges::find_if(members, [](const JsonMembers::Member &member) {
            return member.json.find("auditID"sv) != std::string_view::npos;
        });
        return found == members.end() ? std::string_view{} : found->json;
    }
};

} // namespace

const Format &jsonColumnFormat()
{
    static const JsonColumn Instance;
    return Instance;
}

} // namespace auditloupe
