// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/valuetest.h"

#include "model/event/ipaddress.h"
#include "model/event/time.h"
#include "model/query/fieldsql.h"
#include "model/query/termvalue.h"
#include "model/query/testpattern.h"
#include "model/query/testvalues.h"
#include "model/query/textsearch.h"

#include <algorithm>
#include <charconv>
#include <compare>
#include <re2/re2.h>
#include <re2/stringpiece.h>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = TestedValue::Kind;

std::optional<double> decimal(std::string_view text)
{
    if (text.find_first_not_of("0123456789+-.eE") != std::string_view::npos) {
        return std::nullopt; // from_chars() takes "nan" and "inf" for numbers
    }
    double value = 0;
    const char *end = text.data() + text.size();
    const auto [stop, error] = std::from_chars(text.data(), end, value);
    return error == std::errc() && stop == end ? std::optional(value) : std::nullopt;
}

bool isWhole(std::string_view number)
{
    return number.find_first_of(".eE") == std::string_view::npos;
}

std::partial_ordering orderOfNumbers(std::string_view a, std::string_view b)
{
    const std::optional<std::int64_t> wholeA = parseInteger(a);
    const std::optional<std::int64_t> wholeB = parseInteger(b);
    if (wholeA && wholeB) {
        return *wholeA <=> *wholeB;
    }
    const std::optional<double> numberA = decimal(a);
    const std::optional<double> numberB = decimal(b);
    return numberA && numberB ? *numberA <=> *numberB : std::partial_ordering::unordered;
}

bool isOrdered(Comparison comparison, std::partial_ordering order)
{
    switch (comparison) {
    case Comparison::Less:
        return order == std::partial_ordering::less;
    case Comparison::LessOrEqual:
        return order == std::partial_ordering::less || order == std::partial_ordering::equivalent;
    case Comparison::Greater:
        return order == std::partial_ordering::greater;
    case Comparison::GreaterOrEqual:
        return order == std::partial_ordering::greater
            || order == std::partial_ordering::equivalent;
    default:
        return false;
    }
}

bool isWithin(std::int64_t us, const std::optional<TimeSpan> &span)
{
    return span && us >= span->fromUs && us < span->toUs;
}

/// Place among the words that have an order; none elsewhere.
std::optional<std::size_t> rankOf(const Field &field, std::string_view word)
{
    if (!hasOrderedWords(field)) {
        return std::nullopt;
    }
    const std::vector<std::string_view> words = possibleValues(field);
    const auto found = std::ranges::find(words, word);
    return found == words.end() ? std::nullopt : std::optional(std::size_t(found - words.begin()));
}

} // namespace

struct ValueTest::Operand
{
    std::string text = {};
    std::optional<double> number = {};
    std::optional<std::int64_t> integer = {}; // in the unit of the field's column
    std::optional<TimeSpan> time = {};
    std::optional<IpNetwork> network = {};
    std::optional<std::size_t> rank = {};
    std::unique_ptr<re2::RE2> pattern = {};
};

struct ValueTest::Private
{
    const Field *field = nullptr;
    Comparison comparison = Comparison::Equal;
    bool ignoresCase = false;
    bool isTextOnly = false;
    std::vector<Operand> operands = {};
};

ValueTest::ValueTest(const FieldTest &test, std::optional<std::int64_t> nowUs)
    : m_elements(test.elements)
{
    auto data = std::make_unique<Private>();
    data->field = test.field;
    data->comparison = test.comparison;
    data->ignoresCase = test.letters == FieldTest::Letters::AsciiCaseIgnored;
    data->isTextOnly = test.operands == FieldTest::Operands::Text;
    for (const std::string &value : test.values) {
        Operand operand{.text = data->ignoresCase ? asciiLower(value) : value};
        if (!data->isTextOnly) {
            operand.number = decimal(value);
            operand.time = timeOf(value, nowUs);
            operand.rank = rankOf(*test.field, value);
            operand.network = parseNetwork(value);
        }
        operand.integer = test.field->type == FieldType::Time
            ? operand.time.transform([](TimeSpan span) { return span.fromUs; })
            : test.field->type == FieldType::Duration ? parseDuration(value)
                                                      : parseInteger(value);
        if (isPattern(test.comparison)) {
            operand.pattern = compiledPattern(test, value);
        }
        data->operands.push_back(std::move(operand));
    }
    d = std::move(data);
}

ValueTest::~ValueTest() = default;

bool ValueTest::holds(TestedValue value) const
{
    if (d->comparison >= Comparison::Exists) {
        return true;
    }
    if (d->comparison == Comparison::NotEqual) {
        return std::ranges::none_of(d->operands,
                                    [&](const Operand &operand) { return equals(value, operand); });
    }
    std::string folded;
    if (d->ignoresCase && !value.isFolded && !isPattern(d->comparison)) {
        folded = asciiLower(value.text);
        value.text = folded;
    }
    return std::ranges::any_of(d->operands,
                               [&](const Operand &operand) { return compares(value, operand); });
}

bool ValueTest::compares(TestedValue value, const Operand &operand) const
{
    switch (d->comparison) {
    case Comparison::Contains:
        return contains(value.text, operand.text);
    case Comparison::StartsWith:
        return value.text.starts_with(operand.text);
    case Comparison::EndsWith:
        return value.text.ends_with(operand.text);
    case Comparison::Glob:
    case Comparison::Regex:
        return re2::RE2::FullMatch(re2::StringPiece(value.text.data(), value.text.size()),
                                   *operand.pattern);
    case Comparison::Equal:
    case Comparison::In:
    case Comparison::Intersects:
        return equals(value, operand);
    default:
        break;
    }
    if (const std::optional<std::size_t> rank = rankOf(*d->field, value.text);
        rank && operand.rank) {
        return isOrdered(d->comparison, *rank <=> *operand.rank);
    }
    if (operand.time) {
        const std::optional<std::int64_t> time = parseTime(value.text);
        return time && isOrdered(d->comparison, *time <=> operand.time->fromUs);
    }
    if (operand.number) {
        return value.kind != Kind::Other
            && isOrdered(d->comparison, orderOfNumbers(value.text, operand.text));
    }
    const bool isText = value.kind == Kind::Text && d->field->type != FieldType::Time;
    return (isText || d->isTextOnly)
        && isOrdered(d->comparison, value.text.compare(operand.text) <=> 0);
}

bool ValueTest::equals(TestedValue value, const Operand &operand) const
{
    if (d->field->type == FieldType::Time && !d->isTextOnly) {
        const std::optional<std::int64_t> time = parseTime(value.text);
        return time && isWithin(*time, operand.time);
    }
    if (value.text == operand.text) {
        return true;
    }
    const bool asksForNetworks =
        d->comparison == Comparison::In || d->comparison == Comparison::Intersects;
    if (operand.network && asksForNetworks) {
        const std::optional<IpAddress> address = parseAddress(value.text);
        return address && operand.network->contains(*address);
    }
    // Beyond 2^53 different whole numbers become the same double.
    if (value.kind != Kind::Number || !operand.number
        || (isWhole(value.text) && isWhole(operand.text))) {
        return false;
    }
    return decimal(value.text) == operand.number;
}

bool ValueTest::holdsNumber(std::int64_t value) const
{
    if (isWithWhole(d->comparison) && !d->isTextOnly) {
        const auto fits = [&](const Operand &operand) {
            return isOrder(d->comparison)
                ? operand.integer && isOrdered(d->comparison, value <=> *operand.integer)
                : d->field->type == FieldType::Time ? isWithin(value, operand.time)
                                                    : operand.integer == value;
        };
        const bool found = std::ranges::any_of(d->operands, fits);
        return d->comparison == Comparison::NotEqual ? !found : found;
    }
    const std::string text = d->field->type == FieldType::Time ? formatTimeUtc(value).toStdString()
        : d->field->type == FieldType::Duration                ? durationText(value)
                                                               : std::to_string(value);
    return holds({Kind::Number, text});
}

bool ValueTest::holdsSource(std::string_view path, std::string_view number) const
{
    const bool byPath = holds({.text = path});
    switch (d->comparison) {
    case Comparison::Equal:
    case Comparison::In:
    case Comparison::Intersects:
        return byPath || holds({.text = number});
    case Comparison::NotEqual:
        return byPath && holds({.text = number});
    default:
        return byPath;
    }
}

std::optional<std::int64_t> ValueTest::number() const
{
    if (d->isTextOnly || d->operands.size() != 1) {
        return std::nullopt;
    }
    const Operand &only = d->operands.front();
    const bool isSpan = d->field->type == FieldType::Time && !isOrder(d->comparison);
    return isSpan ? std::nullopt : only.integer;
}

} // namespace auditloupe
