// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QtClassHelperMacros>

#include <SQLiteCpp/SQLiteCpp.h>

namespace auditloupe {

/// The derived fields as SQL functions, for statements that begin and end while this object
/// lives; one at a time on a connection. They call the very functions that the screens call, so
/// that no two places can disagree. Texts are given as ids of table `string`.
class FieldFunctions
{
public:
    /// Throws SQLite's exceptions.
    explicit FieldFunctions(SQLite::Database &database);
    ~FieldFunctions();
    Q_DISABLE_COPY_MOVE(FieldFunctions)

    /// What the functions of a connection share.
    struct State;

private:
    State &m_state;
};

} // namespace auditloupe
