// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

#include <span>
#include <string_view>

namespace auditloupe {

/// What the values of a field are.
enum class FieldType { Text, TextList, Number, Time, Duration, Object };

/// Where the case holds a field.
enum class FieldStore {
    Interned, ///< event column with an id into `string`
    Inline, ///< event column with the value itself
    JsonList, ///< event column with an id of a `string` that is a JSON array
    Enum, ///< event column with a number (level, stage, decision)
    Derived, ///< computed from other columns
    Document ///< only in the event's bytes
};

/// One line of the field catalogue: the only place that knows what an audit event can hold.
/// Source: audit.k8s.io/v1 types and the API server's behaviour.
struct Field
{
    std::string_view name; ///< the event's own name, "objectRef.namespace"
    std::string_view shortName; ///< "ns"; empty where there is none
    std::string_view path; ///< JSON path in the event; empty for derived fields
    FieldType type;
    FieldStore store;
    std::string_view column; ///< of table `event`; empty for documents
    Level firstLevel; ///< recorded from this level on
    Stage firstStage; ///< recorded from this stage on
    const char *explanation; ///< one line, translatable in context "Field"

    QString explain() const; ///< the translated explanation
};

std::span<const Field> fieldCatalogue();

/// By short or full name; null where there is none. A short name wins: "user" is user.username.
const Field *findField(std::string_view name);

} // namespace auditloupe
