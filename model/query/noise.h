// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/query/condition.h"

#include <string_view>

namespace auditloupe {

/// What Noise::Hidden leaves out: the cluster's own machinery at its routine. Never what was
/// denied, a connection (exec, attach, port-forward, proxy), what was done in somebody else's name,
/// or a change of roles and bindings. Of an event that cannot tell whether it is noise, it is not.
std::string_view noiseText();

/// The same; columns alone answer it.
const Condition &noiseCondition();

} // namespace auditloupe
