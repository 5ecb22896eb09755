// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "tests/bench/randomsource.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace auditloupe {

/// The text as kube-apiserver writes it inside a JSON string: Go's escapes, `<`, `>` and `&`
/// among them, other characters as plain UTF-8.
void appendEscaped(std::string &out, std::string_view utf8);
std::string escaped(std::string_view utf8);

/// `,"key":"value"` with the value escaped.
void appendMember(std::string &out, std::string_view key, std::string_view value);

void appendNumber(std::string &out, std::int64_t number);

/// "2026-11-09T12:05:10.012345Z"
void appendTime(std::string &out, std::int64_t us);

/// "2026-11-09T12:05:10Z"
void appendSeconds(std::string &out, std::int64_t us);

/// Random, version 4.
void appendUuid(std::string &out, RandomSource &random);

/// The letters of generated Kubernetes names.
void appendSuffix(std::string &out, RandomSource &random, int length);

void appendHex(std::string &out, RandomSource &random, int length);

} // namespace auditloupe
