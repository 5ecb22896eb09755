// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/condition.h"

#include <memory>
#include <re2/re2.h>

namespace auditloupe {

/// Whether the comparison is with a pattern that is compiled.
constexpr bool isPattern(Comparison comparison)
{
    return comparison == Comparison::Glob || comparison == Comparison::Regex;
}

/// One of the test's values as its comparison reads it; not ok() where it cannot be read.
std::unique_ptr<re2::RE2> compiledPattern(const FieldTest &test, const std::string &value);

} // namespace auditloupe
