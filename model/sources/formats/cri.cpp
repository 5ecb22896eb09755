// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// A container's log as containerd and CRI-O keep it: time, stream, P or F, text. Long lines are
/// split near 16 KiB: P has a piece that goes on, F the last one.
class Cri : public Format
{
public:
    std::string_view name() const override { return "cri"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Container logs of containerd and CRI-O (time, stream, P or "
                                 "F, text), long lines joined again");
    }

    bool isInPieces() const override { return true; }

    Confidence confidence(Entry &entry) const override
    {
        return entry.shape() == Entry::Shape::Line && read(entry.bytes()).isMine
            ? Confidence::Certain
            : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const Line line = read(entry.bytes());
        return {.kind = line.isMine ? Opened::Kind::Piece : Opened::Kind::NotMine,
                .text = line.text,
                .stream = line.stream,
                .isLast = line.isLast};
    }

private:
    struct Line
    {
        bool isMine = false;
        bool isLast = false;
        std::string_view stream = {};
        std::string_view text = {};
    };

    static Line read(std::string_view bytes)
    {
        LineCursor cursor(bytes);
        Line line{.isMine = isTimestamp(cursor.word())};
        line.stream = cursor.word();
        const std::size_t end = std::min(cursor.rest().find(' '), cursor.rest().size());
        const std::string_view tags = cursor.rest().substr(0, end); // "F", or "F:x:y"
        const std::string_view tag = tags.substr(0, tags.find(':'));
        line.isMine = line.isMine && (line.stream == "stdout"sv || line.stream == "stderr"sv)
            && (tag == "P"sv || tag == "F"sv);
        line.isLast = tag == "F"sv;
        // One blank only: what follows belongs to the text.
        line.text = cursor.rest().substr(std::min(end + 1, cursor.rest().size()));
        return line;
    }
};

} // namespace

const Format &criFormat()
{
    static const Cri Instance;
    return Instance;
}

} // namespace auditloupe
