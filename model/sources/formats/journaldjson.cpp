// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

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
            && entry.has("__CURSOR"sv);
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        if (!entry.has("MESSAGE"sv)) {
            return {};
        }
        Opened opened = Opened::inner(entry.text("MESSAGE"sv));
        opened.node = entry.text("_HOSTNAME"sv);
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("unit"sv, entry.text("_SYSTEMD_UNIT"sv));
        take("time"sv, entry.text("__REALTIME_TIMESTAMP"sv));
    }
};

} // namespace

const Format &journaldJsonFormat()
{
    static const JournaldJson Instance;
    return Instance;
}

} // namespace auditloupe
