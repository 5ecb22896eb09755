// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/sources/parsedblock.h"

namespace auditloupe {

/// Which cluster and node the wrappers of a source's events tell.
class PlaceTally
{
public:
    void add(const ParsedBlock &block);

    /// Names them in the source where all events agree and nobody else has named them.
    void name(SourceInfo &source) const;

private:
    class OneName
    {
    public:
        void add(const LocalStrings &strings, std::int32_t number);
        QString name() const { return m_differs ? QString() : QString::fromStdString(m_name); }

    private:
        std::string m_name;
        bool m_isFirst = true;
        bool m_differs = false;
    };

    OneName m_cluster;
    OneName m_node;
};

} // namespace auditloupe
