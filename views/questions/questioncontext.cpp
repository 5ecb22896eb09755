// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/questions/questioncontext.h"

#include "model/casefile/casereader.h"
#include "model/event/time.h"

namespace auditloupe {

namespace {

QString text(const std::optional<std::string> &value)
{
    return QString::fromStdString(value.value_or(std::string()));
}

BlankValues valuesOf(const EventRow &row)
{
    BlankValues values{{Blank::User, text(row.username)},
                       {Blank::Resource, text(row.resource)},
                       {Blank::Namespace, text(row.objectNamespace)},
                       {Blank::Name, text(row.name)}};
    if (row.timeUs) {
        values.emplace(Blank::Time, formatTimeUtc(*row.timeUs));
    }
    return values;
}

} // namespace

Result<QuestionContext> questionContext(const QString &casePath, EventId selected,
                                        const std::stop_token &stop)
{
    Result<CaseReader> reader = CaseReader::open(casePath, stop);
    if (!reader) {
        return std::unexpected(reader.error());
    }
    const Result<CaseSummary> summary = reader->summary();
    const Result<std::vector<EventRow>> rows = reader->rows({&selected, 1});
    if (!summary || !rows) {
        return std::unexpected(summary ? rows.error() : summary.error());
    }
    return QuestionContext{.values = rows->empty() ? BlankValues() : valuesOf(rows->front()),
                           .lastUs = summary->lastUs.value_or(0)};
}

} // namespace auditloupe
