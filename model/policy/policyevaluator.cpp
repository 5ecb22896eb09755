// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyevaluator.h"

#include <algorithm>
#include <array>
#include <bit>

namespace auditloupe {

namespace {

constexpr std::size_t BitsOfWord = 64;

std::size_t wordsFor(std::size_t rules)
{
    return std::max<std::size_t>(1, (rules + BitsOfWord - 1) / BitsOfWord);
}

StageSet stagesOf(const PolicyTexts &names)
{
    StageSet stages = 0;
    for (const PolicyText &name : names) {
        stages |= stageBit(stageFromName(name.text));
    }
    return stages;
}

std::vector<std::string> textsOf(const PolicyTexts &values)
{
    std::vector<std::string> texts(values.size());
    std::ranges::transform(values, texts.begin(), &PolicyText::text);
    return texts;
}

std::string_view beforeSlash(std::string_view text)
{
    return text.substr(0, text.find('/'));
}

void addTexts(ValueMasks &masks, const PolicyTexts &values, std::size_t rule)
{
    for (const PolicyText &value : values) {
        masks.add(value.text, rule);
    }
    if (values.empty()) {
        masks.addAny(rule);
    }
}

/// The rules that take one of several groups.
class GroupMasks
{
public:
    GroupMasks(const ValueMasks &masks, const RequestAttributes &request)
        : m_any(masks.any())
        , m_count(std::min(request.groups.size(), m_found.size()))
        , m_masks(masks)
        , m_rest(request.user ? request.groups.subspan(m_count)
                              : std::span<const std::string_view>())
    {
        m_count = request.user ? m_count : 0;
        for (std::size_t i = 0; i < m_count; ++i) {
            m_found[i] = masks.find(request.groups[i]);
        }
    }

    std::uint64_t word(std::size_t index) const
    {
        std::uint64_t rules = m_any[index];
        for (std::size_t i = 0; i < m_count; ++i) {
            rules |= m_found[i][index];
        }
        for (const std::string_view group : m_rest) {
            rules |= m_masks.find(group)[index];
        }
        return rules;
    }

private:
    std::array<const std::uint64_t *, 16> m_found = {};
    const std::uint64_t *m_any;
    std::size_t m_count;
    const ValueMasks &m_masks;
    std::span<const std::string_view> m_rest; ///< of users with very many groups
};

} // namespace

bool resourceMatches(std::string_view pattern, std::string_view resource,
                     std::string_view subresource)
{
    if (pattern == "*" || (subresource.empty() && pattern == resource)) {
        return true;
    }
    if (pattern.ends_with("/*") && pattern.substr(0, pattern.size() - 2) == resource) {
        return true;
    }
    if (subresource.empty() || !pattern.ends_with(subresource)) {
        return false;
    }
    const std::string_view head = pattern.substr(0, pattern.size() - subresource.size());
    return head == "*/"
        || (head.size() == resource.size() + 1 && head.starts_with(resource)
            && head.ends_with('/'));
}

bool pathMatches(std::string_view pattern, std::string_view path)
{
    if (pattern == "*" || pattern == path) {
        return true;
    }
    return pattern.ends_with('*')
        && path.starts_with(pattern.substr(0, pattern.find_last_not_of('*') + 1));
}

PolicyEvaluator::PolicyEvaluator(const AuditPolicy &policy)
    : m_users(wordsFor(policy.rules.size()))
    , m_groups(wordsFor(policy.rules.size()))
    , m_verbs(wordsFor(policy.rules.size()))
    , m_namespaces(wordsFor(policy.rules.size()))
    , m_apiGroups(wordsFor(policy.rules.size()))
    , m_resources(wordsFor(policy.rules.size()))
    , m_forResources(wordsFor(policy.rules.size()))
    , m_forUrls(wordsFor(policy.rules.size()))
{
    m_otherwise = {.omitStages = stagesOf(policy.omitStages),
                   .omitManagedFields = policy.omitManagedFields};
    m_rules.reserve(policy.rules.size());
    for (std::size_t i = 0; i < policy.rules.size(); ++i) {
        addRule(policy.rules[i], i);
    }
    for (ValueMasks *masks :
         {&m_users, &m_groups, &m_verbs, &m_namespaces, &m_apiGroups, &m_resources}) {
        masks->finish();
    }
}

void PolicyEvaluator::addRule(const PolicyRule &rule, std::size_t index)
{
    Rule compiled{
        .decision = {
            .level = levelFromName(rule.level.text),
            .omitStages = static_cast<StageSet>(m_otherwise.omitStages | stagesOf(rule.omitStages)),
            .omitManagedFields = rule.omitManagedFields.value_or(m_otherwise.omitManagedFields),
            .rule = static_cast<std::int32_t>(index)}};
    addTexts(m_users, rule.users, index);
    addTexts(m_groups, rule.userGroups, index);
    addTexts(m_verbs, rule.verbs, index);
    addTexts(m_namespaces, rule.namespaces, index);
    for (const GroupResources &group : rule.resources) {
        compiled.entries.push_back(
            {group.group.text, textsOf(group.resources), textsOf(group.resourceNames)});
        group.group.text == "*" ? m_apiGroups.addAny(index)
                                : m_apiGroups.add(group.group.text, index);
        for (const PolicyText &pattern : group.resources) {
            const std::string_view resource = beforeSlash(pattern.text);
            resource == "*" ? m_resources.addAny(index) : m_resources.add(resource, index);
        }
        if (group.resources.empty()) {
            m_resources.addAny(index);
        }
    }
    if (rule.resources.empty()) {
        m_apiGroups.addAny(index);
        m_resources.addAny(index);
    }
    const bool needsResource = !rule.resources.empty() || !rule.namespaces.empty();
    const std::uint64_t bit = std::uint64_t{1} << (index % BitsOfWord);
    if (!needsResource) {
        m_forUrls[index / BitsOfWord] |= bit;
        compiled.urls = textsOf(rule.nonResourceUrls);
    }
    if (needsResource || rule.nonResourceUrls.empty()) {
        m_forResources[index / BitsOfWord] |= bit;
    }
    m_rules.push_back(std::move(compiled));
}

bool PolicyEvaluator::takes(const Rule &rule, const RequestAttributes &request) const
{
    if (!request.isResourceRequest) {
        return rule.urls.empty() || std::ranges::any_of(rule.urls, [&](std::string_view pattern) {
                   return pathMatches(pattern, request.path);
               });
    }
    return rule.entries.empty() || std::ranges::any_of(rule.entries, [&](const Entry &entry) {
               if (entry.group != request.apiGroup && entry.group != "*") {
                   return false;
               }
               return entry.resources.empty()
                   || ((entry.names.empty() || std::ranges::contains(entry.names, request.name))
                       && std::ranges::any_of(entry.resources, [&](std::string_view pattern) {
                              return resourceMatches(pattern, request.resource,
                                                     request.subresource);
                          }));
           });
}

PolicyDecision PolicyEvaluator::decide(const RequestAttributes &request) const
{
    const std::uint64_t *users = request.user ? m_users.find(*request.user) : m_users.any();
    const std::uint64_t *verbs = m_verbs.find(request.verb);
    const GroupMasks groups(m_groups, request);
    const bool isResource = request.isResourceRequest;
    const std::uint64_t *kinds = isResource ? m_forResources.data() : m_forUrls.data();
    const std::uint64_t *namespaces =
        isResource ? m_namespaces.find(request.objectNamespace) : kinds;
    const std::uint64_t *apiGroups = isResource ? m_apiGroups.find(request.apiGroup) : kinds;
    const std::uint64_t *resources =
        isResource ? m_resources.find(beforeSlash(request.resource)) : kinds;
    for (std::size_t word = 0; word < m_forUrls.size(); ++word) {
        std::uint64_t rules = kinds[word] & users[word] & verbs[word] & namespaces[word]
            & apiGroups[word] & resources[word];
        rules = rules == 0 ? 0 : rules & groups.word(word);
        for (; rules != 0; rules &= rules - 1) {
            const Rule &rule =
                m_rules[word * BitsOfWord + static_cast<std::size_t>(std::countr_zero(rules))];
            if (takes(rule, request)) {
                return rule.decision;
            }
        }
    }
    return m_otherwise;
}

} // namespace auditloupe
