// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/wrapping.h"

#include "tests/bench/logtext.h"

#include <algorithm>
#include <ranges>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr auto LogStream = "kube-apiserver-audit-71976ca11bea5d3083393f7d32dab75b"sv;

std::int64_t milliseconds(const EventLine &event)
{
    return event.fields().timeUs().value_or(0) / 1000;
}

std::string timeOf(const EventLine &event)
{
    std::string time;
    appendTime(time, event.fields().timeUs().value_or(0));
    return time; // 2026-11-09T12:05:10.012345Z
}

/// The content of a JSON string that holds this JSON.
void appendQuoted(std::string &out, std::string_view json)
{
    out += '"';
    for (const char c : json) {
        if (c == '"' || c == '\\') {
            out += '\\';
        }
        out += c;
    }
    out += '"';
}

/// Compact JSON over lines, two blanks a level.
void appendPretty(std::string &out, std::string_view json, std::size_t indent)
{
    bool isInString = false;
    const auto newLine = [&] {
        out += '\n';
        out.append(indent, ' ');
    };
    for (std::size_t i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isInString) {
            out += c;
            if (c == '\\') {
                out += json[++i];
            }
            isInString = c != '"';
            continue;
        }
        const bool opens = c == '{' || c == '[';
        const bool closes = c == '}' || c == ']';
        const bool isEmpty =
            opens && i + 1 < json.size() && (json[i + 1] == '}' || json[i + 1] == ']');
        if (isEmpty) {
            out += json.substr(i++, 2);
            continue;
        }
        indent -= closes ? 2 : 0;
        if (closes) {
            newLine();
        }
        out += c;
        indent += opens ? 2 : 0;
        if (opens || c == ',') {
            newLine();
        }
        out += c == ':' ? " "sv : ""sv;
        isInString = c == '"';
    }
}

/// "rbac.authorization.k8s.io" as a method's name has it: "io.k8s.authorization.rbac".
std::string reversedGroup(std::string_view group)
{
    if (group.empty()) {
        return "io.k8s.core";
    }
    if (!group.contains('.')) {
        return "io.k8s." + std::string(group);
    }
    std::string reversed;
    for (const auto part : group | std::views::split('.')) {
        reversed.insert(0, (reversed.empty() ? "" : "."));
        reversed.insert(0, std::string_view(part));
    }
    return reversed;
}

std::string methodName(const EventFields &fields)
{
    if (fields.resource.empty()) {
        return "io.k8s." + std::string(fields.verb);
    }
    std::string name = reversedGroup(fields.apiGroup);
    for (const std::string_view part :
         {fields.apiVersion, fields.resource, fields.subresource, fields.verb}) {
        name += part.empty() ? "" : ".";
        name += part;
    }
    return name;
}

std::string resourceName(const EventFields &fields)
{
    if (fields.resource.empty()) {
        return std::string(
            fields.requestUri.substr(std::min<std::size_t>(1, fields.requestUri.size())));
    }
    std::string name(fields.apiGroup.empty() ? "core"sv : fields.apiGroup);
    name += '/';
    name += fields.apiVersion;
    if (!fields.objectNamespace.empty() && fields.resource != "namespaces"sv) {
        name += "/namespaces/";
        name += fields.objectNamespace;
    }
    for (const std::string_view part : {fields.resource, fields.name, fields.subresource}) {
        name += part.empty() ? "" : "/";
        name += part;
    }
    return name;
}

std::string_view rpcStatus(std::int32_t code)
{
    switch (code) {
    case 401:
        return R"({"code":16,"message":"Unauthorized"})"sv;
    case 403:
        return R"({"code":7,"message":"PERMISSION_DENIED"})"sv;
    case 404:
        return R"({"code":5,"message":"NOT_FOUND"})"sv;
    case 409:
        return R"({"code":10,"message":"ABORTED"})"sv;
    default:
        return "{}"sv;
    }
}

/// A body with the member that Cloud Logging adds to it.
void appendBody(std::string &out, std::string_view key, std::string_view json)
{
    if (!json.starts_with("{\""sv)) {
        return;
    }
    out += ",\"";
    out += key;
    out += R"(":{"@type":"k8s.io/Object",)";
    out += json.substr(1);
}

void appendPayload(std::string &out, const EventLine &event)
{
    const EventFields &fields = event.fields();
    const std::string method = methodName(fields);
    const std::string resource = resourceName(fields);
    std::string_view address = fields.sourceIps.substr(0, fields.sourceIps.find_first_of(",]"sv));
    address.remove_prefix(std::min<std::size_t>(1, address.size()));
    out +=
        R"({"@type":"type.googleapis.com/google.cloud.audit.AuditLog","authenticationInfo":{"principalEmail":")";
    out += escaped(fields.username);
    out += R"("},"authorizationInfo":[{"granted":)";
    out += fields.decision == Decision::Forbid ? "false"sv : "true"sv;
    appendMember(out, "permission"sv, method);
    appendMember(out, "resource"sv, resource);
    out += "}]";
    appendMember(out, "methodName"sv, method);
    out += R"(,"requestMetadata":{"callerIp":)";
    out += address.empty() ? "\"\""sv : address;
    appendMember(out, "callerSuppliedUserAgent"sv, fields.userAgent);
    out += '}';
    appendMember(out, "resourceName"sv, resource);
    out += R"(,"serviceName":"k8s.io","status":)";
    out += rpcStatus(fields.code.value_or(0));
    appendBody(out, "request"sv, event.member("requestObject"sv));
    appendBody(out, "response"sv, event.member("responseObject"sv));
    out += '}';
}

} // namespace

bool EventLine::read(std::string &line)
{
    line.reserve(line.size() + EventParser::Padding);
    m_json = line;
    return m_parser.parse(m_json, m_fields) == JsonKind::AuditEvent && m_members.read(m_json);
}

void appendCloudWatchEvent(std::string &out, EventLine &event)
{
    out += "        {\n            \"logStreamName\": \"";
    out += LogStream;
    out += "\",\n            \"timestamp\": ";
    appendNumber(out, milliseconds(event));
    out += ",\n            \"message\": ";
    appendQuoted(out, event.json());
    out += ",\n            \"ingestionTime\": ";
    appendNumber(out, milliseconds(event) + 1204);
    out += ",\n            \"eventId\": \"3761";
    appendNumber(out, milliseconds(event)); // 13 digits
    out += "000000000000000000000000000000000000000\"\n        }";
}

void appendCloudWatchLine(std::string &out, EventLine &event)
{
    constexpr std::size_t Milliseconds = 23; // of the time's text
    out += timeOf(event).substr(0, Milliseconds);
    out += "Z ";
    out += event.json();
}

bool hasLogEntry(const EventLine &event)
{
    return event.fields().stage != Stage::RequestReceived;
}

void appendLogEntry(std::string &out, EventLine &event)
{
    const EventFields &fields = event.fields();
    const std::string_view annotations = event.member("annotations"sv);
    const bool begins = fields.stage == Stage::ResponseStarted; // another entry is its end
    out += R"({"insertId":")";
    out += fields.auditId;
    out += R"(","labels":)";
    out += annotations.empty() ? "{}"sv : annotations;
    out +=
        R"(,"logName":"projects/demo-project/logs/cloudaudit.googleapis.com%2Fdata_access","operation":{"id":")";
    out += fields.auditId;
    out += begins ? R"(","first":true,"producer":"k8s.io"},"protoPayload":)"sv
                  : R"(","first":true,"last":true,"producer":"k8s.io"},"protoPayload":)"sv;
    appendPayload(out, event);
    const std::string time = timeOf(event);
    out += R"(,"receiveTimestamp":")";
    out += time.substr(0, time.size() - 1);
    out +=
        R"(123Z","resource":{"labels":{"cluster_name":"demo","location":"us-central1-a","project_id":"demo-project"},"type":"k8s_cluster"},"timestamp":")";
    appendTime(out, fields.receivedUs.value_or(0)); // of the request, in both entries
    out += "\"}";
}

void appendPrettyLogEntry(std::string &out, EventLine &event)
{
    std::string entry;
    appendLogEntry(entry, event);
    out += "  ";
    appendPretty(out, entry, 2);
}

void appendDiagnosticRecord(std::string &out, EventLine &event)
{
    out +=
        R"({"operationName":"Microsoft.ContainerService/managedClusters/diagnosticLogs/Read","category":"kube-audit","ccpNamespace":"5e0a1b2c3d4e5f6071829304","resourceId":"/SUBSCRIPTIONS/00000000-0000-0000-0000-000000000001/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/AKS1","properties":{"log":)";
    appendQuoted(out, event.json());
    out.insert(out.size() - 1, "\\n");
    const std::string time = timeOf(event);
    out += R"(,"stream":"stdout","pod":"kube-apiserver-7f9d4c6b5-x2k8q"},"time":")";
    out += time.substr(0, time.size() - 1);
    out += R"(0Z","Cloud":"AzureCloud","Environment":"prod"})";
}

} // namespace auditloupe
