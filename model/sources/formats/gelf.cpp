// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/format.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// GELF messages, as Graylog and OVH Logs Data Platform take them.
class Gelf : public Format
{
public:
    std::string_view name() const override { return "gelf"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats", "GELF messages (Graylog, OVH Logs Data Platform)");
    }

    Confidence confidence(Entry &entry) const override
    {
        const bool isMine = entry.shape() == Entry::Shape::Object && entry.has("short_message"sv)
            && entry.has("host"sv);
        return isMine ? Confidence::Certain : Confidence::None;
    }

    Opened open(Entry &entry) const override
    {
        const std::string_view full = entry.text("full_message"sv);
        if (!entry.has("short_message"sv)) {
            return {};
        }
        Opened opened = Opened::inner(full.starts_with('{') ? full : entry.text("short_message"sv));
        opened.node = entry.text("host"sv);
        return opened;
    }

    void facts(Entry &entry, const TakeFact &take) const override
    {
        take("host"sv, entry.text("host"sv));
        take("timestamp"sv, entry.text("timestamp"sv));
    }
};

} // namespace

const Format &gelfFormat()
{
    static const Gelf Instance;
    return Instance;
}

} // namespace auditloupe
