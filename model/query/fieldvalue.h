// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"
#include "model/event/fields.h"
#include "model/query/documentvalue.h"
#include "model/query/filter.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// One value as text for people and spreadsheets and as JSON for machines.
struct FieldText
{
    std::string text = {};
    std::string json = {};
};

/// Of the event, or of the request that it stands for: that of its receipt.
std::optional<std::int64_t> rowTimeUs(const EventRow &row, Unit unit);

/// The same fields of many events: paths are taken apart once, buffers are kept. One a thread.
class FieldValues
{
public:
    /// `unit`: what a row stands for. A request's time is that of its receipt.
    explicit FieldValues(std::span<const Field *const> fields, Unit unit = Unit::Events);

    /// Whether of() needs the event's bytes.
    bool needDocument() const;

    /// One value a field, in their order; nothing where it is missing.
    std::vector<std::optional<FieldText>> of(const EventRow &row, std::string_view document);

private:
    struct Column
    {
        const Field *field = nullptr;
        std::vector<PathStep> path = {}; // empty for fields that are no part of the document
    };

    std::optional<FieldText> value(const Column &column, const EventRow &row,
                                   std::string_view document);

    Unit m_unit;
    std::vector<Column> m_columns;
    DocumentReader m_documents;
};

} // namespace auditloupe
