// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/queryscope.h"

#include "model/query/requeststages.h"

#include <algorithm>

namespace auditloupe {

SQLite::Statement bound(SQLite::Database &database, const std::string &sql,
                        std::span<const SqlText::Value> values)
{
    SQLite::Statement statement(database, sql);
    int parameter = 0;
    for (const SqlText::Value &value : values) {
        ++parameter;
        if (const auto *test = std::get_if<std::shared_ptr<const ValueTest>>(&value)) {
            statement.bind(parameter, FieldFunctions::keep(database, *test));
        } else if (const auto *stages = std::get_if<std::shared_ptr<const RequestStages>>(&value)) {
            statement.bind(parameter, FieldFunctions::keep(database, *stages));
        } else if (const auto *text = std::get_if<std::string>(&value)) {
            statement.bind(parameter, *text);
        } else {
            statement.bind(parameter, std::get<std::int64_t>(value));
        }
    }
    return statement;
}

static bool asksForStage(const Condition &condition)
{
    const bool asks = condition.kind == Condition::Kind::Test
        && valueMeaning(*condition.test.field) == SqlMeaning::Stage;
    return asks || std::ranges::any_of(condition.parts, asksForStage);
}

static std::optional<std::int64_t> lastEventUs(SQLite::Database &database)
{
    SQLite::Statement last(database, "SELECT max(time_us) FROM event");
    const bool isKnown = last.executeStep() && !last.getColumn(0).isNull();
    return isKnown ? std::optional(last.getColumn(0).getInt64()) : std::nullopt;
}

SqlContext contextFor(SQLite::Database &database, const Filter &filter)
{
    SqlContext context{.unit = filter.unit};
    if (isRelativeToNow(filter.condition)) {
        context.nowUs = lastEventUs(database);
    }
    if (filter.unit == Unit::Requests && asksForStage(filter.condition)) {
        context.stages = std::make_shared<const RequestStages>(database);
    }
    return context;
}

} // namespace auditloupe
