// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/policy.h"
#include "model/policy/textdocument.h"

#include <expected>

namespace auditloupe {

/// The apiVersion and kind that a text names, as the API server reads them before anything else.
struct PolicyKind
{
    std::string apiVersion = {};
    std::string kind = {};
    TextDocument::NodeId apiVersionNode = TextDocument::None;
    TextDocument::NodeId kindNode = TextDocument::None;
};

std::expected<PolicyKind, TextFault> policyKind(const TextDocument &document);

/// The policy in a document that fits `policySchema()`.
AuditPolicy decodePolicy(const TextDocument &document);

} // namespace auditloupe
