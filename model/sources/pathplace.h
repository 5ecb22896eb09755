// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace auditloupe {

/// Where a log comes from, as far as its path tells; empty for what it does not.
struct PathPlace
{
    QString server = {}; ///< the API server that wrote it: "kube-apiserver"
    QString node = {};
};

/// OpenShift keeps a folder for each API server, on its nodes and in a must-gather tree:
/// "audit_logs/openshift-apiserver/NODE-audit.log.gz".
PathPlace placeOfPath(const QString &path);

} // namespace auditloupe
