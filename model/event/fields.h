// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QString>

#include <cstdint>
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
    Document, ///< only in the event's bytes
    Whole ///< all of the event's bytes
};

/// Formats whose events lack some of what the API server records, as bits.
using FormatSet = std::uint8_t;
constexpr FormatSet LegacyTextFormat = 1;
constexpr FormatSet GkeLogEntryFormat = 2;
constexpr FormatSet AksAuditFormat = 4;
constexpr FormatSet EveryFormat = 0xff; ///< the API server's own among them

struct PartialFormat
{
    std::string_view name; ///< as the chain of an envelope's formats has it
    FormatSet bit;
};

std::span<const PartialFormat> partialFormats();

/// Of a chain such as "cri/gke-log-entry".
FormatSet partialFormatsIn(std::string_view chain);

/// One line of the field catalogue: the only place that knows what an audit event can hold.
/// Source: audit.k8s.io/v1 types and the API server's behaviour.
struct Field
{
    std::string_view name = {}; ///< the event's own name, "objectRef.namespace"
    std::string_view shortName = {}; ///< "ns"; empty where there is none
    std::string_view path = {}; ///< JSON path in the event; empty for derived fields
    FieldType type = FieldType::Text;
    FieldStore store = FieldStore::Document;
    std::string_view column = {}; ///< of table `event`; empty for documents
    Level firstLevel = Level::Metadata; ///< recorded from this level on
    Stage firstStage = Stage::RequestReceived; ///< recorded from this stage on
    const char *explanation = ""; ///< one line, translatable in context "Field"
    std::string_view alias = {}; ///< Falco's name, "ka.verb"; empty where there is none
    FormatSet neverIn = 0; ///< formats that never carry it

    QString explain() const; ///< the translated explanation
};

std::span<const Field> fieldCatalogue();

/// By short or full name or alias; null where there is none. A short name wins: "user" is
/// user.username.
const Field *findField(std::string_view name);

/// A name of Falco's for a path into a body or an annotation that is no field of the catalogue.
struct PathAlias
{
    std::string_view alias;
    std::string_view path;
};

std::span<const PathAlias> pathAliases();

/// Whether the code alone tells if an event has the field: outcome and who denied it.
bool isToldByCode(const Field &field);

/// Whether only sessions have the field: elsewhere it is certain not to be there.
bool isOfSession(const Field &field);

/// Whether the field, absent from such an event, may have been there: the level, the stage, a
/// loss or the format kept it from being recorded. Otherwise it is missing.
bool isUnknownWhereAbsent(const Field &field, const EventFields &event, FormatSet formats);

} // namespace auditloupe
