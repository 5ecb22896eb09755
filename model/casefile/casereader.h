// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/casefile/readaccess.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <memory>
#include <span>
#include <stop_token>
#include <vector>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// Reads a case and never writes it. One reader a thread; opening one costs about a millisecond,
/// so jobs open their own. Every call can be interrupted through setCancelCheck().
class CaseReader
{
public:
    /// Opens a case of this or an older version, also while an import writes to it or after one
    /// was killed: what is committed is seen.
    static Result<CaseReader> open(const QString &path);
    /// The same; every call ends early, as cancelled, where the token says so.
    static Result<CaseReader> open(const QString &path, const std::stop_token &stop);
    static Result<CaseReader> open(const QString &path, CaseAccess access);

    CaseReader(CaseReader &&) noexcept;
    CaseReader &operator=(CaseReader &&) noexcept;
    ~CaseReader();

    QString path() const;

    /// Asked by SQLite about every millisecond of work; true stops the running call with
    /// Error::Code::Cancelled.
    void setCancelCheck(std::function<bool()> isCancelled);

    Result<CaseSummary> summary();
    Result<std::vector<SourceInfo>> sources();
    /// What the source's file was when it was imported before, the oldest first.
    Result<std::vector<EarlierFile>> earlierFiles(SourceId source);

    /// In the order of `ids`; ids that are not in the case are left out.
    Result<std::vector<EventRow>> rows(std::span<const EventId> ids);

    /// The event's own bytes, exactly as they came, and those of the entry it was exported in.
    Result<QByteArray> eventBytes(EventId id);
    Result<QByteArray> entryBytes(EventId id);
    /// What its wrappers tell of the event; empty for a native one.
    Result<std::vector<WrapperFact>> wrapperFacts(EventId id);
    Result<EventPlace> eventPlace(EventId id);

    /// All stages of the event's request, itself among them, in order of stage.
    Result<std::vector<EventId>> stagesOf(EventId id);
    Result<std::vector<EventCopy>> copiesOf(EventId id);
    Result<QByteArray> copyBytes(const EventCopy &copy);
    Result<QByteArray> copyEntryBytes(const EventCopy &copy);

    /// Up to `limit` rejected lines with an id above `after`, all sources or one.
    Result<std::vector<RejectedLine>> rejected(std::int64_t after, int limit,
                                               SourceId source = SourceId{0});

    /// Hands the source's decompressed stream to `take`, piece by piece, bit for bit. The stream
    /// stops when `take` returns false.
    Result<void> exportSource(SourceId source, const std::function<bool(QByteArrayView)> &take);

    /// The open database, for queries of model/query.
    SQLite::Database &database();

private:
    struct Private;
    explicit CaseReader(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
