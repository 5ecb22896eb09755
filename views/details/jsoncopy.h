// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/details/jsonpage.h"

#include <QString>

#include <string>

namespace auditloupe {

struct EventRow;

/// The forms in which a value of an event can be copied. `node` is a node of the page's outline.

/// Strings without quotes and escapes; objects and lists as JSON, as they stand in the event.
QString copyOfValue(const JsonPage &page, std::uint32_t node);
QString copyOfPath(const JsonPage &page, std::uint32_t node);
/// Empty where the event is damaged.
QString copyAsYaml(const JsonPage &page, std::uint32_t node);
/// A filter that finds this event in its log and takes this value of it. Holds no single quote,
/// so it can stand between two of them in a shell.
QString copyAsJqFilter(const JsonPage &page, std::uint32_t node, const EventRow &row);
QString copyAsKubectl(const EventRow &row);

} // namespace auditloupe
