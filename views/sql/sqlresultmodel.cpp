// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/sql/sqlresultmodel.h"

#include "model/event/plaintext.h"

#include <algorithm>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

void SqlResultModel::setResult(SqlResult result)
{
    beginResetModel();
    m_result = std::move(result);
    endResetModel();
}

QString SqlResultModel::cellText(const SqlCell &cell)
{
    const std::optional<FieldText> text = fieldText(cell);
    return text ? oneLine(text->text) : u"NULL"_s;
}

QString SqlResultModel::title(int column) const
{
    return oneLine(m_result.columns[static_cast<std::size_t>(column)]);
}

/// By the first rows: a column of SQLite has no type.
bool SqlResultModel::isNumber(int column) const
{
    constexpr std::size_t Looked = 20;
    const auto isText = [column](const std::vector<SqlCell> &row) {
        const SqlCell &cell = row[static_cast<std::size_t>(column)];
        return std::holds_alternative<std::string>(cell) || std::holds_alternative<SqlBlob>(cell);
    };
    const auto end =
        m_result.rows.begin() + static_cast<std::ptrdiff_t>(std::min(Looked, m_result.rows.size()));
    return std::none_of(m_result.rows.begin(), end, isText);
}

QVariant SqlResultModel::value(int row, int column, int role) const
{
    if (role != Qt::DisplayRole) {
        return {};
    }
    return cellText(m_result.rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)]);
}

} // namespace auditloupe
