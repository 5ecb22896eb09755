// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsonscanner.h"
#include "model/sources/format.h"

#include <span>
#include <string_view>

namespace auditloupe {

/// The name of what Kubernetes itself writes: it needs no Format.
inline constexpr std::string_view NativeFormat = "audit.k8s.io";

/// All formats of wrappers, one file each in sources/formats/.
std::span<const Format *const> allFormats();

/// Null where there is none of this name.
const Format *formatNamed(std::string_view name);

/// Whether any format knows a table with these columns, or a document that begins so.
bool isTableHead(std::span<const std::string> columns);
bool beginsDocument(std::string_view line, bool isAtStart);

/// The lists of all formats, and "items".
const ListPaths &listPaths();

} // namespace auditloupe
