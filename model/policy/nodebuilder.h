// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <vector>

namespace auditloupe {

/// Puts nodes under their parents as they come.
class NodeBuilder
{
public:
    using Kind = TextDocument::Kind;
    using NodeId = TextDocument::NodeId;

    explicit NodeBuilder(TextDocument &document)
        : m_document(document)
    {
    }

    NodeId add(Kind kind, std::size_t at, std::string_view text = {});
    /// A container: what is added next stands in it, until it is closed.
    NodeId open(Kind kind, std::size_t at);
    void close() { m_open.pop_back(); }

private:
    struct Open
    {
        NodeId node = TextDocument::None;
        NodeId last = TextDocument::None;
    };

    TextDocument &m_document;
    std::vector<Open> m_open;
};

} // namespace auditloupe
