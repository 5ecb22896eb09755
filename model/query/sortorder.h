// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"

#include <QString>

#include <cstddef>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The columns that the event table can sort by. `Import` is the order of import (no sorting).
enum class SortKey {
    Import,
    Time,
    Level,
    Stage,
    Verb,
    User,
    Resource,
    Namespace,
    Name,
    Code,
    SourceIp,
    UserAgent,
    End,
    Latency,
    Duration,
    Command,
    AuditId,
    RequestUri,
    Cluster,
    Node,
    Server,
    Source
};

/// One column of an order.
struct SortTerm
{
    SortKey key = SortKey::Time;
    bool descending = false;

    bool operator==(const SortTerm &) const = default;
};

/// Rows are ordered by the first term, where that is equal by the next one. What is left equal is
/// ordered by time, then by order of import, in the direction of the last term: the order is total.
/// Missing values come first, in a descending term last.
struct SortOrder
{
    /// Each further column would hardly ever decide.
    static constexpr std::size_t MostTerms = 4;

    std::vector<SortTerm> terms = {SortTerm{}}; ///< one to MostTerms of different keys

    static SortOrder by(SortKey key, bool descending = false);

    /// By this key alone.
    bool isBy(SortKey key) const;
    /// Whether rows stand in the order of their times, up or down.
    bool followsTime() const;
    /// The key comes, ascending, behind those that are there. Its direction turns where it is there
    /// already; of too many keys the last one is replaced.
    SortOrder withKey(SortKey key) const;

    bool operator==(const SortOrder &) const = default;
};

/// Reads "user,-time": names of fields, a minus in front for descending.
Result<SortOrder> parseSortOrder(const QString &text);

/// What a condition calls the key: "user", "time".
std::string_view sortName(SortKey key);

} // namespace auditloupe
