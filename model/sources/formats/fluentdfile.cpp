// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// fluentd's out_file: time, tag and record, divided by tabs.
class FluentdFile : public Format
{
public:
    std::string_view name() const override { return "fluentd-file"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "fluentd out_file: a time, a tag and the record, divided by "
                                 "tabs");
    }

    Confidence confidence(Entry &entry) const override
    {
        return entry.shape() == Entry::Shape::Line && read(entry.bytes()).isMine
            ? Confidence::Certain
            : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const Head head = read(entry.bytes());
        Opened opened = Opened::inner(head.rest);
        opened.kind = head.isMine ? opened.kind : Opened::Kind::NotMine;
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("tag"sv, read(entry.bytes()).tag);
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view tag = {};
    };

    static Head read(std::string_view line)
    {
        const std::size_t tab = std::min(line.find('\t'), line.size());
        const std::size_t second = line.find('\t', tab + 1);
        if (second == std::string_view::npos || !isTimestamp(line.substr(0, tab))) {
            return {};
        }
        return {.isMine = line.substr(second + 1).starts_with('{'),
                .rest = line.substr(second + 1),
                .tag = line.substr(tab + 1, second - tab - 1)};
    }
};

} // namespace

const Format &fluentdFileFormat()
{
    static const FluentdFile Instance;
    return Instance;
}

} // namespace auditloupe
