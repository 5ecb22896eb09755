// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/eventmatcher.h"
#include "model/query/filter.h"

#include <cstdlib>

using namespace auditloupe;

namespace {

constexpr std::string_view Event =
    R"({"level":"Request","auditID":"a","stage":"ResponseComplete","verb":"create",)"
    R"("user":{"username":"alice","groups":["g"]},"requestObject":{"a":[{"b":"x"},3,null]}})";

void require(bool holds)
{
    if (!holds) {
        std::abort();
    }
}

} // namespace

/// Any text in the filter bar is a condition that its own text gives again and that events can be
/// judged by, or an error with a place; and while it is written its last word is known.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    const QString text =
        QString::fromUtf8(reinterpret_cast<const char *>(data), static_cast<qsizetype>(size));
    const FilterWord word = lastFilterWord(text);
    require(word.from <= text.size());
    require(word.kind != FilterWord::Kind::Value || word.field != nullptr);
    const FilterReading reading = readFilterText(text);
    qsizetype end = 0;
    for (const FilterToken &token : reading.tokens) {
        require(token.from >= end && token.length > 0);
        end = token.from + token.length;
    }
    require(end <= text.size());
    const Result<Filter> filter = parseFilter(text);
    require(filter.has_value() == !reading.error.has_value());
    if (!filter) {
        require(!filter.error().message.isEmpty() && filter.error().where.column.has_value());
        return 0;
    }
    const Result<Filter> again = parseFilter(filter->toText());
    require(again && again->condition == filter->condition);
    EventMatcher matcher(filter->condition, 0);
    static_cast<void>(matcher.judge({.document = [] { return Event; }}));
    return 0;
}
