// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/policy.h"
#include "model/policy/requestinfo.h"
#include "model/policy/valuemasks.h"

#include <cstdint>
#include <vector>

namespace auditloupe {

/// What a policy says about a request.
struct PolicyDecision
{
    static constexpr std::int32_t NoRule = -1;

    Level level = Level::None;
    StageSet omitStages = 0;
    bool omitManagedFields = false;
    std::int32_t rule = NoRule; ///< index of the rule that matched

    bool operator==(const PolicyDecision &) const = default;
};

/// A valid policy made ready to decide millions of requests: for each attribute a table from value
/// to the set of rules that take it, so that a decision is a few look-ups. Any number of threads
/// may use one. Source of the semantics: pkg/audit/policy/checker.go of k8s.io/apiserver.
class PolicyEvaluator
{
public:
    explicit PolicyEvaluator(const AuditPolicy &policy);

    PolicyDecision decide(const RequestAttributes &request) const;

private:
    struct Entry
    {
        std::string group = {};
        std::vector<std::string> resources = {};
        std::vector<std::string> names = {};
    };
    struct Rule
    {
        PolicyDecision decision = {};
        std::vector<Entry> entries = {};
        std::vector<std::string> urls = {};
    };

    void addRule(const PolicyRule &rule, std::size_t index);
    bool takes(const Rule &rule, const RequestAttributes &request) const;

    std::vector<Rule> m_rules;
    PolicyDecision m_otherwise;
    ValueMasks m_users;
    ValueMasks m_groups;
    ValueMasks m_verbs;
    ValueMasks m_namespaces;
    ValueMasks m_apiGroups;
    ValueMasks m_resources; ///< by what stands in front of the slash
    std::vector<std::uint64_t> m_forResources; ///< rules that resource requests can match
    std::vector<std::uint64_t> m_forUrls; ///< rules that other requests can match
};

/// Whether a pattern of `resources` takes a resource: "pods", "pods/exec", "pods/*", "*/scale",
/// "*".
bool resourceMatches(std::string_view pattern, std::string_view resource,
                     std::string_view subresource);

/// Whether a pattern of `nonResourceURLs` takes a path: "/healthz", "/api*", "*".
bool pathMatches(std::string_view pattern, std::string_view path);

} // namespace auditloupe
