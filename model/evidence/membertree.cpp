// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/membertree.h"

#include "model/event/fields.h"
#include "model/query/fieldreference.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <span>

using namespace std::string_view_literals;

namespace auditloupe {
namespace {

using Kind = MemberObject::Kind;

struct Shape
{
    std::string_view path;
    Kind kind = Kind::Free;
    std::span<const std::string_view> members = {};
};

// The order of Event in audit.k8s.io v1, with the members that v1alpha1 and v1beta1 had more.
constexpr std::array EventMembers{"kind"sv,
                                  "apiVersion"sv,
                                  "metadata"sv,
                                  "level"sv,
                                  "timestamp"sv,
                                  "auditID"sv,
                                  "stage"sv,
                                  "requestURI"sv,
                                  "verb"sv,
                                  "user"sv,
                                  "impersonatedUser"sv,
                                  "authenticationMetadata"sv,
                                  "sourceIPs"sv,
                                  "userAgent"sv,
                                  "objectRef"sv,
                                  "responseStatus"sv,
                                  "requestObject"sv,
                                  "responseObject"sv,
                                  "requestReceivedTimestamp"sv,
                                  "stageTimestamp"sv,
                                  "annotations"sv};
constexpr std::array UserMembers{"username"sv, "uid"sv, "groups"sv, "extra"sv};
constexpr std::array ReferenceMembers{
    "resource"sv,   "namespace"sv,       "name"sv,       "uid"sv, "apiGroup"sv,
    "apiVersion"sv, "resourceVersion"sv, "subresource"sv};
constexpr std::array StatusMembers{"kind"sv,    "apiVersion"sv, "metadata"sv, "status"sv,
                                   "message"sv, "reason"sv,     "details"sv,  "code"sv};
constexpr std::array DetailMembers{"name"sv, "group"sv,  "kind"sv,
                                   "uid"sv,  "causes"sv, "retryAfterSeconds"sv};

constexpr std::array Shapes{Shape{"", Kind::Struct, EventMembers},
                            Shape{"user", Kind::Struct, UserMembers},
                            Shape{"user.extra", Kind::Map},
                            Shape{"impersonatedUser", Kind::Struct, UserMembers},
                            Shape{"impersonatedUser.extra", Kind::Map},
                            Shape{"objectRef", Kind::Struct, ReferenceMembers},
                            Shape{"responseStatus", Kind::Struct, StatusMembers},
                            Shape{"responseStatus.details", Kind::Struct, DetailMembers},
                            Shape{"annotations", Kind::Map}};

class TreeBuilder
{
public:
    std::vector<MemberObject> build()
    {
        m_tree.emplace_back();
        for (const Shape &shape : Shapes) {
            const std::size_t at = objectAt(parsePath(shape.path));
            m_tree[at].kind = shape.kind;
            for (const std::string_view key : shape.members) {
                memberAt(at, key);
            }
        }
        const std::span<const Field> fields = fieldCatalogue();
        for (std::size_t i = 0; i < fields.size(); ++i) {
            if (std::vector<PathStep> path = parsePath(fields[i].path); !path.empty()) {
                const std::string last = path.back().key;
                path.pop_back();
                const std::size_t parent = objectAt(path);
                m_tree[parent].members[memberAt(parent, last)].field = i;
            }
        }
        return std::move(m_tree);
    }

private:
    std::size_t memberAt(std::size_t object, std::string_view key)
    {
        std::vector<MemberObject::Member> &members = m_tree[object].members;
        const auto found = std::ranges::find(members, key, &MemberObject::Member::key);
        if (found != members.end()) {
            return std::size_t(found - members.begin());
        }
        members.push_back({.key = std::string(key)});
        return members.size() - 1;
    }

    std::size_t objectAt(std::span<const PathStep> path)
    {
        std::size_t at = 0;
        for (const PathStep &step : path) {
            const std::size_t member = memberAt(at, step.key);
            if (!m_tree[at].members[member].object) {
                const std::string &parent = m_tree[at].path;
                const std::string own = parent.empty() ? step.key : parent + '.' + step.key;
                m_tree[at].members[member].object = m_tree.size();
                m_tree.push_back({.path = own});
            }
            at = *m_tree[at].members[member].object;
        }
        return at;
    }

    std::vector<MemberObject> m_tree;
};

} // namespace

std::size_t MemberObject::find(std::string_view key, std::size_t hint) const
{
    for (std::size_t i = 0; i < members.size(); ++i) {
        const std::size_t at = (hint + i) % members.size();
        if (members[at].key == key) {
            return at;
        }
    }
    return members.size();
}

const std::vector<MemberObject> &memberTree()
{
    static const std::vector<MemberObject> tree = TreeBuilder().build();
    return tree;
}

} // namespace auditloupe
