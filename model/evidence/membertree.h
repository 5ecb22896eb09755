// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The objects inside an event as the API server's Go types have them.
struct MemberObject
{
    enum class Kind {
        Struct, ///< its members have an order, and there are no others
        Map, ///< any keys, sorted
        Free ///< nothing is known of its members but the catalogue's fields
    };

    struct Member
    {
        std::string key = {};
        std::optional<std::size_t> field = {}; ///< index in fieldCatalogue()
        std::optional<std::size_t> object = {}; ///< index in memberTree()
    };

    Kind kind = Kind::Free;
    std::string path = {}; ///< empty for the event itself
    std::vector<Member> members = {}; ///< of a Struct in its order

    /// The member with this key, looked for from `hint` on; the member count where there is none.
    std::size_t find(std::string_view key, std::size_t hint) const;
};

/// All objects that have members worth telling apart; the first is the event itself.
const std::vector<MemberObject> &memberTree();

} // namespace auditloupe
