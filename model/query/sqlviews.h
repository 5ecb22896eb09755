// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <SQLiteCpp/SQLiteCpp.h>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

struct SqlViewColumn
{
    std::string name = {};
    QString explanation = {};
};

/// A view of the SQL console: the case under the names that people know, with times and words as
/// texts.
struct SqlView
{
    std::string_view name = {};
    QString explanation = {};
    std::vector<SqlViewColumn> columns = {};
};

/// `events`, `requests`, `users`, `objects`.
std::vector<SqlView> sqlViews();

/// Makes the views for this connection alone; the case stays as it is. FieldFunctions must live as
/// long as they are used. Throws SQLite's exceptions.
void createSqlViews(SQLite::Database &database);

} // namespace auditloupe
