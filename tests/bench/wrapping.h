// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/eventparser.h"
#include "model/sources/jsonmembers.h"

#include <string>
#include <string_view>

namespace auditloupe {

/// One line of a generated log, read.
class EventLine
{
public:
    /// The line must live, unchanged, as long as the event is asked. False where it is no event.
    bool read(std::string &line);

    std::string_view json() const { return m_json; }
    const EventFields &fields() const { return m_fields; }
    /// A member's value; no data where there is none.
    std::string_view member(std::string_view name) const { return m_members.find(name); }

private:
    EventParser m_parser;
    EventFields m_fields;
    JsonMembers m_members;
    std::string_view m_json;
};

/// An element of `aws logs filter-log-events --output json`.
void appendCloudWatchEvent(std::string &out, EventLine &event);
/// A line of a log group that was exported to S3.
void appendCloudWatchLine(std::string &out, EventLine &event);
/// Whether Cloud Logging keeps an entry: of what was received it has none.
bool hasLogEntry(const EventLine &event);
/// Cloud Logging's LogEntry, as a storage sink writes it.
void appendLogEntry(std::string &out, EventLine &event);
/// The same as `gcloud logging read --format=json` prints it.
void appendPrettyLogEntry(std::string &out, EventLine &event);
/// A record of a diagnostic setting, as it stands in PT1H.json.
void appendDiagnosticRecord(std::string &out, EventLine &event);

} // namespace auditloupe
