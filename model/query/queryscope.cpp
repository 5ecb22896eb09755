// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/queryscope.h"

namespace auditloupe {

SQLite::Statement bound(SQLite::Database &database, const std::string &sql,
                        std::span<const SqlText::Value> values)
{
    SQLite::Statement statement(database, sql);
    int parameter = 0;
    for (const SqlText::Value &value : values) {
        ++parameter;
        std::visit([&](const auto &content) { statement.bind(parameter, content); }, value);
    }
    return statement;
}

} // namespace auditloupe
