// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/error.h"

#include <expected>

namespace auditloupe {

template <typename T>
using Result = std::expected<T, Error>;

} // namespace auditloupe
