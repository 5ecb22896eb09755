// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/placetally.h"

#include <utility>

namespace auditloupe {

namespace {

void nameOne(QString &name, ToldBy &who, const QString &told)
{
    if (who == ToldBy::Nobody && !told.isEmpty()) {
        name = told;
        who = ToldBy::Entries;
    }
}

} // namespace

void PlaceTally::OneName::add(const LocalStrings &strings, std::int32_t number)
{
    if (m_differs) {
        return;
    }
    const std::string_view name =
        number == 0 ? std::string_view() : strings.at(static_cast<std::size_t>(number) - 1);
    m_differs = !m_isFirst && name != m_name;
    if (std::exchange(m_isFirst, false)) {
        m_name = name;
    }
}

void PlaceTally::add(const ParsedBlock &block)
{
    for (const ParsedEvent &event : block.events) {
        m_cluster.add(block.strings, event.cluster);
        m_node.add(block.strings, event.node);
    }
}

void PlaceTally::name(SourceInfo &source) const
{
    nameOne(source.cluster, source.clusterFrom, m_cluster.name());
    nameOne(source.node, source.nodeFrom, m_node.name());
}

} // namespace auditloupe
