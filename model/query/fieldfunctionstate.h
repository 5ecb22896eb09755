// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/documentvalue.h"
#include "model/query/fieldfunctions.h"

#include <sqlite3.h>

#include <cstdint>
#include <deque>
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
    struct Text
    {
        std::string value = {};
        bool isKnown = false;
    };

    /// A test with its answers for strings, by id.
    struct KnownTest
    {
        enum class Answer : std::uint8_t { NotAsked, No, Yes, Missing };

        std::shared_ptr<const ValueTest> test = {};
        std::vector<Answer> answers = {};
    };

    /// Ids of strings are dense, but a case may be damaged.
    static constexpr std::int64_t MostIds = 1 << 24;

    std::optional<SQLite::Statement> find = {};
    std::deque<Text> texts = {}; // by id, below MostIds; growing moves none
    std::unordered_map<std::int64_t, std::string> farTexts = {};
    std::vector<KnownTest> tests = {};
    std::vector<std::shared_ptr<const RequestStages>> stages = {};
    DocumentReader lists = {};

    /// The string of that id; an id that is in no row (a damaged case) reads as absent.
    std::string_view text(sqlite3_value *id);
    void forget();

private:
    std::string read(std::int64_t id);
};

FieldFunctions::State &stateOf(sqlite3_context *context);

/// Without data where the value is NULL.
std::string_view textOf(sqlite3_value *value);

/// The name outlives the statement; the empty one stands for "missing".
void answer(sqlite3_context *context, std::string_view name);

/// The derived fields.
void addDerivedFunctions(SQLite::Database &database, FieldFunctions::State *state);

} // namespace auditloupe
