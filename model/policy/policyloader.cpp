// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyloader.h"

#include "model/policy/policydecoder.h"
#include "model/policy/policyschema.h"
#include "model/policy/policyvalidation.h"
#include "model/policy/textplaces.h"
#include "model/policy/textreader.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::string_view AuditGroup = "audit.k8s.io";
constexpr std::string_view InternalVersion = "__internal";

struct GroupVersion
{
    std::string_view group = {};
    std::string_view version = {};
};

/// Whether a group and version have a type of that name, other than Policy.
bool isOtherKind(const GroupVersion &gv, std::string_view kind)
{
    constexpr std::array Unversioned{"Status"sv, "APIVersions"sv, "APIGroupList"sv, "APIGroup"sv,
                                     "APIResourceList"sv};
    constexpr std::array Audit{"Event"sv, "EventList"sv, "PolicyList"sv};
    constexpr std::array Options{"ListOptions"sv,   "GetOptions"sv,    "DeleteOptions"sv,
                                 "CreateOptions"sv, "UpdateOptions"sv, "PatchOptions"sv};
    const bool isAudit = gv.group == AuditGroup;
    const bool isKnownGroup = isAudit || gv.group.empty();
    const bool isV1 = isKnownGroup && gv.version == "v1";
    const bool isKnown = isV1 || (isKnownGroup && gv.version == InternalVersion);
    return std::ranges::contains(Unversioned, kind) || (isKnown && kind == "WatchEvent")
        || (isKnown && isAudit && std::ranges::contains(Audit, kind))
        || (isV1 && std::ranges::contains(Options, kind));
}

QString hintText(const char *text)
{
    return QCoreApplication::translate("Policy", text);
}

class Loader
{
public:
    explicit Loader(KubernetesVersion version)
        : m_version(version)
    {
    }

    PolicyLoad run(std::string_view bytes)
    {
        const auto text = plainText(bytes);
        if (!text) {
            fail(PolicyErrorClass::Decode, text.error());
            return std::move(m_load);
        }
        m_places.emplace(text->utf8);
        const auto document = readTextDocument(*text);
        if (!document) {
            fail(PolicyErrorClass::Decode, document.error(), mistakenCharacters(text->utf8));
        } else if (checkValues(*document)) {
            checkKind(*document);
        }
        return std::move(m_load);
    }

private:
    void add(PolicyMessage::Kind kind, const TextFault &fault, const QString &hint = {},
             const std::string &field = {})
    {
        m_load.messages.push_back({.kind = kind,
                                   .field = field,
                                   .text = fault.text,
                                   .hint = hint,
                                   .where = m_places ? m_places->location(fault.at) : Location{}});
    }

    void fail(PolicyErrorClass errorClass, const TextFault &fault, const QString &hint = {})
    {
        m_load.errorClass = errorClass;
        add(PolicyMessage::Kind::Error, fault, hint);
    }

    /// What pages put into texts that are copied from them.
    static QString mistakenCharacters(std::string_view text)
    {
        if (text.contains("\n\t") || text.contains(" \t")) {
            return hintText(
                QT_TRANSLATE_NOOP("Policy", "YAML is not indented with tabs: use blanks instead."));
        }
        if (text.contains("\u00A0")) {
            return hintText(QT_TRANSLATE_NOOP(
                "Policy", "There are no-break spaces in the text: use ordinary blanks instead."));
        }
        return {};
    }

    bool checkValues(const TextDocument &document)
    {
        if (document.isJson) {
            return true;
        }
        auto repeated = checkYaml(document);
        if (!repeated) {
            fail(PolicyErrorClass::Decode, repeated.error());
            return false;
        }
        m_repeated = std::move(*repeated);
        if (document.secondDocument) {
            add(PolicyMessage::Kind::Notice,
                {*document.secondDocument,
                 hintText(QT_TRANSLATE_NOOP("Policy",
                                            "What follows is ignored: the API server reads only "
                                            "the first document of a file."))
                     .toStdString()});
        }
        return true;
    }

    void checkKind(const TextDocument &document)
    {
        const auto named = policyKind(document);
        if (!named) {
            fail(PolicyErrorClass::Decode, named.error());
            return;
        }
        const std::string_view apiVersion =
            named->apiVersion == "/" ? ""sv : std::string_view(named->apiVersion);
        const std::size_t at = placeOf(document, named->apiVersionNode);
        if (std::ranges::count(apiVersion, '/') > 1) {
            fail(PolicyErrorClass::Decode,
                 {at, "unexpected GroupVersion string: " + named->apiVersion});
            return;
        }
        const std::size_t slash = apiVersion.find('/');
        GroupVersion gv = slash == std::string_view::npos
            ? GroupVersion{"", apiVersion}
            : GroupVersion{apiVersion.substr(0, slash), apiVersion.substr(slash + 1)};
        if (gv.version.empty() && (gv.group.empty() || gv.group == AuditGroup)) {
            gv = {AuditGroup, InternalVersion};
        }
        const std::string_view kind =
            named->kind.empty() ? "Policy"sv : std::string_view(named->kind);
        if (gv.version.empty()) {
            fail(PolicyErrorClass::Decode, {at, "Object 'apiVersion' is missing"});
        } else if (gv.group == AuditGroup && kind == "Policy"
                   && (gv.version == "v1" || gv.version == InternalVersion)) {
            gv.version == "v1" ? decode(document) : refuseInternal(document, at);
        } else {
            refuseKind(gv, kind, at, placeOf(document, named->kindNode));
        }
    }

    static std::size_t placeOf(const TextDocument &document, TextDocument::NodeId node)
    {
        return node == TextDocument::None ? 0 : document.node(node).at;
    }

    void refuseKind(const GroupVersion &gv, std::string_view kind, std::size_t at,
                    std::size_t kindAt)
    {
        if (isOtherKind(gv, kind)) {
            fail(PolicyErrorClass::Decode,
                 {kindAt,
                  "converting (" + std::string(gv.version) + '.' + std::string(kind)
                      + ") to (audit.Policy): unknown conversion"});
            return;
        }
        const bool isOld = gv.group == AuditGroup && kind == "Policy"
            && (gv.version == "v1beta1" || gv.version == "v1alpha1");
        const bool isKind =
            gv.group == AuditGroup && (gv.version == "v1" || gv.version == InternalVersion);
        const std::string version = gv.version == InternalVersion
            ? "the internal version of group \"" + std::string(gv.group) + '"'
            : "version \"" + (gv.group.empty() ? "" : std::string(gv.group) + '/')
                + std::string(gv.version) + '"';
        fail(PolicyErrorClass::UnknownKindOrVersion,
             {isKind ? kindAt : at,
              "no kind \"" + std::string(kind) + "\" is registered for " + version},
             isOld ? hintText(QT_TRANSLATE_NOOP("Policy",
                                                "Kubernetes has not read this version since 1.24. "
                                                "The policy can be converted to audit.k8s.io/v1."))
                   : QString());
    }

    /// Wrong types; if there are none, what strictness alone objects to.
    bool checkTypes(const TextDocument &document, const SchemaType &schema)
    {
        const SchemaFindings findings = checkSchema(document, schema);
        for (const SchemaFault &wrong : findings.wrongTypes) {
            fail(PolicyErrorClass::Decode, wrong.fault);
        }
        if (!findings.wrongTypes.empty()) {
            return false;
        }
        for (const TextFault &repeated : m_repeated) {
            add(PolicyMessage::Kind::StrictWarning, repeated);
        }
        for (const auto *faults : {&findings.unknownFields, &findings.repeatedFields}) {
            for (const SchemaFault &fault : *faults) {
                add(PolicyMessage::Kind::StrictWarning, fault.fault);
            }
        }
        return true;
    }

    void refuseInternal(const TextDocument &document, std::size_t at)
    {
        if (checkTypes(document, internalPolicySchema())) {
            fail(PolicyErrorClass::NoApiVersion,
                 {at, "unknown group version field audit.k8s.io/__internal, Kind=Policy in policy"},
                 hintText(QT_TRANSLATE_NOOP("Policy",
                                            "The line “apiVersion: audit.k8s.io/v1” is missing.")));
        }
    }

    void decode(const TextDocument &document)
    {
        if (!checkTypes(document, policySchema())) {
            return;
        }
        m_load.policy = decodePolicy(document);
        for (const ValidationFault &fault : validatePolicy(*m_load.policy, m_version)) {
            m_load.errorClass = PolicyErrorClass::Validation;
            add(PolicyMessage::Kind::Error, {fault.at, fault.text}, {}, fault.field);
        }
        if (m_load.isLoaded() && m_load.policy->rules.empty()) {
            fail(PolicyErrorClass::NoRules, {0, "loaded illegal policy with 0 rules"});
        }
    }

    KubernetesVersion m_version;
    PolicyLoad m_load;
    std::optional<TextPlaces> m_places;
    std::vector<TextFault> m_repeated;
};

std::vector<std::string> textsOf(const PolicyLoad &load, PolicyMessage::Kind kind)
{
    std::vector<std::string> texts;
    for (const PolicyMessage &message : load.messages) {
        if (message.kind == kind) {
            texts.push_back(message.field + (message.field.empty() ? "" : ": ") + message.text);
        }
    }
    return texts;
}

std::string joined(const std::vector<std::string> &texts)
{
    std::string result;
    for (const std::string &text : texts) {
        result += (result.empty() ? "" : ", ") + text;
    }
    return result;
}

} // namespace

std::string_view errorClassName(PolicyErrorClass errorClass)
{
    switch (errorClass) {
    case PolicyErrorClass::None:
        break;
    case PolicyErrorClass::Decode:
        return "decode";
    case PolicyErrorClass::UnknownKindOrVersion:
        return "unknown-kind-or-version";
    case PolicyErrorClass::NoApiVersion:
        return "no-apiVersion";
    case PolicyErrorClass::NoRules:
        return "no-rules";
    case PolicyErrorClass::Validation:
        return "validation";
    }
    return {};
}

std::string PolicyLoad::loadError() const
{
    const std::vector<std::string> texts = textsOf(*this, PolicyMessage::Kind::Error);
    switch (errorClass) {
    case PolicyErrorClass::Decode:
    case PolicyErrorClass::UnknownKindOrVersion:
        return "failed decoding: " + texts.front(); // the API server stops at the first
    case PolicyErrorClass::Validation:
        return texts.size() == 1 ? texts.front() : '[' + joined(texts) + ']';
    default:
        return joined(texts);
    }
}

std::string PolicyLoad::strictWarning() const
{
    const std::vector<std::string> texts = textsOf(*this, PolicyMessage::Kind::StrictWarning);
    return texts.empty() ? std::string() : "strict decoding error: " + joined(texts);
}

PolicyLoad loadPolicy(std::string_view bytes, KubernetesVersion version)
{
    return Loader(version).run(bytes);
}

Result<std::string> convertPolicy(std::string_view bytes)
{
    const auto unreadable = [] {
        return std::unexpected(
            Error{.code = Error::Code::Parse,
                  .message = hintText(QT_TRANSLATE_NOOP(
                      "Policy", "The text cannot be read, so that nothing can be converted."))});
    };
    auto text = plainText(bytes);
    if (!text) {
        return unreadable();
    }
    const auto document = readTextDocument(*text);
    if (!document || (!document->isJson && !checkYaml(*document))) {
        return unreadable();
    }
    const auto named = policyKind(*document);
    for (const std::string_view old : {"audit.k8s.io/v1beta1"sv, "audit.k8s.io/v1alpha1"sv}) {
        if (!named || named->apiVersion != old) {
            continue;
        }
        const std::size_t at = text->utf8.find(old, document->node(named->apiVersionNode).at);
        if (at != std::string::npos) {
            return text->utf8.replace(at, old.size(), "audit.k8s.io/v1");
        }
    }
    return std::unexpected(Error{
        .message = hintText(QT_TRANSLATE_NOOP(
            "Policy",
            "Only policies of audit.k8s.io/v1beta1 and audit.k8s.io/v1alpha1 are converted."))});
}

} // namespace auditloupe
