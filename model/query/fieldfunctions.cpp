// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldfunctions.h"

#include "model/event/identity.h"
#include "model/event/outcome.h"

#include <sqlite3.h>

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

namespace auditloupe {

/// Lives as long as the connection: SQLite cannot take functions away while any other statement
/// of the connection is half read. The statement must not live so long, or closing fails.
struct FieldFunctions::State
{
    std::optional<SQLite::Statement> find = {};
    std::unordered_map<std::int64_t, std::string> texts = {};

    std::string_view text(sqlite3_value *id);
};

/// An id that is in no row (a damaged case) reads as absent.
std::string_view FieldFunctions::State::text(sqlite3_value *id)
{
    if (sqlite3_value_type(id) == SQLITE_NULL || !find) {
        return {};
    }
    const auto [place, isNew] = texts.try_emplace(sqlite3_value_int64(id));
    if (isNew) {
        // Nothing here throws: SQLite is in the middle of a step.
        find->bind(1, place->first);
        if (find->tryExecuteStep() == SQLITE_ROW) {
            place->second = find->getColumn(0).getString();
        }
        find->tryReset();
    }
    return place->second;
}

namespace {

using State = FieldFunctions::State;

State &stateOf(sqlite3_context *context)
{
    return *static_cast<State *>(sqlite3_user_data(context));
}

/// The names are literals of the program; the empty one stands for "missing".
void answer(sqlite3_context *context, std::string_view name)
{
    if (name.empty()) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_text(context, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    }
}

/// Stage, code, decision, flags.
EventFields answerFields(sqlite3_value **values)
{
    EventFields fields;
    fields.stage = static_cast<Stage>(sqlite3_value_int(values[0]));
    if (sqlite3_value_type(values[1]) != SQLITE_NULL) {
        fields.code = sqlite3_value_int(values[1]);
    }
    fields.decision = static_cast<Decision>(sqlite3_value_int(values[2]));
    fields.flags = static_cast<std::uint32_t>(sqlite3_value_int64(values[3]));
    return fields;
}

void userKindOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context, userKindName(userKind(stateOf(context).text(values[0]))));
}

void outcomeOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context, outcomeName(outcome(answerFields(values))));
}

void deniedByOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context, deniedByName(deniedBy(answerFields(values))));
}

void accessOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    State &state = stateOf(context);
    EventFields fields;
    fields.verb = state.text(values[0]);
    fields.resource = state.text(values[1]);
    fields.subresource = state.text(values[2]);
    fields.apiGroup = state.text(values[3]);
    if (const void *uri = sqlite3_value_text(values[4])) {
        fields.requestUri = {static_cast<const char *>(uri),
                             static_cast<std::size_t>(sqlite3_value_bytes(values[4]))};
    }
    answer(context, accessName(access(fields)));
}

State &stateOfConnection(SQLite::Database &database)
{
    constexpr auto Name = "auditloupe.fields";
    sqlite3 *handle = database.getHandle();
    if (void *known = sqlite3_get_clientdata(handle, Name)) {
        return *static_cast<State *>(known);
    }
    // SQLite owns it and calls the deleter when the connection closes.
    State *state = std::make_unique<State>().release();
    sqlite3_set_clientdata(handle, Name, state, [](void *pointer) {
        const std::unique_ptr<State> owner(static_cast<State *>(pointer));
    });
    database.createFunction("field_user_kind", 1, true, state, userKindOf);
    database.createFunction("field_outcome", 4, true, state, outcomeOf);
    database.createFunction("field_denied_by", 4, true, state, deniedByOf);
    database.createFunction("field_access", 5, true, state, accessOf);
    return *state;
}

} // namespace

FieldFunctions::FieldFunctions(SQLite::Database &database)
    : m_state(stateOfConnection(database))
{
    m_state.find.emplace(database, "SELECT value FROM string WHERE id = ?1");
}

FieldFunctions::~FieldFunctions()
{
    m_state.find.reset();
    m_state.texts.clear();
}

} // namespace auditloupe
