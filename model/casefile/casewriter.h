// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/casefile/caserows.h"
#include "model/sources/parsedblock.h"

#include <functional>
#include <memory>
#include <string_view>

namespace SQLite {
class Database;
}

namespace auditloupe {

/// Writes a case: the only writer it has. Rows become visible, and safe against a killed program,
/// with commit(). One thread.
class CaseWriter
{
public:
    /// Opens or makes (mode 0600) the case. Fails where it is no case, newer, read-only, or being
    /// written by another program. Waits a minute for queries on it to end.
    static Result<CaseWriter>
    open(const QString &path, const std::function<bool()> &isCancelled = [] { return false; });

    CaseWriter(CaseWriter &&) noexcept;
    CaseWriter &operator=(CaseWriter &&) noexcept;
    ~CaseWriter(); ///< rolls back what is not committed

    /// Adds the source as it is described.
    Result<SourceId> addSource(const SourceInfo &source);
    /// Blocks added from now on come from this source.
    Result<void> setPlace(const SourceInfo &source);
    /// How the case shows a cluster that an export names (ClusterNames).
    Result<QString> clusterName(std::string_view name, std::string_view account);
    Result<void> addBlock(const ParsedBlock &block, std::string_view compressed);
    /// Writes what is known of the source by now: hash, counts, state.
    Result<void> updateSource(const SourceInfo &source);
    /// Removes the source that was written last, which no event came from.
    Result<void> dropSource(SourceId id);
    Result<void> commit();
    /// Forgets what is not committed.
    void rollBack();

    /// Settles duplicates and requests, builds the indexes and commits.
    /// Cancelled: an error of code Cancelled, and all is as before.
    Result<void> settle(const std::function<bool()> &isCancelled);

    /// The same for the requests that this source shares with others, after `change` touched them.
    Result<void> settleSource(SourceId id, const std::function<bool()> &isCancelled);
    /// Any other change, within the transaction at hand.
    Result<void> change(const std::function<void(SQLite::Database &)> &change);

    /// Makes one plain file of it again: nothing is left beside it.
    Result<void> close();

    std::int64_t eventCount() const; ///< ids given so far
    SQLite::Database &database();

private:
    struct Private;
    Result<void> settleWith(const std::function<bool()> &isCancelled,
                            const std::function<bool()> &settleSome);
    explicit CaseWriter(std::unique_ptr<Private> data);
    std::unique_ptr<Private> d;
};

} // namespace auditloupe
