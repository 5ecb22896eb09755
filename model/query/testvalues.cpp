// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/testvalues.h"

#include "model/event/ipaddress.h"
#include "model/query/termvalue.h"
#include "model/query/testpattern.h"

#include <QCoreApplication>

#include <algorithm>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

QString say(const char *text)
{
    return QCoreApplication::translate("Filter", text);
}

} // namespace

std::optional<ValueMistake> checkValues(FieldTest &test)
{
    for (std::size_t i = 0; i < test.values.size(); ++i) {
        std::string &value = test.values[i];
        if (isPattern(test.comparison)) {
            const std::unique_ptr<re2::RE2> pattern = compiledPattern(test, value);
            if (!pattern->ok()) {
                return ValueMistake{i,
                                    say(QT_TRANSLATE_NOOP("Filter",
                                                          "Expected a regular expression as RE2 "
                                                          "reads it: %1."))
                                        .arg(QString::fromStdString(pattern->error()))};
            }
        }
        if (!isWithWhole(test.comparison)) {
            continue;
        }
        if (isOrder(test.comparison) && !possibleValues(*test.field).empty()
            && !hasOrderedWords(*test.field)) {
            return ValueMistake{i,
                                say(QT_TRANSLATE_NOOP("Filter",
                                                      "The values of “%1” have no order; compare "
                                                      "with “=” or “in”."))
                                    .arg(writtenName(*test.field))};
        }
        const bool isNetwork = test.field->name == "sourceIPs"sv && value.contains('/');
        if (isNetwork && test.comparison < Comparison::In) {
            return ValueMistake{i,
                                say(QT_TRANSLATE_NOOP("Filter",
                                                      "Expected an address; a network is asked "
                                                      "for with “in”: ip in %1."))
                                    .arg(QString::fromStdString(value))};
        }
        if (isNetwork && !parseNetwork(value)) {
            return ValueMistake{i,
                                say(QT_TRANSLATE_NOOP("Filter",
                                                      "Expected an address or a network such as "
                                                      "10.0.0.0/8."))};
        }
        Result<std::string> checked = checkedValue(*test.field, value);
        if (!checked) {
            return ValueMistake{i, checked.error().message};
        }
        value = std::move(*checked);
    }
    return std::nullopt;
}

bool takesAbsentAsEmpty(const FieldTest &test)
{
    const bool isPlace = test.field->name == "cluster"sv || test.field->name == "node"sv
        || test.field->name == "server"sv;
    const bool asksForWhole = test.comparison == Comparison::Equal
        || test.comparison == Comparison::NotEqual || test.comparison == Comparison::In
        || test.comparison == Comparison::Intersects;
    return isPlace && asksForWhole && std::ranges::contains(test.values, std::string());
}

bool isRelativeToNow(const FieldTest &test)
{
    return std::ranges::any_of(test.values, [](const std::string &value) {
        return value.starts_with("now") && timeOf(value, 0);
    });
}

} // namespace auditloupe
