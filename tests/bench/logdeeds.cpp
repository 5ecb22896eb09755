// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logworld.h"

#include <array>
#include <span>

namespace auditloupe {

namespace {

constexpr Resource Pods{"pods", "Pod"};
constexpr Resource Secrets{"secrets", "Secret"};
constexpr Resource ConfigMaps{"configmaps", "ConfigMap"};
constexpr Resource Services{"services", "Service"};
constexpr Resource Events{"events", "Event"};
constexpr Resource ServiceAccounts{"serviceaccounts", "ServiceAccount"};
constexpr Resource NodesOfCluster{"nodes", "Node", "", "v1", Scope::Cluster};
constexpr Resource Namespaces{"namespaces", "Namespace", "", "v1", Scope::Cluster};
constexpr Resource Deployments{"deployments", "Deployment", "apps"};
constexpr Resource ReplicaSets{"replicasets", "ReplicaSet", "apps"};
constexpr Resource Jobs{"jobs", "Job", "batch"};
constexpr Resource CronJobs{"cronjobs", "CronJob", "batch"};
constexpr Resource Leases{"leases", "Lease", "coordination.k8s.io"};
constexpr Resource Slices{"endpointslices", "EndpointSlice", "discovery.k8s.io"};
constexpr Resource Applications{"applications", "Application", "argoproj.io", "v1alpha1"};
constexpr Resource RoleBindings{"rolebindings", "RoleBinding", "rbac.authorization.k8s.io"};
constexpr Resource Policies{"networkpolicies", "NetworkPolicy", "networking.k8s.io"};
constexpr Resource Reviews{"selfsubjectaccessreviews", "SelfSubjectAccessReview",
                           "authorization.k8s.io", "v1", Scope::Cluster};

using enum NameKind;
using Body = BodyKind;
using Shape = BodyShape;

constexpr std::string_view WatchQuery =
    "?allowWatchBookmarks=true&resourceVersion=481516&timeout=8m20s&timeoutSeconds=500&watch=true";
constexpr std::string_view ListQuery = "?limit=500&resourceVersion=0";
constexpr std::string_view ApplyQuery = "?fieldManager=kubectl-client-side-apply"
                                        "&fieldValidation=Strict";

constexpr std::array ControllerDeeds{
    Deed{330, "update", &Leases, "", "", App},
    Deed{140, "get", &Leases, "", "?timeout=5s", App},
    Deed{80, "update", &ReplicaSets, "status", "", Pod, Body::Request, Shape::Workload},
    Deed{90, "update", &Deployments, "status", "", App, Body::Request, Shape::Workload},
    Deed{90, "get", &Jobs, "", "", App},
    Deed{90, "update", &Slices, "", "", App},
    Deed{70, "create", &Events, "", "", Event, Body::Request, Shape::Event},
    Deed{50, "create", &Pods, "", "", Pod, Body::Request, Shape::Workload},
    Deed{40, "watch", &ConfigMaps, "", WatchQuery, None},
    Deed{30, "list", &CronJobs, "", ListQuery, None},
    Deed{20, "delete", &Pods, "", "", Pod, Body::Request, Shape::Options}};

constexpr std::array NodeDeeds{
    Deed{300, "update", &Leases, "", "?timeout=10s", Node},
    Deed{130, "patch", &Pods, "status", "", Pod, Body::Request, Shape::PodStatus},
    Deed{190, "get", &Pods, "", "", Pod},
    Deed{120, "get", &NodesOfCluster, "", "?resourceVersion=0&timeout=10s", Node},
    Deed{90, "create", &Events, "", "", Event, Body::Request, Shape::Event},
    Deed{60, "create", &ServiceAccounts, "token", "", App},
    Deed{50, "watch", &ConfigMaps, "", WatchQuery, None},
    Deed{40, "get", &Secrets, "", "", Secret},
    Deed{20, "patch", &NodesOfCluster, "status", "?timeout=10s", Node, Body::Request,
         Shape::PodStatus}};

constexpr std::array ServiceAccountDeeds{
    Deed{180, "list", &Pods, "", ListQuery, None},
    Deed{160, "get", &Applications, "", "", App},
    Deed{90, "patch", &Applications, "", "", App, Body::Both, Shape::Custom},
    Deed{110, "get", &Secrets, "", "", Secret},
    Deed{90, "watch", &Services, "", WatchQuery, None},
    Deed{80, "get", nullptr, "", "/apis?timeout=32s", None},
    Deed{70, "patch", &Deployments, "", "?fieldManager=helm&force=true", App, Body::Both,
         Shape::Workload},
    Deed{60, "update", &ConfigMaps, "", "?fieldManager=helm", Config, Body::Request, Shape::Config},
    Deed{60, "create", &Secrets, "", "?fieldManager=helm", Secret},
    Deed{50, "list", &Secrets, "", "?labelSelector=owner%3Dhelm%2Cstatus%3Ddeployed", None},
    Deed{30, "delete", &ConfigMaps, "", "", Config, Body::Both, Shape::Options},
    Deed{20, "get", nullptr, "", "/metrics", None}};

constexpr std::array HumanDeeds{
    Deed{200, "list", &Pods, "", "?limit=500", None},
    Deed{160, "get", &Pods, "", "", Pod},
    Deed{120, "get", &Deployments, "", "", App},
    Deed{90, "get", &Pods, "log", "?container=app&follow=true&tailLines=100", Pod},
    Deed{80, "get", nullptr, "", "/openapi/v3?timeout=32s", None},
    Deed{60, "patch", &Deployments, "", ApplyQuery, App, Body::Both, Shape::Workload},
    Deed{50, "patch", &ConfigMaps, "", ApplyQuery, Config, Body::Both, Shape::Config},
    Deed{40, "create", &ConfigMaps, "", ApplyQuery, Config, Body::Both, Shape::Config},
    Deed{40, "list", &Secrets, "", "?limit=500", None},
    Deed{40, "get", &Secrets, "", "", Secret},
    Deed{40, "watch", &Pods, "", WatchQuery, None},
    Deed{30, "get", &Pods, "exec", "?command=sh&container=app&stdin=true&stdout=true&tty=true",
         Pod},
    Deed{30, "create", &Reviews, "", "", None},
    Deed{20, "delete", &Pods, "", "", Pod, Body::Both, Shape::Options},
    Deed{10, "delete", &ConfigMaps, "", "", Config, Body::Both, Shape::Options},
    Deed{10, "create", &RoleBindings, "", "?fieldManager=kubectl-create", App, Body::Both,
         Shape::Custom},
    Deed{10, "delete", &Policies, "", "", App, Body::Both, Shape::Options},
    Deed{10, "list", &Namespaces, "", "?labelSelector=team%3Dgr%C3%BC%C3%9Fe", None}};

const Deed &choose(RandomSource &random, std::span<const Deed> deeds)
{
    std::size_t sum = 0;
    for (const Deed &deed : deeds) {
        sum += deed.weight;
    }
    std::size_t left = random.below(sum);
    for (const Deed &deed : deeds) {
        if (left < deed.weight) {
            return deed;
        }
        left -= deed.weight;
    }
    return deeds.front();
}

} // namespace

const Deed &LogWorld::deed(RandomSource &random, ActorKind kind)
{
    switch (kind) {
    case ActorKind::Controller:
        return choose(random, ControllerDeeds);
    case ActorKind::Node:
        return choose(random, NodeDeeds);
    case ActorKind::ServiceAccount:
        return choose(random, ServiceAccountDeeds);
    case ActorKind::Human:
        break;
    }
    return choose(random, HumanDeeds);
}

} // namespace auditloupe
