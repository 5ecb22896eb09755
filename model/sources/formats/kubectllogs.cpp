// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"
#include "model/sources/linecursor.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Times of milliseconds are those of CloudWatch's export.
constexpr std::size_t MillisecondDigits = 3;

/// kubectl logs, with --timestamps, --prefix or both.
class KubectlLogs : public Format
{
public:
    std::string_view name() const override { return "kubectl-logs"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats",
                                 "kubectl logs --timestamps or --prefix: a time or "
                                 "[pod/NAME/CONTAINER] in front of each line");
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
        const std::string_view pod = read(entry.bytes()).pod;
        if (!pod.empty()) {
            take("pod"sv, pod.substr(0, pod.size() - 1));
        }
    }

private:
    struct Head
    {
        bool isMine = false;
        std::string_view rest = {};
        std::string_view pod = {};
    };

    static Head read(std::string_view line)
    {
        LineCursor cursor(line);
        Head head;
        if (cursor.skip("[pod/"sv)) {
            head.pod = cursor.word();
            head.isMine = head.pod.ends_with(']');
        }
        const LineCursor behindPod = cursor;
        const std::string_view time = cursor.word();
        if (isTimestamp(time) && fractionDigits(time) != MillisecondDigits) {
            head.isMine = true;
        } else {
            cursor = behindPod;
        }
        head.isMine = head.isMine && cursor.isAtObject();
        head.rest = cursor.rest();
        return head;
    }
};

} // namespace

const Format &kubectlLogsFormat()
{
    static const KubectlLogs Instance;
    return Instance;
}

} // namespace auditloupe
