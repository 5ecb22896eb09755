// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyvalidation.h"

#include "model/event/jsontokens.h"
#include "model/event/plaintext.h"
#include "model/policy/selectors.h"

#include <QList>

#include <algorithm>
#include <format>
#include <set>

namespace auditloupe {

namespace {

constexpr const char *Subdomain =
    "a lowercase RFC 1123 subdomain must consist of lower case alphanumeric characters, '-' or "
    "'.', and must start and end with an alphanumeric character (e.g. 'example.com', regex used "
    "for validation is "
    R"('[a-z0-9]([-a-z0-9]*[a-z0-9])?(\.[a-z0-9]([-a-z0-9]*[a-z0-9])?)*'))";

/// A list in a message: JSON.
std::string listed(const PolicyTexts &texts)
{
    std::string result = "[";
    for (const PolicyText &text : texts) {
        result += result.size() == 1 ? "\"" : ",\"";
        result += escapeJson(text.text) + '"';
    }
    return result + ']';
}

class Validation
{
public:
    explicit Validation(KubernetesVersion version)
        : m_version(version)
    {
    }

    std::vector<ValidationFault> run(const AuditPolicy &policy)
    {
        omitStages(policy.omitStages, "omitStages");
        for (std::size_t i = 0; i < policy.rules.size(); ++i) {
            rule(policy.rules[i], std::format("rules[{}]", i));
        }
        return std::move(m_faults);
    }

private:
    void add(std::string field, std::string text, std::size_t at)
    {
        constexpr std::size_t Most = 10'000;
        if (m_faults.size() < Most && m_seen.insert(field + ": " + text).second) {
            m_faults.push_back({std::move(field), std::move(text), at});
        }
    }

    void invalid(std::string field, const PolicyText &value, const std::string &reason)
    {
        add(std::move(field), "Invalid value: " + goQuoted(value.text) + ": " + reason, value.at);
    }

    void rule(const PolicyRule &rule, const std::string &path)
    {
        level(rule, path + ".level");
        nonResourceUrls(rule.nonResourceUrls, path + ".nonResourceURLs");
        for (const GroupResources &group : rule.resources) {
            groupResources(group, path + ".resources");
        }
        omitStages(rule.omitStages, path + ".omitStages");
        if (!rule.nonResourceUrls.empty()
            && (!rule.resources.empty() || !rule.namespaces.empty())) {
            add(path + ".nonResourceURLs",
                "Invalid value: " + listed(rule.nonResourceUrls)
                    + ": rules cannot apply to both regular resources and non-resource URLs",
                rule.nonResourceUrls.front().at);
        }
    }

    void level(const PolicyRule &rule, std::string field)
    {
        if (rule.level.text.empty()) {
            add(std::move(field), "Required value", rule.level.at == 0 ? rule.at : rule.level.at);
        } else if (levelFromName(rule.level.text) == Level::Unknown) {
            add(std::move(field),
                "Unsupported value: " + goQuoted(rule.level.text)
                    + R"(: supported values: "None", "Metadata", "Request", "RequestResponse")",
                rule.level.at);
        }
    }

    void nonResourceUrls(const PolicyTexts &urls, const std::string &path)
    {
        for (std::size_t i = 0; i < urls.size(); ++i) {
            const std::string &url = urls[i].text;
            if (url == "*") {
                continue;
            }
            const std::string field = std::format("{}[{}]", path, i);
            if (!url.starts_with('/')) {
                invalid(field, urls[i], "non-resource URL rules must begin with a '/' character");
            }
            if (!url.empty() && url.find('*') < url.size() - 1) {
                invalid(field, urls[i],
                        "non-resource URL wildcards '*' must be the final character of the rule");
            }
        }
    }

    void groupResources(const GroupResources &group, const std::string &path)
    {
        const std::string &name = group.group.text;
        const bool isAny = name == "*" && m_version >= KubernetesVersion::V1_36;
        if (!name.empty() && !isAny) {
            constexpr std::size_t Longest = 253;
            std::string reasons = name.size() > Longest
                ? std::format("must be no more than {} characters", Longest)
                : "";
            if (!isSubdomain(name)) {
                reasons += (reasons.empty() ? "" : ",") + std::string(Subdomain);
            }
            if (!reasons.empty()) {
                invalid(path + ".group", group.group, reasons);
            }
        }
        if (!group.resourceNames.empty() && group.resources.empty()) {
            add(path + ".resourceNames",
                "Invalid value: " + listed(group.resourceNames)
                    + ": using resourceNames requires at least one resource",
                group.resourceNames.front().at);
        }
    }

    void omitStages(const PolicyTexts &stages, const std::string &path)
    {
        for (std::size_t i = 0; i < stages.size(); ++i) {
            if (stageFromName(stages[i].text) == Stage::Unknown) {
                invalid(std::format("{}[{}]", path, i), stages[i],
                        "allowed stages are "
                        "RequestReceived,ResponseStarted,ResponseComplete,Panic");
            }
        }
    }

    KubernetesVersion m_version;
    std::vector<ValidationFault> m_faults;
    std::set<std::string> m_seen;
};

} // namespace

std::string goQuoted(std::string_view text)
{
    std::string result = "\"";
    for (const char32_t c : textOf(text).toUcs4()) {
        switch (c) {
        case U'"':
        case U'\\':
            result += std::string("\\") + static_cast<char>(c);
            break;
        case U'\n':
            result += "\\n";
            break;
        case U'\t':
            result += "\\t";
            break;
        case U'\r':
            result += "\\r";
            break;
        default:
            if (isDeceptive(c)) {
                result += c < 0x80 ? std::format("\\x{:02x}", static_cast<unsigned>(c))
                                   : std::format("\\u{:04x}", static_cast<unsigned>(c));
            } else {
                result += QString::fromUcs4(&c, 1).toStdString();
            }
        }
    }
    return result + '"';
}

std::vector<ValidationFault> validatePolicy(const AuditPolicy &policy, KubernetesVersion version)
{
    return Validation(version).run(policy);
}

} // namespace auditloupe
