// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/query/filter.h"

#include <QString>

#include <cstdint>
#include <optional>
#include <vector>

namespace auditloupe {

class CaseReader;

/// A number of the Overview and the filter (text of the filter bar) that shows as many rows of the
/// unit.
struct OverviewCount
{
    QString label = {};
    std::int64_t count = 0;
    QString filter = {};
    Unit unit = Unit::Requests;
};

/// What is in a case and what it cannot show. Counts are requests unless a name says events.
struct Overview
{
    std::int64_t events = 0;
    std::int64_t requests = 0;
    std::optional<std::int64_t> firstUs = {};
    std::optional<std::int64_t> lastUs = {};
    std::vector<OverviewCount> levels = {}; ///< events by level
    std::vector<OverviewCount> stages = {}; ///< events by stage
    std::vector<OverviewCount> clusters = {}; ///< requests by cluster
    std::vector<OverviewCount> nodes = {}; ///< requests by node; none where no event has one
    std::vector<OverviewCount> servers = {}; ///< requests by API server, likewise
    std::vector<OverviewCount> people = {}; ///< human users, most requests first
    std::vector<OverviewCount> workloads = {}; ///< service accounts, most requests first
    std::vector<OverviewCount> denials = {}; ///< by user, most first
    std::vector<OverviewCount> deletions = {}; ///< by resource
    std::vector<OverviewCount> rbacChanges = {}; ///< by user
    std::vector<OverviewCount> connections = {}; ///< exec, attach, portforward by user
    std::int64_t writes = 0;
    std::int64_t denied = 0;
    std::int64_t failedLogins = 0; ///< 401
    std::vector<QString> blindSpots = {}; ///< what this log cannot show, whole sentences
};

/// One pass over the columns; cancellable.
Result<Overview> overviewOf(CaseReader &reader, const JobControl &control);

} // namespace auditloupe
