// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Docker's json-file: lines are split at 16 KiB, and only the last piece ends in a line break.
class DockerJson : public Format
{
public:
    std::string_view name() const override { return "docker-json"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "Docker json-file: {\"log\":…, \"stream\":…, \"time\":…}, long "
                                 "lines joined again");
    }

    bool isInPieces() const override { return true; }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("log"sv)
            && entry.has("stream"sv) && entry.has("time"sv) && entry.members().size() <= 4;
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        if (!entry.has("log"sv)) {
            return {};
        }
        const std::string_view text = entry.text("log"sv);
        const bool hasBreak = text.ends_with('\n');
        return {.kind = Opened::Kind::Piece,
                .text = text.substr(0, text.size() - (hasBreak ? 1 : 0)),
                .stream = entry.text("stream"sv),
                .isLast = hasBreak || entry.has("logtag"sv)}; // CRI's own mark of pieces
    }
};

} // namespace

const Format &dockerJsonFormat()
{
    static const DockerJson Instance;
    return Instance;
}

} // namespace auditloupe
