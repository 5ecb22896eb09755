// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/jobcontrol.h"
#include "model/casefile/casereader.h"
#include "model/casefile/reading.h"
#include "model/casefile/storage.h"
#include "model/query/conditionsql.h"
#include "model/query/fieldfunctions.h"

#include <functional>
#include <span>

namespace auditloupe {

/// While it lives, the reader's statements see one state of the case, end when the job is cancelled
/// and know the derived fields. Throws SQLite's exceptions.
class QueryScope
{
public:
    QueryScope(CaseReader &reader, const JobControl &control)
        : m_reader(reader)
        , m_reading(reader.database())
        , m_functions(reader.database())
    {
        m_reader.setCancelCheck([&control] { return control.isCancelled(); });
    }

    ~QueryScope() { m_reader.setCancelCheck({}); }
    Q_DISABLE_COPY_MOVE(QueryScope)

private:
    CaseReader &m_reader;
    Reading m_reading;
    FieldFunctions m_functions;
};

/// Runs `code(database)`, which returns a Result, in a QueryScope.
template <typename Code>
auto runQuery(CaseReader &reader, const JobControl &control, Code code)
{
    return guardStorage(reader.path(),
                        [&] {
                            const QueryScope scope(reader, control);
                            return code(reader.database());
                        })
        .and_then([](auto result) { return result; });
}

/// The statement with the values bound to its parameters.
SQLite::Statement bound(SQLite::Database &database, const std::string &sql,
                        std::span<const SqlText::Value> values);

/// What the filter's condition needs to know of the case: the time of "now", the stages of
/// requests.
SqlContext contextFor(SQLite::Database &database, const Filter &filter);

} // namespace auditloupe
