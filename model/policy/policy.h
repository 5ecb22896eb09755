// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

/// Whose rules hold: releases differ in what they accept.
enum class KubernetesVersion : std::uint8_t { V1_35, V1_36 };

/// A text of a policy and the byte at which it stands, after `plainText`.
struct PolicyText
{
    std::string text = {};
    std::size_t at = 0;
};

using PolicyTexts = std::vector<PolicyText>;

/// Resources of one API group. Empty `resources` mean all of them, subresources too.
struct GroupResources
{
    std::size_t at = 0;
    PolicyText group = {}; ///< empty for core, "*" for any (since 1.36)
    PolicyTexts resources = {};
    PolicyTexts resourceNames = {};
};

/// A rule as it was written. An empty list asks for nothing.
struct PolicyRule
{
    std::size_t at = 0;
    PolicyText level = {};
    PolicyTexts users = {};
    PolicyTexts userGroups = {};
    PolicyTexts verbs = {};
    std::vector<GroupResources> resources = {};
    PolicyTexts namespaces = {};
    PolicyTexts nonResourceUrls = {};
    PolicyTexts omitStages = {};
    std::optional<bool> omitManagedFields = {}; ///< the policy's own where absent
};

/// kind Policy of audit.k8s.io/v1, as decoded: not yet found valid.
struct AuditPolicy
{
    std::vector<PolicyRule> rules = {};
    PolicyTexts omitStages = {};
    bool omitManagedFields = false;
};

/// A set of stages, a bit each.
using StageSet = std::uint8_t;

constexpr StageSet stageBit(Stage stage)
{
    return static_cast<StageSet>(1U << static_cast<unsigned>(stage));
}

} // namespace auditloupe
