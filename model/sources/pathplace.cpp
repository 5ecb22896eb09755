// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/pathplace.h"

#include "model/sources/inputstream.h"

#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::array ServerFolders{"kube-apiserver"_L1, "openshift-apiserver"_L1,
                                   "oauth-apiserver"_L1, "oauth-server"_L1};

/// "NODE-audit.log.gz", "NODE-audit-2026-11-20T15-49-27.247.log.gz".
QString nodeOfName(const QString &name)
{
    static const QRegularExpression pattern(
        uR"(^(.+?)-audit(-\d{4}-\d\d-\d\dT\d\d-\d\d-\d\d\.\d{3})?\.log(\.gz|\.zst)?$)"_s);
    return pattern.match(name).captured(1);
}

} // namespace

PathPlace placeOfPath(const QString &path)
{
    const QString inside = path.section(MemberSign, -1);
    const QString folder = inside.section(u'/', -2, -2);
    if (std::ranges::find(ServerFolders, folder) == ServerFolders.end()) {
        return {};
    }
    const bool isMustGather = inside.section(u'/', -3, -3) == "audit_logs"_L1;
    return {.server = folder,
            .node = isMustGather ? nodeOfName(inside.section(u'/', -1)) : QString()};
}

} // namespace auditloupe
