// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <utility>
#include <vector>

class QTableView;

namespace auditloupe {

/// What the tables about an import have in common: rows of one fixed height, selected whole, no
/// grid, sizes by locale, columns of these widths (column, pixels) and the last one stretched.
void setUpTable(QTableView &table, const std::vector<std::pair<int, int>> &widths);

/// A table of a SourceTableModel.
void setUpSourceTable(QTableView &table);

} // namespace auditloupe
