// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/overview.h"
#include "views/overview/section.h"

#include <vector>

namespace auditloupe {

/// A section of counts, the first ones shown, the rest on demand.
class CountSection : public Section
{
    Q_OBJECT

public:
    using Section::Section;

    /// `none` is what stands there where there is nothing to count.
    void setCounts(std::vector<OverviewCount> counts, const QString &none);

Q_SIGNALS:
    void filterRequested(const QString &filter, Unit unit);

private:
    void fill(std::size_t shown);
    void addCount(const OverviewCount &count, std::int64_t greatest);
    void addMore();

    std::vector<OverviewCount> m_counts;
};

} // namespace auditloupe
