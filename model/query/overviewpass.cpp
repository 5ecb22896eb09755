// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/overviewpass.h"

#include "model/event/identity.h"
#include "model/event/outcome.h"
#include "model/event/plaintext.h"
#include "model/query/filter.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

using namespace std::string_view_literals;

constexpr std::int64_t UsPerMinute = 60LL * 1'000'000;
constexpr std::int64_t NotableSilenceUs = 60 * UsPerMinute;
constexpr std::size_t SilencesShown = 3;

QString text(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), qsizetype(utf8.size()));
}

QString term(std::string_view field, std::string_view value)
{
    return filterTermText(field, text(value));
}

QString both(const QString &term, const char *condition)
{
    return condition == nullptr ? term : term + u" and "_s + QLatin1StringView(condition);
}

bool isDeletion(std::string_view verb)
{
    return verb == "delete"sv || verb == "deletecollection"sv;
}

// "ci/deployer" for a service account: for lists that hold nothing else.
QString shortLabel(std::string_view name)
{
    const ServiceAccount account = serviceAccount(name);
    if (account.name.empty()) {
        return oneLine(name);
    }
    return oneLine(account.nameSpace) + u'/' + oneLine(account.name);
}

void sortByCount(std::vector<OverviewCount> &counts)
{
    std::ranges::sort(counts, [](const OverviewCount &a, const OverviewCount &b) {
        return a.count != b.count ? a.count > b.count : a.label < b.label;
    });
}

} // namespace

OverviewPass::OverviewPass(std::optional<std::int64_t> firstUs, std::optional<std::int64_t> lastUs)
    : m_silences(firstUs.value_or(0), lastUs.value_or(0))
    , m_secretLevels(firstUs.value_or(0), lastUs.value_or(0))
    , m_spanUs(lastUs.value_or(0) - firstUs.value_or(0))
{
    m_overview.firstUs = firstUs;
    m_overview.lastUs = lastUs;
}

void OverviewPass::add(const CountedEvent &event)
{
    addEventFacts(event);
    if (event.last) {
        addRequest(event);
    }
}

void OverviewPass::addEventFacts(const CountedEvent &event)
{
    const EventFields &fields = event.fields;
    const auto level = static_cast<std::size_t>(fields.level);
    ++m_facts.events;
    ++m_levels[level];
    ++m_facts.stages[static_cast<std::size_t>(fields.stage)];
    const auto has = [&fields](EventFlag flag) { return (fields.flags & bit(flag)) != 0; };
    m_facts.responseBodies += has(EventFlag::HasResponseBody);
    m_facts.truncated += has(EventFlag::Truncated);
    m_facts.salvaged += has(EventFlag::Salvaged);
    m_facts.inferred += has(EventFlag::Inferred);
    m_facts.withoutAgent += fields.userAgent.empty();
    m_facts.withoutAddress += fields.sourceIps.empty();
    m_facts.decisions += fields.decision != Decision::None;
    m_facts.reasons += !fields.reason.empty();
    const auto [seen, isNew] = m_forwarded.try_emplace(event.sourceIps, false);
    if (isNew) {
        seen->second = fields.sourceIps.contains(R"(",")"sv);
    }
    m_facts.forwarded += seen->second;
    if (!fields.stageUs) {
        ++m_facts.withoutTime;
        return;
    }
    m_silences.add(*fields.stageUs);
    if (fields.resource == "secrets"sv && fields.apiGroup.empty()) {
        ++m_facts.secrets[level];
        m_secretLevels.add(*fields.stageUs, fields.level);
    }
}

void OverviewPass::addRequest(const CountedEvent &event)
{
    const EventFields &fields = event.fields;
    const Outcome result = outcome(fields);
    const Access what = access(fields);
    const bool allowed = result == Outcome::Allowed;
    const bool denied = result == Outcome::Denied;
    const bool writes = what == Access::Write;
    ++m_facts.requests;
    countOrigin(m_clusters[event.cluster], event.clusterName);
    countOrigin(m_nodes[event.node], event.nodeName);
    ++m_ofSource[event.source];
    m_facts.reads += what == Access::Read;
    m_facts.connections += what == Access::Connect && allowed;
    m_facts.unanswered += result == Outcome::Open || result == Outcome::Unknown;
    m_overview.writes += writes;
    m_overview.denied += denied;
    m_overview.failedLogins += denied && deniedBy(fields) == DeniedBy::Authentication;
    const bool rbac = writes && allowed && fields.apiGroup == "rbac.authorization.k8s.io"sv;
    addUser(event, denied, rbac, what == Access::Connect);
    if (writes && allowed && !isDeletion(fields.verb)) {
        ++m_facts.writes;
        m_facts.writesWithoutBody += (fields.flags & bit(EventFlag::HasRequestBody)) == 0;
    }
    if (writes && allowed && isDeletion(fields.verb) && event.resource != 0) {
        addDeletion(event);
    }
}

void OverviewPass::addUser(const CountedEvent &event, bool denied, bool rbac, bool connects)
{
    if (event.fields.username.empty()) {
        return;
    }
    UserCounts &user = m_users[event.user];
    if (user.requests++ == 0) {
        user.name = event.fields.username;
    }
    user.denied += denied;
    user.rbacChanges += rbac;
    user.connections += connects;
}

void OverviewPass::addDeletion(const CountedEvent &event)
{
    Deletions &deletions = m_deletions[{event.verb, event.resource}];
    if (deletions.count++ == 0) {
        deletions.verb = event.fields.verb;
        deletions.resource = event.fields.resource;
    }
}

void OverviewPass::countOrigin(Origin &origin, std::string_view name)
{
    if (origin.requests++ == 0) {
        origin.name = name;
    }
}

std::vector<OverviewCount> OverviewPass::users(CountOf count, const char *condition) const
{
    std::vector<OverviewCount> counts;
    for (const auto &[id, user] : m_users) {
        if (user.*count > 0) {
            counts.push_back({.label = userText(user.name),
                              .count = user.*count,
                              .filter = both(term("user", user.name), condition)});
        }
    }
    sortByCount(counts);
    return counts;
}

std::vector<OverviewCount> OverviewPass::usersOfKind(bool human) const
{
    std::vector<OverviewCount> counts;
    for (const auto &[id, user] : m_users) {
        const UserKind kind = userKind(user.name);
        if (kind == (human ? UserKind::Human : UserKind::ServiceAccount)) {
            counts.push_back({.label = shortLabel(user.name),
                              .count = user.requests,
                              .filter = term("user", user.name)});
        }
    }
    sortByCount(counts);
    return counts;
}

std::vector<OverviewCount> OverviewPass::deletions() const
{
    std::vector<OverviewCount> counts;
    for (const auto &[ids, deletions] : m_deletions) {
        QString label = oneLine(deletions.resource);
        if (deletions.verb == "deletecollection"sv) {
            label = QCoreApplication::translate("Overview", "%1 (whole collections)").arg(label);
        }
        const QString filter =
            term("verb", deletions.verb) + u" and "_s + term("resource", deletions.resource);
        counts.push_back({.label = label,
                          .count = deletions.count,
                          .filter = both(filter, "access=write and outcome=allowed")});
    }
    sortByCount(counts);
    return counts;
}

// Where nothing is known at all, there is nothing to tell.
std::vector<OverviewCount> OverviewPass::origins(const Origins &counted, const char *field,
                                                 const char *unknown)
{
    std::vector<OverviewCount> counts;
    for (const auto &[id, origin] : counted) {
        if (id != 0 || counted.size() > 1) {
            counts.push_back({.label = id != 0 ? oneLine(origin.name)
                                               : QCoreApplication::translate("Overview", unknown),
                              .count = origin.requests,
                              .filter = term(field, origin.name)});
        }
    }
    sortByCount(counts);
    return counts;
}

std::vector<OverviewCount>
OverviewPass::servers(const std::map<std::int64_t, std::string> &names) const
{
    std::map<std::string, std::int64_t> requests;
    for (const auto &[source, count] : m_ofSource) {
        if (const auto name = names.find(source); name != names.end()) {
            requests[name->second] += count;
        }
    }
    std::vector<OverviewCount> counts;
    for (const auto &[name, count] : requests) {
        counts.push_back({.label = oneLine(name), .count = count, .filter = term("server", name)});
    }
    sortByCount(counts);
    return counts;
}

void OverviewPass::addRecorded(Overview &overview) const
{
    for (std::size_t i = m_levels.size(); i-- > 0;) {
        const std::string_view name = levelName(static_cast<Level>(i));
        if (m_levels[i] > 0) {
            overview.levels.push_back({.label = text(name),
                                       .count = m_levels[i],
                                       .filter = term("level", name),
                                       .unit = Unit::Events});
        }
    }
    for (std::size_t i = 0; i < m_facts.stages.size(); ++i) {
        const std::string_view name = stageName(static_cast<Stage>(i));
        if (m_facts.stages[i] > 0) {
            overview.stages.push_back({.label = text(name),
                                       .count = m_facts.stages[i],
                                       .filter = term("stage", name),
                                       .unit = Unit::Events});
        }
    }
}

Overview OverviewPass::take(const std::map<std::int64_t, std::string> &serverNames)
{
    Overview overview = std::move(m_overview);
    overview.events = m_facts.events;
    overview.requests = m_facts.requests;
    addRecorded(overview);
    overview.clusters =
        origins(m_clusters, "cluster", QT_TRANSLATE_NOOP("Overview", "unknown cluster"));
    overview.nodes = origins(m_nodes, "node", QT_TRANSLATE_NOOP("Overview", "unknown node"));
    overview.servers = servers(serverNames);
    overview.people = usersOfKind(true);
    overview.workloads = usersOfKind(false);
    overview.denials = users(&UserCounts::denied, "outcome=denied");
    overview.deletions = deletions();
    overview.rbacChanges =
        users(&UserCounts::rbacChanges,
              "objectRef.apiGroup=rbac.authorization.k8s.io and access=write and outcome=allowed");
    overview.connections = users(&UserCounts::connections, "access=connect");
    // In a short log, an hour's silence is no small part: a tenth of the span is notable too.
    const std::int64_t notable = std::clamp(m_spanUs / 10, 5 * UsPerMinute, NotableSilenceUs);
    m_facts.silences = m_silences.longest(notable, SilencesShown);
    m_facts.secretRuns = m_secretLevels.runs();
    overview.blindSpots = blindSpots(m_facts);
    return overview;
}

} // namespace auditloupe
