// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/sources/parsedblock.h"

#include <initializer_list>
#include <string>
#include <vector>

namespace auditloupe {

/// Which cluster and node the wrappers of a source's events tell.
class PlaceTally
{
public:
    /// Something that all events agree in, or do not.
    class Told
    {
    public:
        /// Numbers of the strings that tell it.
        void add(const LocalStrings &strings, std::initializer_list<std::int32_t> numbers);
        /// The text of this number; empty where nothing is told, or the events differ.
        std::string text(std::size_t number = 0) const;

    private:
        std::vector<std::string> m_texts;
        bool m_differs = false;
    };

    void add(const ParsedBlock &block);

    /// The cluster's name and its account.
    const Told &cluster() const { return m_cluster; }
    const Told &node() const { return m_node; }

private:
    Told m_cluster;
    Told m_node;
};

} // namespace auditloupe
