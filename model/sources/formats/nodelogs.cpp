// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// oc adm node-logs: the node in front of each line.
class NodeLogs : public Format
{
public:
    std::string_view name() const override { return "node-logs"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "oc adm node-logs: the name of the node in front of each "
                                 "line");
    }

    Confidence confidence(Entry &entry) const override
    {
        const Head head = entry.shape() == Entry::Shape::Line ? read(entry.bytes()) : Head{};
        return head.isMine && isToldApart(head.node) ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const Head head = read(entry.bytes());
        Opened opened = Opened::inner(head.rest);
        opened.kind = head.isMine ? opened.kind : Opened::Kind::NotMine;
        opened.node = head.node;
        return opened;
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view node = {};
    };

    /// A name without a dot or a hyphen could as well be a level, "INFO", or a logger's.
    static bool isToldApart(std::string_view node)
    {
        return node.find_first_of(".-"sv) != std::string_view::npos;
    }

    /// One blank stands between a node and its line. A word without a letter is a number or a time.
    static Head read(std::string_view line)
    {
        const std::string_view node = line.substr(0, line.find(' '));
        const std::string_view rest = line.substr(std::min(node.size() + 1, line.size()));
        return {.isMine = isHostName(node) && std::ranges::any_of(node, isLetter)
                    && rest.starts_with('{'),
                .rest = rest,
                .node = node};
    }

    static bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }
};

} // namespace

const Format &nodeLogsFormat()
{
    static const NodeLogs Instance;
    return Instance;
}

} // namespace auditloupe
