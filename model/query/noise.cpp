// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/noise.h"

#include "model/query/filter.h"

namespace auditloupe {

namespace {

// Nodes and the control plane; its controllers and operators, which are service accounts of the
// platform's own namespaces; leader election; health checks and scrapes. The guide has the same
// text.
constexpr std::string_view Text =
    "(user.kind in (node, controlplane)"
    " or user startswith system:serviceaccount:kube-system:"
    " or user startswith system:serviceaccount:openshift-"
    " or resource=leases"
    " or not resource exists and uri regex \"/(healthz|livez|readyz|metrics)([/?].*)?\")"
    " and not (outcome=denied"
    " or access=connect"
    " or known(impersonatedUser.username) and impersonatedUser.username exists"
    " or objectRef.apiGroup=rbac.authorization.k8s.io and access=write)";

} // namespace

std::string_view noiseText()
{
    return Text;
}

const Condition &noiseCondition()
{
    static const Condition condition =
        parseFilter(QString::fromUtf8(Text.data(), qsizetype(Text.size()))).value().condition;
    return condition;
}

} // namespace auditloupe
