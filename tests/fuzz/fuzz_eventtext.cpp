// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventcompare.h"
#include "model/event/eventparser.h"
#include "model/event/eventtext.h"
#include "model/event/jsonoutline.h"
#include "model/event/levelnote.h"
#include "model/event/masking.h"
#include "model/event/sentence.h"

#include <QTimeZone>

#include <cstdlib>

using namespace auditloupe;

/// Everything that the details pane makes of an event's bytes, with bytes of any kind.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const std::string_view bytes(reinterpret_cast<const char *>(data), size);
    const JsonOutline outline = JsonOutline::read(bytes);
    for (std::uint32_t node = 0; node < outline.nodes.size(); ++node) {
        const QString path = QString::fromStdString(outline.path(bytes, node));
        static_cast<void>(jqFilter(path));
        static_cast<void>(jsonPath(path));
        static_cast<void>(outline.value(bytes, node));
    }
    static_cast<void>(toYaml(bytes));
    const std::string masked = maskCredentials(bytes);
    static_cast<void>(countCredentials(bytes));
    if (outline.whole && !JsonOutline::read(masked).whole) {
        std::abort(); // what was JSON stays JSON
    }
    static_cast<void>(eventsContradict(bytes, masked));
    EventParser parser;
    EventFields fields;
    if (parser.parseCopy(bytes, fields) == JsonKind::AuditEvent) {
        if (eventSentence(fields, QTimeZone::UTC).isEmpty()) {
            std::abort();
        }
        static_cast<void>(levelNote(fields));
        static_cast<void>(kubectlGetRaw(fields.requestUri));
    }
    return 0;
}
