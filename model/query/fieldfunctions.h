// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtClassHelperMacros>

#include <cstdint>
#include <memory>
#include <SQLiteCpp/SQLiteCpp.h>

namespace auditloupe {

class RequestStages;
class ValueTest;

/// The derived fields and the tests of conditions as SQL functions, for statements that begin and
/// end while this object lives; one at a time on a connection. They call the very functions that
/// the screens call, so that no two places can disagree. Texts are given as ids of table `string`.
class FieldFunctions
{
public:
    /// Throws SQLite's exceptions.
    explicit FieldFunctions(SQLite::Database &database);
    ~FieldFunctions();
    Q_DISABLE_COPY_MOVE(FieldFunctions)

    /// The number that a statement of this connection calls it by.
    static std::int64_t keep(SQLite::Database &database, std::shared_ptr<const ValueTest> test);

    static std::int64_t keep(SQLite::Database &database,
                             std::shared_ptr<const RequestStages> stages);

    /// What the functions of a connection share.
    struct State;

private:
    State &m_state;
};

} // namespace auditloupe
