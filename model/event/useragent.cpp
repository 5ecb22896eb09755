// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/useragent.h"

namespace auditloupe {

std::string_view agentFamily(std::string_view userAgent)
{
    return userAgent.substr(0, userAgent.find_first_of("/ \t"));
}

} // namespace auditloupe
