// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// A line with the event's JSON behind any other text: what no format of its own is known for.
class TextPrefix : public Format
{
public:
    std::string_view name() const override { return "text-prefix"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats", "Lines of text that end in the event's JSON");
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isText = entry.shape() == Entry::Shape::Line
            && entry.bytes().find("auditID"sv) != std::string_view::npos;
        return isText && begin(entry) != std::string_view::npos ? Confidence::Possible
                                                                : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view line = entry.bytes();
        const std::size_t at = begin(entry);
        if (at == std::string_view::npos) {
            return {};
        }
        const std::size_t end = line.rfind('}'); // in front of `at` where the line was cut
        return Opened::inner(end > at ? line.substr(at, end + 1 - at) : line.substr(at));
    }

private:
    static std::size_t begin(const Entry &entry)
    {
        const std::size_t object = entry.bytes().find("{\""sv);
        return object != std::string_view::npos ? object : entry.bytes().find('{');
    }
};

} // namespace

const Format &textPrefixFormat()
{
    static const TextPrefix Instance;
    return Instance;
}

} // namespace auditloupe
