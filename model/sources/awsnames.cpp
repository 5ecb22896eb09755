// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/awsnames.h"

#include <algorithm>
#include <array>
#include <string>

namespace auditloupe {

using namespace std::string_view_literals;

std::string_view eksClusterOf(std::string_view logGroup)
{
    constexpr auto Prefix = "/aws/eks/"sv;
    constexpr auto Suffix = "/cluster"sv;
    const std::size_t account = accountOf(logGroup).size();
    const std::string_view name = logGroup.substr(account == 0 ? 0 : account + 1);
    const bool isEks = name.starts_with(Prefix) && name.ends_with(Suffix)
        && name.size() > Prefix.size() + Suffix.size();
    return isEks ? name.substr(Prefix.size(), name.size() - Prefix.size() - Suffix.size())
                 : std::string_view{};
}

std::string_view accountOf(std::string_view logGroup)
{
    const std::string_view front = logGroup.substr(0, logGroup.find('/'));
    return front.ends_with(':') ? front.substr(0, front.size() - 1) : std::string_view{};
}

std::string_view eksNeighbourOf(std::string_view logStream)
{
    if (logStream.empty()) {
        return {};
    }
    static constexpr std::array Components{"authenticator"sv, "kube-apiserver"sv,
                                           "kube-controller-manager"sv, "kube-scheduler"sv,
                                           "cloud-controller-manager"sv};
    constexpr std::size_t ShortestId = 8; // behind the component's name; 32 as a rule
    const std::size_t hyphen = logStream.rfind('-');
    const std::string_view id = logStream.substr(std::min(hyphen, logStream.size() - 1) + 1);
    const auto known = std::ranges::find(Components, logStream.substr(0, hyphen));
    const bool isId = id.size() >= ShortestId
        && id.find_first_not_of("0123456789abcdef"sv) == std::string_view::npos;
    return known == Components.end() || !isId ? std::string_view{} : *known;
}

Opened eksMessage(Entry &entry, std::string_view message, std::string_view logStream)
{
    const std::string_view neighbour = eksNeighbourOf(logStream);
    const bool isNeighbours =
        !neighbour.empty() && message.find("\"auditID\""sv) == std::string_view::npos;
    return isNeighbours ? Opened::notEvent(entry.keep("EKS " + std::string(neighbour)))
                        : Opened::inner(message);
}

} // namespace auditloupe
