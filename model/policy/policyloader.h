// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/policy/policy.h"

#include <QString>

#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// Why the API server does not start with a policy.
enum class PolicyErrorClass : std::uint8_t {
    None,
    Decode, ///< no YAML or JSON, or a value of the wrong type
    UnknownKindOrVersion,
    NoApiVersion,
    NoRules,
    Validation
};

/// "validation", "no-rules", …; empty for None.
std::string_view errorClassName(PolicyErrorClass errorClass);

/// Something about a policy, at its place.
struct PolicyMessage
{
    enum class Kind {
        Error, ///< the API server refuses the policy
        StrictWarning, ///< the API server logs it and loads the policy without what it names
        Notice ///< the API server says nothing
    };

    Kind kind = Kind::Error;
    std::string field = {}; ///< of a validation error: "rules[0].level"
    std::string text = {}; ///< the API server's own words; of a notice: translated
    QString hint = {}; ///< translated, what to do; often empty
    Location where = {}; ///< columns count UTF-16 units, as an editor does
};

/// What the API server would make of a policy file.
struct PolicyLoad
{
    /// The policy as far as it was decoded; one that is invalid as well.
    std::optional<AuditPolicy> policy = {};
    PolicyErrorClass errorClass = PolicyErrorClass::None;
    std::vector<PolicyMessage> messages = {};

    bool isLoaded() const { return errorClass == PolicyErrorClass::None; }
    /// The line with which the API server would end; empty where it would start.
    std::string loadError() const;
    /// What it would write into its own log; empty for nothing.
    std::string strictWarning() const;
};

/// Reads, decodes and validates a policy as the API server does (strictly, and leniently where
/// only that fails). `bytes` are the file's.
/// Source: pkg/audit/policy/reader.go of k8s.io/apiserver and what it calls.
PolicyLoad loadPolicy(std::string_view bytes, KubernetesVersion version = KubernetesVersion::V1_36);

/// The text of a policy of v1beta1 or v1alpha1 as one of v1, comments and all: the versions have
/// the same fields. An error for any other text. The result need not be valid.
Result<std::string> convertPolicy(std::string_view bytes);

} // namespace auditloupe
