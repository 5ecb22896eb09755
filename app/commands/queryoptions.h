// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/rowwriter.h"
#include "model/base/result.h"
#include "model/query/filter.h"
#include "model/query/sortorder.h"

#include <QCommandLineParser>

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

/// A field as it was asked for: the output calls it by that name.
struct NamedField
{
    std::string name = {};
    const Field *field = nullptr;
};

/// What `query` is asked for, understood and checked.
struct QueryOptions
{
    enum class Answer { Rows, Count, Groups, Bytes };

    Answer answer = Answer::Rows;
    Filter filter = {};
    std::vector<NamedField> fields = {}; ///< of rows or groups
    RowFormat format = RowFormat::Table;
    std::optional<SortOrder> order = {}; ///< nothing was asked for: by time, bytes as imported
    std::optional<std::int64_t> limit = {};
    bool wantsEntries = false; ///< of Answer::Bytes: the exported entries, not the events inside
    bool unmasked = false;

    bool wantsCopies() const { return filter.unit == Unit::Copies; }
    std::vector<const Field *> fieldPointers() const;
    std::vector<std::string> fieldNames() const;

    /// Errors are mistakes in the arguments.
    static Result<QueryOptions> read(const QCommandLineParser &parser);
    static void addTo(QCommandLineParser &parser);
};

} // namespace auditloupe
