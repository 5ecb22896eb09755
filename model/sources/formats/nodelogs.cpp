// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

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
        return entry.shape() == Entry::Shape::Line && read(entry.bytes()).isMine
            ? Confidence::Certain
            : Confidence::None;
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

    static Head read(std::string_view line)
    {
        LineCursor cursor(line);
        const std::string_view node = cursor.word();
        return {
            .isMine = isHostName(node) && cursor.isAtObject(), .rest = cursor.rest(), .node = node};
    }
};

} // namespace

const Format &nodeLogsFormat()
{
    static const NodeLogs Instance;
    return Instance;
}

} // namespace auditloupe
