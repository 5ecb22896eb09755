// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldfunctions.h"

#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/useragent.h"
#include "model/query/documentvalue.h"
#include "model/query/valuetest.h"

#include <sqlite3.h>

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace auditloupe {

/// Lives as long as the connection: SQLite cannot take functions away while any other statement
/// of the connection is half read. The statement must not live so long, or closing fails.
struct FieldFunctions::State
{
    std::optional<SQLite::Statement> find = {};
    std::unordered_map<std::int64_t, std::string> texts = {};

    /// A test with its answers for strings, by id.
    struct KnownTest
    {
        enum class Answer : std::uint8_t { NotAsked, No, Yes, Missing };

        std::shared_ptr<const ValueTest> test = {};
        std::vector<Answer> answers = {};
    };
    std::vector<KnownTest> tests = {};
    DocumentReader lists = {};

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

/// The names outlive the statement; the empty one stands for "missing".
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
    if (const void *uri = sqlite3_value_text(values[4])) {
        fields.requestUri = {static_cast<const char *>(uri),
                             static_cast<std::size_t>(sqlite3_value_bytes(values[4]))};
    }
    answer(context, accessName(access(fields)));
}

using Answer = State::KnownTest::Answer;

/// Of all elements of a list of texts; a list without any is missing.
Answer listAnswer(State &state, const ValueTest &test, std::string_view list)
{
    const PathStep every{.kind = PathStep::Kind::Every};
    const std::vector<DocumentValue> values = state.lists.values(list, {&every, 1});
    const auto holds = [&test](const DocumentValue &value) {
        return test.holds({.text = value.text});
    };
    if (values.empty()) {
        return Answer::Missing;
    }
    const bool fits = test.elements() == FieldTest::Elements::Every
        ? std::ranges::all_of(values, holds)
        : std::ranges::any_of(values, holds);
    return fits ? Answer::Yes : Answer::No;
}

void answer(sqlite3_context *context, Answer answer)
{
    if (answer == Answer::Missing) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_int(context, answer == Answer::Yes ? 1 : 0);
    }
}

/// Nothing for a number that keep() never gave.
State::KnownTest *testOf(sqlite3_context *context, sqlite3_value *number)
{
    std::vector<State::KnownTest> &tests = stateOf(context).tests;
    const auto index = static_cast<std::size_t>(sqlite3_value_int64(number));
    return index < tests.size() ? &tests[index] : nullptr;
}

/// Runs `ask` once for each string of table `string`.
template <typename Ask>
void answerForString(sqlite3_context *context, sqlite3_value **values, Ask ask)
{
    constexpr std::int64_t MostAnswers = 1 << 24; // ids are dense, but a case may be damaged
    State::KnownTest *known = testOf(context, values[0]);
    if (known == nullptr || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const std::int64_t id = sqlite3_value_int64(values[1]);
    if (id < 0 || id >= MostAnswers) {
        answer(context, ask(*known->test, stateOf(context).text(values[1])));
        return;
    }
    const auto index = static_cast<std::size_t>(id);
    if (index >= known->answers.size()) {
        known->answers.resize(index * 2 + 64, Answer::NotAsked);
    }
    Answer &kept = known->answers[index];
    if (kept == Answer::NotAsked) {
        kept = ask(*known->test, stateOf(context).text(values[1]));
    }
    answer(context, kept);
}

void testString(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerForString(context, values, [](const ValueTest &test, std::string_view text) {
        return test.holds({.text = text}) ? Answer::Yes : Answer::No;
    });
}

void testList(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerForString(context, values, [context](const ValueTest &test, std::string_view list) {
        return listAnswer(stateOf(context), test, list);
    });
}

void testAgentFamily(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerForString(context, values, [](const ValueTest &test, std::string_view text) {
        const std::string_view family = agentFamily(text);
        return family.empty()              ? Answer::Missing
            : test.holds({.text = family}) ? Answer::Yes
                                           : Answer::No;
    });
}

void testText(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const State::KnownTest *known = testOf(context, values[0]);
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(values[1]));
    if (known == nullptr || text == nullptr) {
        sqlite3_result_null(context);
        return;
    }
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
    sqlite3_result_int(context, known->test->holds({.text = {text, size}}) ? 1 : 0);
}

/// Path and number of a source.
void testSource(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const State::KnownTest *known = testOf(context, values[0]);
    const auto *path = reinterpret_cast<const char *>(sqlite3_value_text(values[1]));
    if (known == nullptr || path == nullptr) {
        sqlite3_result_null(context);
        return;
    }
    const auto size = static_cast<std::size_t>(sqlite3_value_bytes(values[1]));
    const std::string number = std::to_string(sqlite3_value_int64(values[2]));
    sqlite3_result_int(context, known->test->holdsSource({path, size}, number) ? 1 : 0);
}

void testNumber(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const State::KnownTest *known = testOf(context, values[0]);
    if (known == nullptr || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const bool holds = known->test->holdsNumber(sqlite3_value_int64(values[1]));
    sqlite3_result_int(context, holds ? 1 : 0);
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
    database.createFunction("field_agent_family", 1, true, state, agentFamilyOf);
    database.createFunction("field_outcome", 4, true, state, outcomeOf);
    database.createFunction("field_denied_by", 4, true, state, deniedByOf);
    database.createFunction("field_access", 5, true, state, accessOf);
    database.createFunction("test_string", 2, true, state, testString);
    database.createFunction("test_list", 2, true, state, testList);
    database.createFunction("test_agent_family", 2, true, state, testAgentFamily);
    database.createFunction("test_text", 2, true, state, testText);
    database.createFunction("test_number", 2, true, state, testNumber);
    database.createFunction("test_source", 3, true, state, testSource);
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
    m_state.tests.clear();
}

std::int64_t FieldFunctions::keep(SQLite::Database &database, std::shared_ptr<const ValueTest> test)
{
    State &state = stateOfConnection(database);
    state.tests.push_back({.test = std::move(test)});
    return std::ssize(state.tests) - 1;
}

} // namespace auditloupe
