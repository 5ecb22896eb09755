// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldfunctions.h"

#include "model/event/identity.h"
#include "model/event/useragent.h"
#include "model/query/documentvalue.h"
#include "model/query/fieldfunctionstate.h"
#include "model/query/requeststages.h"
#include "model/query/valuetest.h"

#include <algorithm>
#include <iterator>

namespace auditloupe {

using State = FieldFunctions::State;

std::string_view FieldFunctions::State::text(sqlite3_value *value)
{
    if (sqlite3_value_type(value) == SQLITE_NULL || !find) {
        return {};
    }
    const std::int64_t id = sqlite3_value_int64(value);
    if (id < 0 || id >= MostIds) {
        const auto [place, isNew] = farTexts.try_emplace(id);
        if (isNew) {
            place->second = read(id);
        }
        return place->second;
    }
    const auto index = static_cast<std::size_t>(id);
    if (index >= texts.size()) {
        texts.resize(index * 2 + 64);
    }
    Text &text = texts[index];
    if (!text.isKnown) {
        text = {.value = read(id), .isKnown = true};
    }
    return text.value;
}

/// Nothing here throws: SQLite is in the middle of a step.
std::string FieldFunctions::State::read(std::int64_t id)
{
    find->bind(1, id);
    std::string text =
        find->tryExecuteStep() == SQLITE_ROW ? find->getColumn(0).getString() : std::string();
    find->tryReset();
    return text;
}

void FieldFunctions::State::forget()
{
    find.reset();
    texts.clear();
    farTexts.clear();
    tests.clear();
    stages.clear();
}

State &stateOf(sqlite3_context *context)
{
    return *static_cast<State *>(sqlite3_user_data(context));
}

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text == nullptr
        ? std::string_view()
        : std::string_view(text, static_cast<std::size_t>(sqlite3_value_bytes(value)));
}

void answer(sqlite3_context *context, std::string_view name)
{
    if (name.empty()) {
        sqlite3_result_null(context);
    } else {
        sqlite3_result_text(context, name.data(), static_cast<int>(name.size()), SQLITE_STATIC);
    }
}

namespace {

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

/// Of all that a set holds; an empty one is missing.
Answer stagesAnswer(const ValueTest &test, StageSet stages)
{
    const bool every = test.elements() == FieldTest::Elements::Every;
    for (const Stage stage :
         {Stage::RequestReceived, Stage::ResponseStarted, Stage::ResponseComplete, Stage::Panic}) {
        const bool isThere = (stages & stageBit(stage)) != 0;
        if (isThere && test.holds({.text = stageName(stage)}) != every) {
            return every ? Answer::No : Answer::Yes;
        }
    }
    return stages == 0 ? Answer::Missing : every ? Answer::Yes : Answer::No;
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
    State::KnownTest *known = testOf(context, values[0]);
    if (known == nullptr || sqlite3_value_type(values[1]) == SQLITE_NULL) {
        sqlite3_result_null(context);
        return;
    }
    const std::int64_t id = sqlite3_value_int64(values[1]);
    if (id < 0 || id >= State::MostIds) {
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

/// Of a user, by what kind of user it is.
void testUserKind(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    answerForString(context, values, [](const ValueTest &test, std::string_view user) {
        const std::string_view kind = userKindName(userKind(user));
        return kind.empty()              ? Answer::Missing
            : test.holds({.text = kind}) ? Answer::Yes
                                         : Answer::No;
    });
}

/// Of a request, by its stages.
void testStages(sqlite3_context *context, int /*count*/, sqlite3_value **values)
{
    const State &state = stateOf(context);
    State::KnownTest *known = testOf(context, values[0]);
    const auto index = static_cast<std::size_t>(sqlite3_value_int64(values[1]));
    if (known == nullptr || index >= state.stages.size()) {
        sqlite3_result_null(context);
        return;
    }
    const EventId id{static_cast<std::uint32_t>(sqlite3_value_int64(values[2]))};
    const StageSet stages = state.stages[index]->of(id);
    if (stages >= known->answers.size()) {
        known->answers.resize(std::size_t{stages} + 1, Answer::NotAsked);
    }
    Answer &kept = known->answers[stages];
    if (kept == Answer::NotAsked) {
        kept = stagesAnswer(*known->test, stages);
    }
    answer(context, kept);
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
    addDerivedFunctions(database, state);
    database.createFunction("test_string", 2, true, state, testString);
    database.createFunction("test_user_kind", 2, true, state, testUserKind);
    database.createFunction("test_stages", 3, true, state, testStages);
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
    m_state.forget();
}

std::int64_t FieldFunctions::keep(SQLite::Database &database, std::shared_ptr<const ValueTest> test)
{
    State &state = stateOfConnection(database);
    state.tests.push_back({.test = std::move(test)});
    return std::ssize(state.tests) - 1;
}

std::int64_t FieldFunctions::keep(SQLite::Database &database,
                                  std::shared_ptr<const RequestStages> stages)
{
    State &state = stateOfConnection(database);
    state.stages.push_back(std::move(stages));
    return std::ssize(state.stages) - 1;
}

} // namespace auditloupe
