// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <string_view>

namespace auditloupe {

/// The text of UTF-8 bytes. Unlike QString::fromUtf8() it keeps a byte order mark in front.
QString textOf(std::string_view utf8);

/// Whether a character could break a line, hide or reorder what stands beside it.
bool isDeceptive(char32_t character);

/// Text from a log for a place with one line: what is deceptive is shown as an escape (\u202e),
/// and what is longer than `limit` characters ends in an ellipsis.
QString oneLine(std::string_view text, qsizetype limit = 256);

} // namespace auditloupe
