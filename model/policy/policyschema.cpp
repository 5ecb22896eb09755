// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyschema.h"

#include <algorithm>
#include <array>
#include <chrono>

namespace auditloupe {

namespace {

using Kind = TextDocument::Kind;
using NodeId = TextDocument::NodeId;
using Type = SchemaType;

constexpr Type String{.kind = Type::Kind::String, .name = "string"};
constexpr Type Bool{.kind = Type::Kind::Bool, .name = "bool"};
constexpr Type Integer{.kind = Type::Kind::Integer, .name = "int64"};
constexpr Type Time{.kind = Type::Kind::Time, .name = "v1.Time"};
constexpr Type Anything{.kind = Type::Kind::Anything};
constexpr Type Level{.kind = Type::Kind::String, .name = "v1.Level"};
constexpr Type Stage{.kind = Type::Kind::String, .name = "v1.Stage"};
constexpr Type Strings{.kind = Type::Kind::List, .name = "[]string", .element = &String};
constexpr Type Stages{.kind = Type::Kind::List, .name = "[]v1.Stage", .element = &Stage};
constexpr Type StringMap{.kind = Type::Kind::Map, .name = "map[string]string", .element = &String};

constexpr std::array OwnerFields{
    SchemaField{"apiVersion", &String}, SchemaField{"kind", &String},
    SchemaField{"name", &String},       SchemaField{"uid", &String},
    SchemaField{"controller", &Bool},   SchemaField{"blockOwnerDeletion", &Bool}};
constexpr Type Owner{
    .kind = Type::Kind::Struct, .name = "v1.OwnerReference", .fields = OwnerFields};
constexpr Type Owners{.kind = Type::Kind::List, .name = "[]v1.OwnerReference", .element = &Owner};

constexpr std::array ManagerFields{
    SchemaField{"manager", &String},    SchemaField{"operation", &String},
    SchemaField{"apiVersion", &String}, SchemaField{"time", &Time},
    SchemaField{"fieldsType", &String}, SchemaField{"fieldsV1", &Anything},
    SchemaField{"subresource", &String}};
constexpr Type Manager{
    .kind = Type::Kind::Struct, .name = "v1.ManagedFieldsEntry", .fields = ManagerFields};
constexpr Type Managers{
    .kind = Type::Kind::List, .name = "[]v1.ManagedFieldsEntry", .element = &Manager};

constexpr std::array MetaFields{SchemaField{"name", &String},
                                SchemaField{"generateName", &String},
                                SchemaField{"namespace", &String},
                                SchemaField{"selfLink", &String},
                                SchemaField{"uid", &String},
                                SchemaField{"resourceVersion", &String},
                                SchemaField{"generation", &Integer},
                                SchemaField{"creationTimestamp", &Time},
                                SchemaField{"deletionTimestamp", &Time},
                                SchemaField{"deletionGracePeriodSeconds", &Integer},
                                SchemaField{"labels", &StringMap},
                                SchemaField{"annotations", &StringMap},
                                SchemaField{"ownerReferences", &Owners},
                                SchemaField{"finalizers", &Strings},
                                SchemaField{"managedFields", &Managers}};
constexpr Type Meta{.kind = Type::Kind::Struct, .name = "v1.ObjectMeta", .fields = MetaFields};

constexpr std::array GroupFields{SchemaField{"group", &String}, SchemaField{"resources", &Strings},
                                 SchemaField{"resourceNames", &Strings}};
constexpr Type Group{
    .kind = Type::Kind::Struct, .name = "v1.GroupResources", .fields = GroupFields};
constexpr Type Groups{.kind = Type::Kind::List, .name = "[]v1.GroupResources", .element = &Group};

constexpr std::array RuleFields{SchemaField{"level", &Level},
                                SchemaField{"users", &Strings},
                                SchemaField{"userGroups", &Strings},
                                SchemaField{"verbs", &Strings},
                                SchemaField{"resources", &Groups},
                                SchemaField{"namespaces", &Strings},
                                SchemaField{"nonResourceURLs", &Strings},
                                SchemaField{"omitStages", &Stages},
                                SchemaField{"omitManagedFields", &Bool}};
constexpr Type Rule{.kind = Type::Kind::Struct, .name = "v1.PolicyRule", .fields = RuleFields};
constexpr Type Rules{.kind = Type::Kind::List, .name = "[]v1.PolicyRule", .element = &Rule};

constexpr std::array PolicyFields{
    SchemaField{"apiVersion", &String}, SchemaField{"kind", &String},
    SchemaField{"metadata", &Meta},     SchemaField{"rules", &Rules},
    SchemaField{"omitStages", &Stages}, SchemaField{"omitManagedFields", &Bool}};
constexpr Type Policy{.kind = Type::Kind::Struct, .name = "v1.Policy", .fields = PolicyFields};

constexpr std::array InternalGroupFields{SchemaField{"Group", &String},
                                         SchemaField{"Resources", &Strings},
                                         SchemaField{"ResourceNames", &Strings}};
constexpr Type InternalGroup{
    .kind = Type::Kind::Struct, .name = "audit.GroupResources", .fields = InternalGroupFields};
constexpr Type InternalGroups{
    .kind = Type::Kind::List, .name = "[]audit.GroupResources", .element = &InternalGroup};
constexpr std::array InternalRuleFields{SchemaField{"Level", &Level},
                                        SchemaField{"Users", &Strings},
                                        SchemaField{"UserGroups", &Strings},
                                        SchemaField{"Verbs", &Strings},
                                        SchemaField{"Resources", &InternalGroups},
                                        SchemaField{"Namespaces", &Strings},
                                        SchemaField{"NonResourceURLs", &Strings},
                                        SchemaField{"OmitStages", &Stages},
                                        SchemaField{"OmitManagedFields", &Bool}};
constexpr Type InternalRule{
    .kind = Type::Kind::Struct, .name = "audit.PolicyRule", .fields = InternalRuleFields};
constexpr Type InternalRules{
    .kind = Type::Kind::List, .name = "[]audit.PolicyRule", .element = &InternalRule};

/// The metadata's fields stand among the policy's own.
constexpr auto internalPolicyFields()
{
    std::array<SchemaField, MetaFields.size() + 5> fields{
        SchemaField{"apiVersion", &String}, SchemaField{"kind", &String},
        SchemaField{"Rules", &InternalRules}, SchemaField{"OmitStages", &Stages},
        SchemaField{"OmitManagedFields", &Bool}};
    std::ranges::copy(MetaFields, fields.begin() + 5);
    return fields;
}
constexpr auto InternalPolicyFields = internalPolicyFields();
constexpr Type InternalPolicy{
    .kind = Type::Kind::Struct, .name = "audit.Policy", .fields = InternalPolicyFields};

bool isNumber(Kind kind)
{
    return kind == Kind::Integer || kind == Kind::Float || kind == Kind::NotANumber;
}

std::string_view valueName(Kind kind)
{
    switch (kind) {
    case Kind::Bool:
        return "bool";
    case Kind::String:
        return "string";
    case Kind::Sequence:
        return "array";
    case Kind::Mapping:
        return "object";
    default:
        return "number";
    }
}

/// Reads a number of so many digits.
std::optional<int> number(std::string_view &text, std::size_t least, std::size_t most)
{
    int value = 0;
    std::size_t digits = 0;
    while (digits < most && digits < text.size() && text[digits] >= '0' && text[digits] <= '9') {
        value = value * 10 + (text[digits] - '0');
        ++digits;
    }
    text.remove_prefix(digits);
    return digits < least ? std::nullopt : std::optional(value);
}

bool skip(std::string_view &text, char c)
{
    const bool isThere = text.starts_with(c);
    text.remove_prefix(isThere ? 1 : 0);
    return isThere;
}

bool isZone(std::string_view text)
{
    if (text == "Z") {
        return true;
    }
    if (!skip(text, '+') && !skip(text, '-')) {
        return false;
    }
    const auto hours = number(text, 2, 2);
    const bool isColon = skip(text, ':');
    const auto minutes = number(text, 2, 2);
    return hours && isColon && minutes && text.empty() && *hours <= 24 && *minutes < 60;
}

/// RFC 3339 as Go's time.Parse takes it: an hour may have one digit.
bool isTime(std::string_view text)
{
    const auto year = number(text, 4, 4);
    bool isGood = skip(text, '-');
    const auto month = number(text, 2, 2);
    isGood = skip(text, '-') && isGood;
    const auto day = number(text, 2, 2);
    isGood = skip(text, 'T') && isGood;
    const auto hour = number(text, 1, 2);
    isGood = skip(text, ':') && isGood;
    const auto minute = number(text, 2, 2);
    isGood = skip(text, ':') && isGood;
    const auto second = number(text, 2, 2);
    if (!isGood || !year || !month || !day || !hour || !minute || !second) {
        return false;
    }
    if (text.starts_with('.') || text.starts_with(',')) {
        text.remove_prefix(1);
        if (!number(text, 1, 1)) {
            return false;
        }
        while (number(text, 1, 1)) { }
    }
    const std::chrono::year_month_day date{std::chrono::year(*year),
                                           std::chrono::month(static_cast<unsigned>(*month)),
                                           std::chrono::day(static_cast<unsigned>(*day))};
    return date.ok() && *hour < 24 && *minute < 60 && *second < 60 && isZone(text);
}

class SchemaCheck
{
public:
    explicit SchemaCheck(const TextDocument &document)
        : m_document(document)
    {
    }

    SchemaFindings run(const Type &type)
    {
        if (!m_document.nodes.empty()) {
            check(0, type);
        }
        return std::move(m_findings);
    }

private:
    static constexpr std::size_t Most = 1000;

    void add(std::vector<SchemaFault> &faults, NodeId node, std::string text)
    {
        if (faults.size() < Most) {
            faults.push_back({m_path, {m_document.node(node).at, std::move(text)}});
        }
    }

    void check(NodeId id, const Type &type)
    {
        id = m_document.resolved(id);
        const Kind kind = m_document.node(id).kind;
        if (kind == Kind::Null || type.kind == Type::Kind::Anything) {
            return;
        }
        if (!fits(id, type)) {
            const std::string value(isNumber(kind) && type.kind == Type::Kind::Integer
                                        ? "number " + std::string(m_document.text(id))
                                        : valueName(kind));
            add(m_findings.wrongTypes, id,
                "json: cannot unmarshal " + value + " into Go struct field "
                    + (m_path.empty() ? std::string(".") : m_path) + " of type "
                    + std::string(type.name));
            return;
        }
        if (kind == Kind::Mapping) {
            type.kind == Type::Kind::Map ? checkMap(id, *type.element) : checkStruct(id, type);
        } else if (kind == Kind::Sequence) {
            checkList(id, *type.element);
        }
    }

    bool fits(NodeId id, const Type &type) const
    {
        const Kind kind = m_document.node(id).kind;
        switch (type.kind) {
        case Type::Kind::String:
            return kind == Kind::String;
        case Type::Kind::Bool:
            return kind == Kind::Bool;
        case Type::Kind::Integer:
            return isNumber(kind) && m_document.integer(id).has_value();
        case Type::Kind::Time:
            return kind == Kind::String && isTime(m_document.text(id));
        case Type::Kind::List:
            return kind == Kind::Sequence;
        case Type::Kind::Map:
        case Type::Kind::Struct:
            return kind == Kind::Mapping;
        case Type::Kind::Anything:
            break;
        }
        return true;
    }

    /// Goes into an entry and back.
    void enter(const std::string &step, NodeId id, const Type &type)
    {
        const std::size_t length = m_path.size();
        m_path += step;
        check(id, type);
        m_path.resize(length);
    }

    std::string step(std::string_view key) const
    {
        return (m_path.empty() ? "" : ".") + std::string(key);
    }

    void checkList(NodeId id, const Type &element)
    {
        std::size_t index = 0;
        for (NodeId entry = m_document.node(id).first; entry != TextDocument::None;
             entry = m_document.node(entry).next) {
            enter('[' + std::to_string(index) + ']', entry, element);
            ++index;
        }
    }

    void noteKey(std::vector<std::string_view> &seen, const TextDocument::Member &member)
    {
        if (!m_document.isJson) {
            return;
        }
        if (std::ranges::contains(seen, member.key)) {
            const std::size_t length = m_path.size();
            m_path += step(member.key);
            add(m_findings.repeatedFields, member.keyNode, "duplicate field \"" + m_path + '"');
            m_path.resize(length);
        } else if (seen.size() < Most) {
            seen.push_back(member.key);
        }
    }

    void checkMap(NodeId id, const Type &element)
    {
        std::vector<std::string_view> seen;
        for (const TextDocument::Member &member : m_document.members(id)) {
            noteKey(seen, member);
            enter(step(member.key), member.value, element);
        }
    }

    void checkStruct(NodeId id, const Type &type)
    {
        std::vector<std::string_view> seen;
        for (const TextDocument::Member &member : m_document.members(id)) {
            const auto field = std::ranges::find(type.fields, member.key, &SchemaField::name);
            if (field != type.fields.end()) {
                noteKey(seen, member);
                enter(step(member.key), member.value, *field->type);
                continue;
            }
            const std::size_t length = m_path.size();
            m_path += step(member.key);
            add(m_findings.unknownFields, member.keyNode, "unknown field \"" + m_path + '"');
            m_path.resize(length);
        }
    }

    const TextDocument &m_document;
    SchemaFindings m_findings;
    std::string m_path;
};

} // namespace

const SchemaType &policySchema()
{
    return Policy;
}

const SchemaType &internalPolicySchema()
{
    return InternalPolicy;
}

SchemaFindings checkSchema(const TextDocument &document, const SchemaType &type)
{
    return SchemaCheck(document).run(type);
}

} // namespace auditloupe
