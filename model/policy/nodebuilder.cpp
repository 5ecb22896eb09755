// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/nodebuilder.h"

namespace auditloupe {

TextDocument::NodeId NodeBuilder::add(Kind kind, std::size_t at, std::string_view text)
{
    const auto id = static_cast<NodeId>(m_document.nodes.size());
    m_document.nodes.push_back({.kind = kind,
                                .at = static_cast<std::uint32_t>(at),
                                .textBegin = static_cast<std::uint32_t>(m_document.texts.size()),
                                .textSize = static_cast<std::uint32_t>(text.size())});
    m_document.texts += text;
    if (!m_open.empty()) {
        Open &parent = m_open.back();
        (parent.last == TextDocument::None ? m_document.nodes[parent.node].first
                                           : m_document.nodes[parent.last].next) = id;
        parent.last = id;
    }
    return id;
}

TextDocument::NodeId NodeBuilder::open(Kind kind, std::size_t at)
{
    const NodeId id = add(kind, at);
    m_open.push_back({.node = id});
    return id;
}

} // namespace auditloupe
