// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/base/result.h"
#include "model/event/masking.h"
#include "model/query/fieldvalue.h"

#include <QString>

#include <chrono>
#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace auditloupe {

/// NULL, number, text, or how many bytes a BLOB has.
struct SqlBlob
{
    std::int64_t bytes = 0;
};
using SqlCell = std::variant<std::monostate, std::int64_t, double, std::string, SqlBlob>;

/// Nothing for NULL.
std::optional<FieldText> fieldText(const SqlCell &cell);

struct SqlResult
{
    std::vector<std::string> columns = {};
    std::vector<std::vector<SqlCell>> rows = {};
    bool isCut = false; ///< there are more rows than were asked for
};

struct SqlLimits
{
    std::int64_t rows = 10'000;
    std::chrono::seconds time{60};
};

/// Runs one statement of a person's over a case, which nothing that they write can change: only
/// reading is allowed, other files and extensions are out of reach. Credentials in texts are
/// masked on demand. Opens the case: not for the GUI thread.
Result<SqlResult> runSql(const QString &casePath, const QString &sql, const SqlLimits &limits,
                         Credentials credentials, const JobControl &control);

} // namespace auditloupe
