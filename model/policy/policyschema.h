// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/textdocument.h"

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

struct SchemaType;

struct SchemaField
{
    std::string_view name = {};
    const SchemaType *type = nullptr;
};

/// What the API server decodes a value into.
struct SchemaType
{
    enum class Kind { String, Bool, Integer, Time, Anything, Map, List, Struct };

    Kind kind = Kind::Anything;
    std::string_view name = {}; ///< Go's
    std::span<const SchemaField> fields = {}; ///< of a struct
    const SchemaType *element = nullptr; ///< of a list or map
};

/// Policy of audit.k8s.io/v1.
const SchemaType &policySchema();
/// What a text without apiVersion is decoded into: the API server's own form of a policy, whose
/// fields begin with capitals.
const SchemaType &internalPolicySchema();

struct SchemaFault
{
    std::string path = {}; ///< "rules[0].users"
    TextFault fault = {};
};

struct SchemaFindings
{
    std::vector<SchemaFault> wrongTypes = {}; ///< any of them makes decoding fail
    std::vector<SchemaFault> unknownFields = {};
    std::vector<SchemaFault> repeatedFields = {}; ///< of JSON; `checkYaml` tells YAML's
};

/// Compares the values of a document with a type, case-sensitively and without any coercion; null
/// fits everywhere. At most a thousand findings of a kind.
SchemaFindings checkSchema(const TextDocument &document, const SchemaType &type);

} // namespace auditloupe
