// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

#include <algorithm>
#include <charconv>
#include <string>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// The journal's entries in JSON.
class JournaldJson : public Format
{
public:
    std::string_view name() const override { return "journald-json"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats", "journalctl -o json");
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("MESSAGE"sv)
            && (entry.has("__CURSOR"sv) || entry.has("__REALTIME_TIMESTAMP"sv));
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        if (!entry.has("MESSAGE"sv)) {
            return {};
        }
        const std::string_view message = entry.json("MESSAGE"sv);
        Opened opened = Opened::inner(message.starts_with('[') ? entry.keep(bytesOf(message))
                                                               : entry.content(message));
        opened.node = entry.text("_HOSTNAME"sv);
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("unit"sv, entry.text("_SYSTEMD_UNIT"sv));
        take("time"sv, entry.text("__REALTIME_TIMESTAMP"sv));
    }

private:
    /// What is no text for journalctl, or longer than 4 KiB, it writes as an array of bytes.
    static std::string bytesOf(std::string_view list)
    {
        std::string bytes;
        const char *at = list.data() + 1;
        const char *const end = list.data() + list.size();
        while (at != end && *at != ']') {
            unsigned byte = 0;
            at = std::find_if_not(at, end, isBetween);
            const auto [behind, error] = std::from_chars(at, end, byte);
            if (error != std::errc{} || byte > 0xff) {
                return std::string(list);
            }
            bytes += static_cast<char>(byte);
            at = std::find_if_not(behind, end, isBetween);
        }
        return bytes;
    }

    static bool isBetween(char c) { return c == ',' || c == ' ' || c == '\t' || c == '\n'; }
};

} // namespace

const Format &journaldJsonFormat()
{
    static const JournaldJson Instance;
    return Instance;
}

} // namespace auditloupe
