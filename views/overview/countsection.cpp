// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/overview/countsection.h"

#include "views/overview/countbutton.h"
#include "views/overview/linkbutton.h"

#include <QLocale>

#include <algorithm>

namespace auditloupe {
namespace {

constexpr std::size_t ShownAtFirst = 8;
constexpr std::size_t ShownAtMost = 200; // further ones are found by filtering, not by scrolling

} // namespace

void CountSection::setCounts(std::vector<OverviewCount> counts, const QString &none)
{
    m_counts = std::move(counts);
    clear();
    if (m_counts.empty()) {
        addText(none, true);
        return;
    }
    // No "one more" row for what the row itself would have had room for.
    fill(m_counts.size() <= ShownAtFirst + 1 ? m_counts.size() : ShownAtFirst);
}

void CountSection::fill(std::size_t shown)
{
    clear();
    const std::int64_t greatest = std::ranges::max(m_counts, {}, &OverviewCount::count).count;
    for (std::size_t i = 0; i < shown; ++i) {
        addCount(m_counts[i], greatest);
    }
    if (shown < m_counts.size() && shown < ShownAtMost) {
        addMore();
    }
}

void CountSection::addCount(const OverviewCount &count, std::int64_t greatest)
{
    auto *row =
        new CountButton({.label = count.label,
                         .count = count.count,
                         .share = double(count.count) / double(std::max<std::int64_t>(greatest, 1)),
                         .isLink = !count.filter.isNull()},
                        this);
    if (row->isLink()) {
        connect(row, &QAbstractButton::clicked, this,
                [this, filter = count.filter, unit = count.unit] {
                    Q_EMIT filterRequested(filter, unit);
                });
    }
    addRow(row);
}

void CountSection::addMore()
{
    const QString rest = QLocale().toString(qulonglong(m_counts.size() - ShownAtFirst));
    auto *more = new LinkButton(tr("Show %1 more").arg(rest), this);
    connect(more, &QAbstractButton::clicked, this,
            [this] { fill(std::min(m_counts.size(), ShownAtMost)); });
    addRow(more);
}

} // namespace auditloupe
