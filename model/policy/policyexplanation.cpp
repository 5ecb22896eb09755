// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyexplanation.h"

#include "model/policy/policyevaluator.h"

#include <algorithm>

namespace auditloupe {

namespace {

bool contains(const PolicyTexts &texts, std::string_view value)
{
    return std::ranges::contains(texts, value, &PolicyText::text);
}

std::optional<RuleField> failingPart(const GroupResources &entry, const RequestAttributes &request)
{
    if (entry.group.text != request.apiGroup && entry.group.text != "*") {
        return RuleField::ApiGroup;
    }
    if (entry.resources.empty()) {
        return std::nullopt;
    }
    const bool isResource = std::ranges::any_of(entry.resources, [&](const PolicyText &pattern) {
        return resourceMatches(pattern.text, request.resource, request.subresource);
    });
    if (!isResource) {
        return RuleField::Resources;
    }
    const bool isNamed = entry.resourceNames.empty() || contains(entry.resourceNames, request.name);
    return isNamed ? std::nullopt : std::optional(RuleField::ResourceNames);
}

std::optional<RuleField> failingResource(const PolicyRule &rule, const RequestAttributes &request)
{
    if (!request.isResourceRequest) {
        return RuleField::RequestKind;
    }
    if (!rule.namespaces.empty() && !contains(rule.namespaces, request.objectNamespace)) {
        return RuleField::Namespaces;
    }
    std::optional<RuleField> furthest;
    for (const GroupResources &entry : rule.resources) {
        const std::optional<RuleField> failed = failingPart(entry, request);
        if (!failed) {
            return std::nullopt;
        }
        furthest = std::max(furthest, failed);
    }
    return furthest;
}

} // namespace

std::optional<RuleField> failingField(const PolicyRule &rule, const RequestAttributes &request)
{
    if (!rule.users.empty() && (!request.user || !contains(rule.users, *request.user))) {
        return RuleField::Users;
    }
    const auto isWanted = [&rule](std::string_view group) {
        return contains(rule.userGroups, group);
    };
    if (!rule.userGroups.empty()
        && (!request.user || std::ranges::none_of(request.groups, isWanted))) {
        return RuleField::UserGroups;
    }
    if (!rule.verbs.empty() && !contains(rule.verbs, request.verb)) {
        return RuleField::Verbs;
    }
    if (!rule.namespaces.empty() || !rule.resources.empty()) {
        return failingResource(rule, request);
    }
    if (rule.nonResourceUrls.empty()) {
        return std::nullopt;
    }
    if (request.isResourceRequest) {
        return RuleField::RequestKind;
    }
    const bool isPath = std::ranges::any_of(rule.nonResourceUrls, [&](const PolicyText &pattern) {
        return pathMatches(pattern.text, request.path);
    });
    return isPath ? std::nullopt : std::optional(RuleField::NonResourceUrls);
}

std::vector<RuleStep> explainDecision(const AuditPolicy &policy, const RequestAttributes &request)
{
    std::vector<RuleStep> steps;
    for (std::size_t i = 0; i < policy.rules.size(); ++i) {
        steps.push_back({i, failingField(policy.rules[i], request)});
        if (!steps.back().failed) {
            break;
        }
    }
    return steps;
}

} // namespace auditloupe
