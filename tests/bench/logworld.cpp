// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logworld.h"

#include "tests/bench/logtext.h"

#include <algorithm>
#include <array>
#include <format>
#include <span>

namespace auditloupe {

namespace {

constexpr std::size_t Nodes = 120;
constexpr std::size_t Humans = 160;
constexpr std::size_t Teams = 24;

constexpr std::array<std::string_view, 16> SystemNamespaces{
    "production",  "staging", "payments", "checkout", "dev",     "ci",
    "monitoring",  "velero",  "argocd",   "ingress",  "logging", "data",
    "kube-system", "sandbox", "search",   "identity"};

constexpr std::array<std::string_view, 24> Apps{
    "api",      "web",         "worker",    "checkout",    "cart",          "catalog",
    "pricing",  "ledger",      "mailer",    "gateway",     "session",       "search",
    "indexer",  "billing",     "reports",   "importer",    "session-store", "thumbnailer",
    "notifier", "recommender", "inventory", "fraud-check", "audit-shipper", "feature-flags"};

constexpr std::array<std::string_view, 18> Controllers{"deployment-controller",
                                                       "replicaset-controller",
                                                       "endpointslice-controller",
                                                       "cronjob-controller",
                                                       "job-controller",
                                                       "namespace-controller",
                                                       "node-controller",
                                                       "horizontal-pod-autoscaler",
                                                       "generic-garbage-collector",
                                                       "statefulset-controller",
                                                       "daemon-set-controller",
                                                       "disruption-controller",
                                                       "persistent-volume-binder",
                                                       "service-account-controller",
                                                       "resourcequota-controller",
                                                       "ttl-after-finished-controller",
                                                       "attachdetach-controller",
                                                       "pod-garbage-collector"};

constexpr std::array<std::string_view, 8> ServiceAccounts{
    "deployer",      "prometheus-operator", "argocd-application-controller",
    "velero",        "external-secrets",    "cert-manager",
    "ingress-nginx", "fluent-bit"};

constexpr std::array<std::string_view, 8> ServiceAccountAgents{
    "helm/v3.16.2",
    "Prometheus/2.54.1",
    "argocd-application-controller/v2.13.0 (linux/amd64)",
    "velero-server/v1.15.0 (linux/amd64) 1d4f1475975b5107ec35f4d19ff17f7d1fcb3edf",
    "external-secrets/v0.10.5 (linux/amd64) kubernetes/0000000",
    "Go-http-client/2.0",
    "nginx-ingress-controller/v1.12.0 (linux/amd64) ingress-nginx/ba73b2c",
    "Fluent-Bit"};

constexpr std::array<std::string_view, 8> HumanAgents{
    "kubectl/v1.29.9 (linux/amd64) kubernetes/0f36be3",
    "kubectl/v1.30.4 (darwin/arm64) kubernetes/8e1a1ff",
    "k9s/v0.40.5 (darwin/arm64) kubernetes/$Format",
    "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Lens/2024.9.300059",
    "kubectl/v1.28.1 (windows/amd64) kubernetes/4fdab4f",
    "curl/8.5.0",
    "terraform-provider-kubernetes/2.35 (Terraform 1.9.8)",
    "grüße-cli/1.0 (naïve; ☕)"};

constexpr std::array<std::string_view, 20> FirstNames{
    "alice", "jane",  "bob",  "carol",   "dmitri", "erin", "farid", "grace", "heidi", "ivan",
    "judy",  "kenji", "lena", "mallory", "nora",   "olga", "pedro", "quinn", "rosa",  "søren"};

constexpr std::array<std::string_view, 8> LastNames{"adams",   "brandt",  "cohen",  "dubois",
                                                    "eriksen", "fischer", "garcia", "huang"};

std::string uuid(RandomSource &random)
{
    std::string text;
    appendUuid(text, random);
    return text;
}

std::string serviceAccountUser(RandomSource &random, std::string_view space, std::string_view name)
{
    return std::format(R"({{"username":"system:serviceaccount:{0}:{1}","uid":"{2}","groups":)"
                       R"(["system:serviceaccounts","system:serviceaccounts:{0}",)"
                       R"("system:authenticated"]}})",
                       space, name, uuid(random));
}

} // namespace

LogWorld::LogWorld(std::uint64_t seed)
{
    RandomSource random(seed);
    m_namespaces.assign(SystemNamespaces.begin(), SystemNamespaces.end());
    for (std::size_t i = 0; i < Teams; ++i) {
        m_namespaces.push_back(std::format("team-{:02}", i));
    }
    addControllers(random);
    addNodes();
    addServiceAccounts(random);
    addHumans(random);
}

void LogWorld::addControllers(RandomSource &random)
{
    for (const std::string_view name : Controllers) {
        m_actors[0].push_back(
            {.name = std::format("system:serviceaccount:kube-system:{}", name),
             .user = serviceAccountUser(random, "kube-system", name),
             .agent = std::format("kube-controller-manager/v1.29.9 (linux/amd64) "
                                  "kubernetes/0f36be3/system:serviceaccount:kube-system:{}",
                                  name),
             .address = "10.0.0.5",
             .reason =
                 std::format(R"(RBAC: allowed by ClusterRoleBinding \"system:controller:{0}\")"
                             R"( of ClusterRole \"system:controller:{0}\" to ServiceAccount)"
                             R"( \"{0}/kube-system\")",
                             name)});
    }
    for (const std::string_view name : {"kube-scheduler", "kube-controller-manager"}) {
        m_actors[0].push_back(
            {.name = std::format("system:{}", name),
             .user = std::format(R"({{"username":"system:{}","groups":["system:authenticated"]}})",
                                 name),
             .agent =
                 std::format("{0}/v1.29.9 (linux/amd64) kubernetes/0f36be3/leader-election", name),
             .address = "10.0.0.5",
             .reason = std::format(R"(RBAC: allowed by ClusterRoleBinding \"system:{0}\" of )"
                                   R"(ClusterRole \"system:{0}\" to User \"system:{0}\")",
                                   name)});
    }
}

void LogWorld::addNodes()
{
    for (std::size_t i = 0; i < Nodes; ++i) {
        const std::string address = std::format("10.0.{}.{}", 16 + i / 50, 20 + i % 50 * 3);
        std::string name = std::format("ip-10-0-{}-{}.eu-central-1.compute.internal", 16 + i / 50,
                                       20 + i % 50 * 3);
        m_actors[1].push_back(
            {.name = "system:node:" + name,
             .user = std::format(R"({{"username":"system:node:{}","groups":["system:nodes",)"
                                 R"("system:authenticated"]}})",
                                 name),
             .agent = "kubelet/v1.29.9 (linux/amd64) kubernetes/0f36be3",
             .address = address,
             .reason = {}});
        m_nodes.push_back(std::move(name));
    }
}

void LogWorld::addServiceAccounts(RandomSource &random)
{
    for (std::size_t i = 0; i < 80; ++i) {
        const std::string_view name = ServiceAccounts[i % ServiceAccounts.size()];
        const std::string &space = m_namespaces[i * 7 % m_namespaces.size()];
        m_actors[2].push_back(
            {.name = std::format("system:serviceaccount:{}:{}", space, name),
             .user = serviceAccountUser(random, space, name),
             .agent = std::string(ServiceAccountAgents[i % ServiceAccountAgents.size()]),
             .address = std::format("10.0.9.{}", 2 + i),
             .reason = std::format(R"(RBAC: allowed by ClusterRoleBinding \"{0}\" of ClusterRole )"
                                   R"(\"{0}\" to ServiceAccount \"{0}/{1}\")",
                                   name, space)});
    }
}

void LogWorld::addHumans(RandomSource &random)
{
    for (std::size_t i = 0; i < Humans; ++i) {
        const std::string name = std::format("{}.{}@example.com", FirstNames[i % FirstNames.size()],
                                             LastNames[i / FirstNames.size()]);
        const std::string team = std::format("oidc:team-{:02}", i % Teams);
        m_actors[3].push_back(
            {.name = name,
             .user = std::format(R"({{"username":"{}","uid":"{}","groups":["{}",)"
                                 R"("oidc:engineering","oidc:vpn-users","system:authenticated"],)"
                                 R"("extra":{{"authentication.kubernetes.io/credential-id":)"
                                 R"(["JTI={}"]}}}})",
                                 name, uuid(random), team, uuid(random)),
             .agent = escaped(HumanAgents[random.below(HumanAgents.size())]),
             .address = std::format("192.168.{}.{}", 40 + i % 12, 10 + i),
             .reason = std::format(R"(RBAC: allowed by RoleBinding \"{0}-edit/production\" of )"
                                   R"(ClusterRole \"edit\" to Group \"{0}\")",
                                   team)});
    }
}

const Actor &LogWorld::actor(RandomSource &random, ActorKind kind) const
{
    const std::vector<Actor> &actors = m_actors[static_cast<std::size_t>(kind)];
    // The scheduler and the manager of the controllers, which stand last, are the busiest.
    const bool isBusiest = kind == ActorKind::Controller && random.perMille(500);
    return isBusiest ? actors[actors.size() - 1 - random.below(2)]
                     : actors[random.below(actors.size())];
}

std::string_view LogWorld::objectNamespace(RandomSource &random) const
{
    return m_namespaces[std::min(random.below(m_namespaces.size()),
                                 random.below(m_namespaces.size()))];
}

std::string LogWorld::objectName(RandomSource &random, NameKind kind) const
{
    constexpr std::size_t DistinctNames = 60'000;
    // The number alone decides on the name.
    RandomSource letters(random.below(DistinctNames) * 0x9e3779b97f4a7c15ULL + 1);
    letters.next();
    std::string name(Apps[letters.below(Apps.size())]);
    switch (kind) {
    case NameKind::None:
        return {};
    case NameKind::Node:
        return m_nodes[letters.below(m_nodes.size())];
    case NameKind::App:
        return letters.perMille(500) ? name : name + "-canary";
    case NameKind::Config:
        name += "-config-";
        appendSuffix(name, letters, 2);
        return name;
    case NameKind::Secret:
        return std::format("sh.helm.release.v1.{}.v{}", name, 1 + letters.below(40));
    case NameKind::Event:
    case NameKind::Pod:
        name += '-';
        appendHex(name, letters, 10);
        name += '-';
        appendSuffix(name, letters, 5);
        break;
    }
    if (kind == NameKind::Event) {
        name += ".18";
        appendHex(name, random, 14);
    }
    return name;
}

} // namespace auditloupe
