// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/auditevent.h"
#include "model/sources/eventcomposer.h"
#include "model/sources/format.h"
#include "model/sources/legacyline.h"

#include <QtGlobal>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// What the API server wrote with --audit-log-format=legacy, and before 1.8: pairs of name="value".
class LegacyText : public Format
{
public:
    std::string_view name() const override { return "legacy-text"sv; }

    const char *description() const override
    {
        return QT_TRANSLATE_NOOP("Formats", "The API server's old text format: AUDIT: id=\"…\" …");
    }

    bool composesEvents() const override { return true; }

    /// Only where it is chosen, or a file that begins so is named itself (ImportPlan): the API
    /// server's own log holds such lines too, of events that it could not deliver and that may
    /// stand in the audit log beside it.
    Confidence confidence(Entry & /*entry*/) const override { return Confidence::None; }

    Opened open(Entry &entry) const override
    {
        if (!LegacyLine::isOne(entry.bytes())) {
            return {};
        }
        return {.kind = Opened::Kind::Event,
                .text = entry.keep(LegacyLine(entry.bytes()).toEvent()),
                .flags = bit(EventFlag::Inferred)};
    }
};

} // namespace

const Format &legacyTextFormat()
{
    static const LegacyText Instance;
    return Instance;
}

} // namespace auditloupe
