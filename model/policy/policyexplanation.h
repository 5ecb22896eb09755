// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/policy.h"
#include "model/policy/requestinfo.h"

#include <optional>
#include <vector>

namespace auditloupe {

/// What of a rule a request is compared with, in the API server's order.
enum class RuleField : std::uint8_t {
    Users,
    UserGroups,
    Verbs,
    RequestKind, ///< the rule is for resources and the request is for none, or the reverse
    Namespaces,
    ApiGroup, ///< no entry of `resources` has the request's group
    Resources, ///< entries of the group have other resources or subresources
    ResourceNames, ///< group and resource fit, the name does not
    NonResourceUrls
};

/// The field that makes a rule not match; nothing where it matches. Where several entries of
/// `resources` fail, the one that came furthest counts.
std::optional<RuleField> failingField(const PolicyRule &rule, const RequestAttributes &request);

/// One step of the ladder that a request climbs down until a rule matches.
struct RuleStep
{
    std::size_t rule = 0;
    std::optional<RuleField> failed = {};
};

/// The rules that the API server would try, in order; the last one matches, or none does.
std::vector<RuleStep> explainDecision(const AuditPolicy &policy, const RequestAttributes &request);

} // namespace auditloupe
