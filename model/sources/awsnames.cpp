// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"

namespace auditloupe {

using namespace std::string_view_literals;

std::string_view eksClusterOf(std::string_view logGroup)
{
    constexpr auto Prefix = "/aws/eks/"sv;
    constexpr auto Suffix = "/cluster"sv;
    const std::string_view name = logGroup.substr(
        logGroup.substr(0, logGroup.find('/')).ends_with(':') ? logGroup.find('/') : 0);
    const bool isEks = name.starts_with(Prefix) && name.ends_with(Suffix)
        && name.size() > Prefix.size() + Suffix.size();
    return isEks ? name.substr(Prefix.size(), name.size() - Prefix.size() - Suffix.size())
                 : std::string_view{};
}

} // namespace auditloupe
