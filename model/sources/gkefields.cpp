// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/gkefields.h"

#include <QCoreApplication>

#include <array>

namespace auditloupe {

namespace {

using enum GkeOrigin;

// clang-format off
constexpr std::array Fields{
    GkeField{"level", "protoPayload.request, protoPayload.response", Inferred,
        QT_TRANSLATE_NOOP("GkeField",
        "RequestResponse with a response, Request with a request, otherwise Metadata. The level of "
        "the policy may have been higher: entries above 256 KB lose their bodies.")},
    GkeField{"auditID", "operation.id, insertId", Copied, QT_TRANSLATE_NOOP("GkeField",
        "operation.id where there is one.")},
    GkeField{"stage", "operation.first, operation.last", Inferred, QT_TRANSLATE_NOOP("GkeField",
        "ResponseStarted for the first of two entries of a long request, otherwise "
        "ResponseComplete.")},
    GkeField{"requestURI", "protoPayload.resourceName", Inferred, QT_TRANSLATE_NOOP("GkeField",
        "/api or /apis in front of the resource's name. The query is lost: the command of an exec, "
        "selectors and dry runs.")},
    GkeField{"verb", "protoPayload.methodName", Copied, QT_TRANSLATE_NOOP("GkeField",
        "The last word.")},
    GkeField{"user.username", "protoPayload.authenticationInfo.principalEmail", Copied, ""},
    GkeField{"sourceIPs", "protoPayload.requestMetadata.callerIp", Copied,
        QT_TRANSLATE_NOOP("GkeField", "One address.")},
    GkeField{"userAgent", "protoPayload.requestMetadata.callerSuppliedUserAgent", Copied, ""},
    GkeField{"objectRef.resource", "protoPayload.methodName", Copied, QT_TRANSLATE_NOOP("GkeField",
        "The word behind the version. Requests outside resources have no objectRef.")},
    GkeField{"objectRef.subresource", "protoPayload.methodName", Copied,
        QT_TRANSLATE_NOOP("GkeField", "What stands between the resource and the verb.")},
    GkeField{"objectRef.apiVersion", "protoPayload.methodName", Copied, ""},
    GkeField{"objectRef.apiGroup", "protoPayload.resourceName", Copied,
        QT_TRANSLATE_NOOP("GkeField", "“core” stands for the group without a name.")},
    GkeField{"objectRef.namespace", "protoPayload.resourceName", Copied, ""},
    GkeField{"objectRef.name", "protoPayload.resourceName", Copied, ""},
    GkeField{"responseStatus.code", "protoPayload.status.code, protoPayload.authorizationInfo, "
        "labels, protoPayload.methodName", Inferred,
        QT_TRANSLATE_NOOP("GkeField",
        "The entry has a google.rpc code, as a number or by its name: none or 0 becomes 200, 201 "
        "for create and 101 for exec, attach and portforward; 3 400, 5 404, 6 and 10 409, 7 403, "
        "8 429, 13 500, 14 503, 16 401. Without a failure's code, 403 where a permission was not "
        "granted or the decision is forbid. Unknown where the status has a code that is none, or "
        "only a message.")},
    GkeField{"responseStatus.status", "protoPayload.status, protoPayload.authorizationInfo, labels",
        Inferred, QT_TRANSLATE_NOOP("GkeField",
        "Failure where the status tells of one, or the request was denied.")},
    GkeField{"responseStatus.message", "protoPayload.status.message", Copied, ""},
    GkeField{"responseStatus.metadata", "protoPayload.status", Inferred,
        QT_TRANSLATE_NOOP("GkeField", "Always empty.")},
    GkeField{"requestObject", "protoPayload.request", Copied, QT_TRANSLATE_NOOP("GkeField",
        "With the @type that Google adds. BigQuery: protopayload_auditlog.requestJson.")},
    GkeField{"responseObject", "protoPayload.response", Copied, QT_TRANSLATE_NOOP("GkeField",
        "With the @type that Google adds. BigQuery: protopayload_auditlog.responseJson.")},
    GkeField{"requestReceivedTimestamp", "timestamp", Copied, ""},
    GkeField{"annotations", "labels", Copied, QT_TRANSLATE_NOOP("GkeField",
        "BigQuery changes the names: only decision and reason of the authorization are known "
        "again.")},
    GkeField{"cluster", "resource.labels.cluster_name", Copied, ""},
    GkeField{"stageTimestamp", "", Absent, QT_TRANSLATE_NOOP("GkeField",
        "The time of the event is that of the request; how long it took is unknown.")},
    GkeField{"user.groups", "", Absent, ""},
    GkeField{"user.uid", "", Absent, ""},
    GkeField{"user.extra", "", Absent, ""},
    GkeField{"impersonatedUser", "", Absent, ""},
    GkeField{"objectRef.uid", "", Absent, ""},
    GkeField{"objectRef.resourceVersion", "", Absent, ""},
    GkeField{"responseStatus.reason", "", Absent, ""},
    GkeField{"responseStatus.details", "", Absent, ""},
};
// clang-format on

} // namespace

QString GkeField::explain() const
{
    return *remark == '\0' ? QString() : QCoreApplication::translate("GkeField", remark);
}

std::span<const GkeField> gkeFields()
{
    return Fields;
}

std::string_view gkeOriginName(GkeOrigin origin)
{
    switch (origin) {
    case Copied:
        return "copied";
    case Inferred:
        return "inferred";
    case Absent:
        return "absent";
    }
    return {};
}

} // namespace auditloupe
