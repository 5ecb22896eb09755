// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policydecoder.h"

namespace auditloupe {

namespace {

using Kind = TextDocument::Kind;
using Member = TextDocument::Member;
using NodeId = TextDocument::NodeId;

/// Letters without their case, as Go compares the names of JSON's keys: two letters of other
/// scripts fold to s and k.
std::string folded(std::string_view key)
{
    std::string result;
    for (std::size_t i = 0; i < key.size(); ++i) {
        const std::string_view rest = key.substr(i);
        if (rest.starts_with("\u017F")) {
            result += 's';
            i += 1;
        } else if (rest.starts_with("\u212A")) {
            result += 'k';
            i += 2;
        } else {
            const char c = key[i];
            result += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
        }
    }
    return result;
}

/// Fills a policy as Go's decoder does: null leaves a text as it is and empties a list, and what a
/// repeated key of JSON says is laid over what the first one said.
class Decoder
{
public:
    explicit Decoder(const TextDocument &document)
        : m_document(document)
    {
    }

    void policy(AuditPolicy &policy)
    {
        for (const Member &member : m_document.members(0)) {
            if (member.key == "rules") {
                list(member.value, policy.rules,
                     [this](NodeId id, PolicyRule &entry) { rule(id, entry); });
            } else if (member.key == "omitStages") {
                texts(member.value, policy.omitStages);
            } else if (member.key == "omitManagedFields" && isBool(member.value)) {
                policy.omitManagedFields = m_document.node(member.value).isTrue;
            }
        }
    }

private:
    bool isBool(NodeId id) const { return m_document.node(id).kind == Kind::Bool; }
    bool isNull(NodeId id) const { return m_document.node(id).kind == Kind::Null; }

    template <typename T, typename Fill>
    void list(NodeId id, std::vector<T> &entries, Fill fill)
    {
        std::size_t count = 0;
        for (NodeId entry = m_document.node(id).first; entry != TextDocument::None;
             entry = m_document.node(entry).next) {
            if (count == entries.size()) {
                entries.emplace_back();
            }
            entries[count].at = m_document.node(entry).at;
            fill(m_document.resolved(entry), entries[count]);
            ++count;
        }
        entries.resize(count);
    }

    void text(NodeId id, PolicyText &text)
    {
        if (!isNull(id)) {
            text.text = m_document.text(id);
        }
    }

    void texts(NodeId id, PolicyTexts &texts)
    {
        list(id, texts, [this](NodeId entry, PolicyText &value) { text(entry, value); });
    }

    void groupResources(NodeId id, GroupResources &group)
    {
        if (isNull(id)) {
            return;
        }
        for (const Member &member : m_document.members(id)) {
            if (member.key == "group") {
                group.group.at = m_document.node(member.value).at;
                text(member.value, group.group);
            } else if (member.key == "resources") {
                texts(member.value, group.resources);
            } else if (member.key == "resourceNames") {
                texts(member.value, group.resourceNames);
            }
        }
    }

    PolicyTexts *textsOf(std::string_view key, PolicyRule &rule)
    {
        return key == "users"          ? &rule.users
            : key == "userGroups"      ? &rule.userGroups
            : key == "verbs"           ? &rule.verbs
            : key == "namespaces"      ? &rule.namespaces
            : key == "nonResourceURLs" ? &rule.nonResourceUrls
            : key == "omitStages"      ? &rule.omitStages
                                       : nullptr;
    }

    void rule(NodeId id, PolicyRule &rule)
    {
        if (isNull(id)) {
            return;
        }
        for (const Member &member : m_document.members(id)) {
            if (PolicyTexts *values = textsOf(member.key, rule)) {
                texts(member.value, *values);
            } else if (member.key == "level") {
                rule.level.at = m_document.node(member.value).at;
                text(member.value, rule.level);
            } else if (member.key == "resources") {
                list(member.value, rule.resources,
                     [this](NodeId entry, GroupResources &group) { groupResources(entry, group); });
            } else if (member.key == "omitManagedFields") {
                rule.omitManagedFields = isBool(member.value)
                    ? std::optional(m_document.node(member.value).isTrue)
                    : std::nullopt;
            }
        }
    }

    const TextDocument &m_document;
};

} // namespace

std::expected<PolicyKind, TextFault> policyKind(const TextDocument &document)
{
    PolicyKind result;
    const NodeId root = document.nodes.empty() ? TextDocument::None : document.resolved(0);
    if (root == TextDocument::None || document.node(root).kind == Kind::Null) {
        return result;
    }
    constexpr const char *Failed = "couldn't get version/kind; json parse error: json: cannot "
                                   "unmarshal value into Go ";
    if (document.node(root).kind != Kind::Mapping) {
        return std::unexpected(
            TextFault{document.node(root).at, std::string(Failed) + "value of type struct"});
    }
    for (const Member &member : document.members(root)) {
        const std::string key = folded(member.key);
        const bool isVersion = key == "apiversion";
        if ((!isVersion && key != "kind") || document.node(member.value).kind == Kind::Null) {
            continue;
        }
        if (document.node(member.value).kind != Kind::String) {
            return std::unexpected(TextFault{document.node(member.value).at,
                                             std::string(Failed) + "struct field ."
                                                 + (isVersion ? "apiVersion" : "kind")
                                                 + " of type string"});
        }
        (isVersion ? result.apiVersion : result.kind) = document.text(member.value);
        (isVersion ? result.apiVersionNode : result.kindNode) = member.value;
    }
    return result;
}

AuditPolicy decodePolicy(const TextDocument &document)
{
    AuditPolicy policy;
    Decoder(document).policy(policy);
    return policy;
}

} // namespace auditloupe
