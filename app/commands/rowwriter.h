// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/commands/terminal.h"
#include "model/base/result.h"
#include "model/query/fieldvalue.h"

#include <QString>
#include <QtClassHelperMacros>

#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

enum class RowFormat { Table, Csv, Jsonl };

/// The format of that name; the table where the name is empty. The error says which there are.
Result<RowFormat> rowFormat(const QString &name);

/// Writes rows of named values to standard output.
class RowWriter
{
public:
    using Values = std::span<const std::optional<FieldText>>;

    static std::unique_ptr<RowWriter> make(RowFormat format, std::vector<std::string> names,
                                           StandardOutput &output);

    RowWriter() = default;
    virtual ~RowWriter() = default;
    Q_DISABLE_COPY_MOVE(RowWriter)

    /// As many values as there are names. False when nothing more can be written.
    virtual bool write(Values values) = 0;

    /// Must be called behind the last row.
    virtual bool finish() = 0;
};

} // namespace auditloupe
