// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/kinds.h"

#include "model/event/plaintext.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

// The core group comes first: it wins where the group is not known.
// clang-format off
constexpr std::array Kinds{
    ResourceKind{"bindings", "", "Binding", true},
    ResourceKind{"componentstatuses", "", "ComponentStatus", false},
    ResourceKind{"configmaps", "", "ConfigMap", true},
    ResourceKind{"endpoints", "", "Endpoints", true},
    ResourceKind{"events", "", "Event", true},
    ResourceKind{"limitranges", "", "LimitRange", true},
    ResourceKind{"namespaces", "", "Namespace", false},
    ResourceKind{"nodes", "", "Node", false},
    ResourceKind{"persistentvolumeclaims", "", "PersistentVolumeClaim", true},
    ResourceKind{"persistentvolumes", "", "PersistentVolume", false},
    ResourceKind{"pods", "", "Pod", true},
    ResourceKind{"podtemplates", "", "PodTemplate", true},
    ResourceKind{"replicationcontrollers", "", "ReplicationController", true},
    ResourceKind{"resourcequotas", "", "ResourceQuota", true},
    ResourceKind{"secrets", "", "Secret", true},
    ResourceKind{"serviceaccounts", "", "ServiceAccount", true},
    ResourceKind{"services", "", "Service", true},
    ResourceKind{"mutatingadmissionpolicies", "admissionregistration.k8s.io", "MutatingAdmissionPolicy", false},
    ResourceKind{"mutatingadmissionpolicybindings", "admissionregistration.k8s.io", "MutatingAdmissionPolicyBinding", false},
    ResourceKind{"mutatingwebhookconfigurations", "admissionregistration.k8s.io", "MutatingWebhookConfiguration", false},
    ResourceKind{"validatingadmissionpolicies", "admissionregistration.k8s.io", "ValidatingAdmissionPolicy", false},
    ResourceKind{"validatingadmissionpolicybindings", "admissionregistration.k8s.io", "ValidatingAdmissionPolicyBinding", false},
    ResourceKind{"validatingwebhookconfigurations", "admissionregistration.k8s.io", "ValidatingWebhookConfiguration", false},
    ResourceKind{"customresourcedefinitions", "apiextensions.k8s.io", "CustomResourceDefinition", false},
    ResourceKind{"apiservices", "apiregistration.k8s.io", "APIService", false},
    ResourceKind{"controllerrevisions", "apps", "ControllerRevision", true},
    ResourceKind{"daemonsets", "apps", "DaemonSet", true},
    ResourceKind{"deployments", "apps", "Deployment", true},
    ResourceKind{"replicasets", "apps", "ReplicaSet", true},
    ResourceKind{"statefulsets", "apps", "StatefulSet", true},
    ResourceKind{"selfsubjectreviews", "authentication.k8s.io", "SelfSubjectReview", false},
    ResourceKind{"tokenreviews", "authentication.k8s.io", "TokenReview", false},
    ResourceKind{"localsubjectaccessreviews", "authorization.k8s.io", "LocalSubjectAccessReview", true},
    ResourceKind{"selfsubjectaccessreviews", "authorization.k8s.io", "SelfSubjectAccessReview", false},
    ResourceKind{"selfsubjectrulesreviews", "authorization.k8s.io", "SelfSubjectRulesReview", false},
    ResourceKind{"subjectaccessreviews", "authorization.k8s.io", "SubjectAccessReview", false},
    ResourceKind{"horizontalpodautoscalers", "autoscaling", "HorizontalPodAutoscaler", true},
    ResourceKind{"cronjobs", "batch", "CronJob", true},
    ResourceKind{"jobs", "batch", "Job", true},
    ResourceKind{"certificatesigningrequests", "certificates.k8s.io", "CertificateSigningRequest", false},
    ResourceKind{"clustertrustbundles", "certificates.k8s.io", "ClusterTrustBundle", false},
    ResourceKind{"podcertificaterequests", "certificates.k8s.io", "PodCertificateRequest", true},
    ResourceKind{"leases", "coordination.k8s.io", "Lease", true},
    ResourceKind{"leasecandidates", "coordination.k8s.io", "LeaseCandidate", true},
    ResourceKind{"endpointslices", "discovery.k8s.io", "EndpointSlice", true},
    ResourceKind{"events", "events.k8s.io", "Event", true},
    ResourceKind{"ingresses", "extensions", "Ingress", true},
    ResourceKind{"podsecuritypolicies", "extensions", "PodSecurityPolicy", false},
    ResourceKind{"flowschemas", "flowcontrol.apiserver.k8s.io", "FlowSchema", false},
    ResourceKind{"prioritylevelconfigurations", "flowcontrol.apiserver.k8s.io", "PriorityLevelConfiguration", false},
    ResourceKind{"nodes", "metrics.k8s.io", "NodeMetrics", false},
    ResourceKind{"pods", "metrics.k8s.io", "PodMetrics", true},
    ResourceKind{"ingressclasses", "networking.k8s.io", "IngressClass", false},
    ResourceKind{"ingresses", "networking.k8s.io", "Ingress", true},
    ResourceKind{"ipaddresses", "networking.k8s.io", "IPAddress", false},
    ResourceKind{"networkpolicies", "networking.k8s.io", "NetworkPolicy", true},
    ResourceKind{"servicecidrs", "networking.k8s.io", "ServiceCIDR", false},
    ResourceKind{"runtimeclasses", "node.k8s.io", "RuntimeClass", false},
    ResourceKind{"poddisruptionbudgets", "policy", "PodDisruptionBudget", true},
    ResourceKind{"podsecuritypolicies", "policy", "PodSecurityPolicy", false},
    ResourceKind{"clusterrolebindings", "rbac.authorization.k8s.io", "ClusterRoleBinding", false},
    ResourceKind{"clusterroles", "rbac.authorization.k8s.io", "ClusterRole", false},
    ResourceKind{"rolebindings", "rbac.authorization.k8s.io", "RoleBinding", true},
    ResourceKind{"roles", "rbac.authorization.k8s.io", "Role", true},
    ResourceKind{"deviceclasses", "resource.k8s.io", "DeviceClass", false},
    ResourceKind{"resourceclaims", "resource.k8s.io", "ResourceClaim", true},
    ResourceKind{"resourceclaimtemplates", "resource.k8s.io", "ResourceClaimTemplate", true},
    ResourceKind{"resourceslices", "resource.k8s.io", "ResourceSlice", false},
    ResourceKind{"priorityclasses", "scheduling.k8s.io", "PriorityClass", false},
    ResourceKind{"csidrivers", "storage.k8s.io", "CSIDriver", false},
    ResourceKind{"csinodes", "storage.k8s.io", "CSINode", false},
    ResourceKind{"csistoragecapacities", "storage.k8s.io", "CSIStorageCapacity", true},
    ResourceKind{"storageclasses", "storage.k8s.io", "StorageClass", false},
    ResourceKind{"volumeattachments", "storage.k8s.io", "VolumeAttachment", false},
    ResourceKind{"volumeattributesclasses", "storage.k8s.io", "VolumeAttributesClass", false},
    ResourceKind{"storageversionmigrations", "storagemigration.k8s.io", "StorageVersionMigration", false},
};
// clang-format on

} // namespace

const ResourceKind *findKind(std::string_view resource, std::string_view group)
{
    const auto found = std::ranges::find_if(Kinds, [&](const ResourceKind &kind) {
        return kind.resource == resource && (kind.group == group || group.empty());
    });
    return found == Kinds.end() ? nullptr : &*found;
}

QString kindText(std::string_view resource, std::string_view group)
{
    if (const ResourceKind *kind = findKind(resource, group)) {
        return QString::fromLatin1(kind->kind);
    }
    return group.empty() ? oneLine(resource) : u"%1.%2"_s.arg(oneLine(resource), oneLine(group));
}

QString kindPluralText(std::string_view resource, std::string_view group)
{
    const ResourceKind *kind = findKind(resource, group);
    if (kind == nullptr || kind->group == "metrics.k8s.io") {
        return kindText(resource, group);
    }
    // The plural's end, in the kind's spelling: NetworkPolicy and networkpolicies.
    const QString singular = QString::fromLatin1(kind->kind);
    const QString plural = QString::fromLatin1(kind->resource);
    qsizetype common = 0;
    while (common < singular.size() && common < plural.size()
           && singular[common].toLower() == plural[common]) {
        ++common;
    }
    return singular.left(common) + plural.sliced(common);
}

} // namespace auditloupe
