// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/policy.h"

#include <string>
#include <vector>

namespace auditloupe {

/// A rule of the API server that a policy breaks.
struct ValidationFault
{
    std::string field = {}; ///< "rules[0].level"; entries of `resources` have no number
    std::string text = {}; ///< the API server's words
    std::size_t at = 0;
};

/// All faults in the API server's order, identical messages once, ten thousand
/// at most.
/// Source: pkg/apis/audit/validation of k8s.io/apiserver.
std::vector<ValidationFault> validatePolicy(const AuditPolicy &policy, KubernetesVersion version);

/// A text between double quotes as Go's %q writes it.
std::string goQuoted(std::string_view text);

} // namespace auditloupe
