// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/recordtablemodel.h"
#include "model/query/sqlconsole.h"

namespace auditloupe {

/// The rows that a statement gave.
class SqlResultModel : public RecordTableModel
{
    Q_OBJECT

public:
    using RecordTableModel::RecordTableModel;

    void setResult(SqlResult result);
    const SqlResult &result() const { return m_result; }
    /// Text on one line, with control characters made visible.
    static QString cellText(const SqlCell &cell);

private:
    int records() const override { return static_cast<int>(m_result.rows.size()); }
    int columns() const override { return static_cast<int>(m_result.columns.size()); }
    QString title(int column) const override;
    bool isNumber(int column) const override;
    QVariant value(int row, int column, int role) const override;

    SqlResult m_result;
};

} // namespace auditloupe
