// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

#include <cstdint>

namespace auditloupe {

/// Sixteen bytes a line: place (hexadecimal, from `firstOffset`), bytes, printable ASCII.
QString hexDump(QByteArrayView bytes, std::int64_t firstOffset);

/// The bytes as lines of text: what is no UTF-8, breaks a line's order or hides is escaped.
QString plainLines(QByteArrayView bytes);

} // namespace auditloupe
