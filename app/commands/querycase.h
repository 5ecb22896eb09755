// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/command.h"
#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/casefile/casereader.h"
#include "model/casefile/temporarycase.h"
#include "model/import/importer.h"

#include <QStringList>

#include <memory>
#include <optional>

namespace auditloupe {

/// What a command that asks for a case was given: a case, or logs, which are imported into a
/// temporary case that goes with this object.
class QueryCase
{
public:
    /// Says on standard error what of the logs could not be used.
    static Result<QueryCase> open(const QStringList &inputs, const JobControl &control);

    QueryCase(QueryCase &&) noexcept = default;
    QueryCase &operator=(QueryCase &&) = delete;
    ~QueryCase();

    CaseReader &reader() { return *m_reader; }
    /// Of an answer that was given: not done where a file could not be read.
    ExitStatus status() const { return m_status; }

private:
    QueryCase() = default;
    Result<void> importLogs(const QStringList &inputs, const JobControl &control);

    std::unique_ptr<TemporaryCase> m_temporary; // outlives the reader
    std::optional<CaseReader> m_reader;
    ExitStatus m_status = ExitStatus::Done;
};

/// Tells what an import could not use, a line each.
void printImportNotices(const ImportReport &report);

/// Whether an import found no event at all, not even a known one.
bool isUseless(const ImportReport &report);

} // namespace auditloupe
