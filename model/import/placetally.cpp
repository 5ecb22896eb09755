// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/placetally.h"

namespace auditloupe {

void PlaceTally::Told::add(const LocalStrings &strings, std::initializer_list<std::int32_t> numbers)
{
    const bool isFirst = m_texts.empty();
    std::size_t i = 0;
    for (const std::int32_t number : numbers) {
        const std::string_view text =
            number == 0 ? std::string_view() : strings.at(static_cast<std::size_t>(number) - 1);
        if (isFirst) {
            m_texts.emplace_back(text);
        } else {
            m_differs = m_differs || m_texts[i] != text;
        }
        ++i;
    }
}

std::string PlaceTally::Told::text(std::size_t number) const
{
    return m_differs || number >= m_texts.size() ? std::string() : m_texts[number];
}

void PlaceTally::add(const ParsedBlock &block)
{
    for (const ParsedEvent &event : block.events) {
        m_cluster.add(block.strings, {event.cluster, event.account});
        m_node.add(block.strings, {event.node});
    }
}

} // namespace auditloupe
