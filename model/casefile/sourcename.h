// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QString>

namespace auditloupe {

// What stands in place of a path where a source was no file.
inline constexpr QLatin1StringView StandardInput("-");
inline constexpr QLatin1StringView PastedText("Pasted text");

inline bool isFilePath(const QString &path)
{
    return path != StandardInput && path != PastedText;
}

/// Whether the source is a file that can be gone on with: no member of an archive, nothing that was
/// piped or pasted.
inline bool isOwnFile(const SourceInfo &source)
{
    return !source.parent && isFilePath(source.path);
}

} // namespace auditloupe
