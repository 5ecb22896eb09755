// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/clientsession.h"
#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/useragent.h"
#include "model/query/fieldfunctionstate.h"

namespace auditloupe {

namespace {

using State = FieldFunctions::State;

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

/// A part of a text that the state keeps.
void agentFamilyOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context, agentFamily(stateOf(context).text(values[0])));
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
    fields.requestUri = textOf(values[4]);
    answer(context, accessName(access(fields)));
}

void isWriteOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    sqlite3_result_int(context, isWriteVerb(stateOf(context).text(values[0])) ? 1 : 0);
}

void sessionOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    State &state = stateOf(context);
    answer(context,
           sessionKindName(
               sessionKind({.verb = state.text(values[0]), .subresource = state.text(values[1])})));
}

/// A text made for the answer.
void answerMade(sqlite3_context *context, const std::optional<std::string> &text)
{
    if (text) {
        sqlite3_result_text(context, text->data(), static_cast<int>(text->size()),
                            SQLITE_TRANSIENT);
    } else {
        sqlite3_result_null(context);
    }
}

/// What follows is only asked of sessions: of an exec, of an exec as of an attach.
void sessionCommandOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerMade(context,
               sessionCommandLine({.requestUri = textOf(values[0]), .subresource = "exec"}));
}

void sessionContainerOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerMade(context, sessionContainer({.requestUri = textOf(values[0]), .subresource = "exec"}));
}

void sessionFlagOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context,
           sessionFlagName(sessionFlag({.requestUri = textOf(values[0]), .subresource = "exec"},
                                       textOf(values[1]))));
}

void sessionMethodOf(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answer(context,
           sessionMethod({.verb = stateOf(context).text(values[0]), .subresource = "exec"}));
}

} // namespace

void addDerivedFunctions(SQLite::Database &database, State *state)
{
    database.createFunction("field_user_kind", 1, true, state, userKindOf);
    database.createFunction("field_agent_family", 1, true, state, agentFamilyOf);
    database.createFunction("field_outcome", 4, true, state, outcomeOf);
    database.createFunction("field_denied_by", 4, true, state, deniedByOf);
    database.createFunction("field_access", 5, true, state, accessOf);
    database.createFunction("field_is_write", 1, true, state, isWriteOf);
    database.createFunction("field_session", 2, true, state, sessionOf);
    database.createFunction("field_session_command", 1, true, state, sessionCommandOf);
    database.createFunction("field_session_container", 1, true, state, sessionContainerOf);
    database.createFunction("field_session_flag", 2, true, state, sessionFlagOf);
    database.createFunction("field_session_method", 1, true, state, sessionMethodOf);
}

} // namespace auditloupe
