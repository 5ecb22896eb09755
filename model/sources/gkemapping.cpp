// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/gkemapping.h"

#include "model/sources/eventcomposer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <vector>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

std::vector<std::string_view> split(std::string_view text, char divider)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 0; begin <= text.size();) {
        const std::size_t end = std::min(text.find(divider, begin), text.size());
        parts.push_back(text.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

bool isVersion(std::string_view part)
{
    return part.size() > 1 && part[0] == 'v' && part[1] >= '0' && part[1] <= '9';
}

/// "io.k8s.core.v1.pods.status.patch": the version tells where the group ends.
void readMethod(std::string_view methodName, GkeRequest &request)
{
    const std::vector<std::string_view> parts = split(methodName, '.');
    request.verb = parts.back();
    const auto version = std::find_if(parts.begin(), parts.end(), isVersion);
    if (version == parts.end() || parts.end() - version < 3) {
        return; // "io.k8s.get": no resource
    }
    request.apiVersion = *version;
    request.resource = *(version + 1);
    for (auto part = version + 2; part + 1 != parts.end(); ++part) {
        request.subresource += (request.subresource.empty() ? "" : "/") + std::string(*part);
    }
}

/// "apps/v1/namespaces/NS/deployments/NAME/scale", "core/v1/nodes/NAME", "readyz".
void readName(std::string_view resourceName, GkeRequest &request)
{
    if (request.resource.empty()) {
        request.uri = resourceName.starts_with('/') ? std::string(resourceName)
                                                    : "/" + std::string(resourceName);
        return;
    }
    const std::vector<std::string_view> parts = split(resourceName, '/');
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? parts[i] : std::string_view{};
    };
    request.apiGroup = part(0) == "core"sv ? "" : std::string(part(0));
    std::size_t at = 2;
    if (part(2) == "namespaces"sv && request.resource == "namespaces"sv) {
        request.objectNamespace = part(3);
    } else if (part(2) == "namespaces"sv) {
        request.objectNamespace = part(3);
        at = 4;
    }
    request.name = part(at + 1);
    const std::size_t group = std::min(resourceName.find('/'), resourceName.size());
    request.uri = request.apiGroup.empty() ? "/api" + std::string(resourceName.substr(group))
                                           : "/apis/" + std::string(resourceName);
}

/// What a LogEntry says, whatever it was exported as: member, BigQuery column, CSV column.
class AuditLog
{
public:
    explicit AuditLog(Entry &entry)
        : m_entry(entry)
        , m_payload(entry.has("protopayload_auditlog"sv) ? "protopayload_auditlog"sv
                                                         : "protoPayload"sv)
    {
    }

    std::string_view text(std::string_view name) { return m_entry.text({m_payload, name}); }
    std::string_view text(std::string_view outer, std::string_view name)
    {
        return m_entry.text({m_payload, outer, name});
    }
    /// A body: an object, or in BigQuery a string that holds it.
    std::string_view body(std::string_view name)
    {
        const std::string_view value = m_entry.text({m_payload, name});
        return value.starts_with('{')
            ? value
            : objectOrNone(m_entry.text({m_payload, m_entry.keep(std::string(name) + "Json")}));
    }

private:
    static std::string_view objectOrNone(std::string_view value)
    {
        return value.starts_with('{') ? value : std::string_view{};
    }

    Entry &m_entry;
    std::string_view m_payload;
};

int numberOf(std::string_view text)
{
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

int successCode(const GkeRequest &request)
{
    constexpr std::array Streams{"exec"sv, "attach"sv, "portforward"sv};
    if (std::ranges::find(Streams, request.subresource) != Streams.end()) {
        return 101;
    }
    return request.verb == "create"sv ? 201 : 200;
}

void composeStatus(EventComposer &event, AuditLog &log, const GkeRequest &request, bool isEnd)
{
    const int rpc = numberOf(log.text("status"sv, "code"sv));
    if (rpc == 0 && !isEnd) {
        return;
    }
    const int code = rpc == 0 ? successCode(request) : httpStatusOf(rpc);
    event.open("responseStatus"sv);
    event.json("metadata"sv, "{}"sv);
    if (rpc != 0) {
        event.text("status"sv, "Failure"sv);
        event.text("message"sv, log.text("status"sv, "message"sv));
    }
    if (code != 0) {
        event.json("code"sv, std::to_string(code));
    }
    event.close();
}

void composeObject(EventComposer &event, const GkeRequest &request)
{
    const auto given = [](std::string_view text) {
        return text.empty() ? std::string_view{} : text;
    };
    if (request.resource.empty()) {
        return;
    }
    event.open("objectRef"sv);
    event.text("resource"sv, request.resource);
    event.text("namespace"sv, given(request.objectNamespace));
    event.text("name"sv, given(request.name));
    event.text("apiGroup"sv, given(request.apiGroup));
    event.text("apiVersion"sv, given(request.apiVersion));
    event.text("subresource"sv, given(request.subresource));
    event.close();
}

/// BigQuery's names have no dots and slashes: those that count are known.
std::string annotationsOf(Entry &entry)
{
    const std::string_view labels = entry.json("labels"sv);
    if (!labels.starts_with('{') || !entry.has("protopayload_auditlog"sv)) {
        return std::string(labels.starts_with('{') ? labels : std::string_view{});
    }
    const std::string_view decision = entry.json({"labels"sv, "authorization_k8s_io_decision"sv});
    const std::string_view reason = entry.json({"labels"sv, "authorization_k8s_io_reason"sv});
    if (decision.empty()) {
        return {};
    }
    return R"({"authorization.k8s.io/decision":)" + std::string(decision)
        + (reason.empty() ? "" : R"(,"authorization.k8s.io/reason":)" + std::string(reason)) + "}";
}

} // namespace

std::string composeGkeEvent(Entry &entry)
{
    AuditLog log(entry);
    const GkeRequest request = gkeRequest(log.text("methodName"sv), log.text("resourceName"sv));
    const std::string_view body = log.body("request"sv);
    const std::string_view response = log.body("response"sv);
    const bool isFirstOfTwo = entry.text({"operation"sv, "first"sv}) == "true"sv
        && entry.text({"operation"sv, "last"sv}) != "true"sv;
    const std::string_view id = entry.text({"operation"sv, "id"sv});

    EventComposer event;
    event.text("level"sv,
               !response.empty()   ? "RequestResponse"sv
                   : !body.empty() ? "Request"sv
                                   : "Metadata"sv);
    event.text("auditID"sv, id.empty() ? entry.text("insertId"sv) : id);
    event.text("stage"sv, isFirstOfTwo ? "ResponseStarted"sv : "ResponseComplete"sv);
    event.text("requestURI"sv, request.uri);
    event.text("verb"sv, request.verb);
    event.open("user"sv);
    event.text("username"sv, log.text("authenticationInfo"sv, "principalEmail"sv));
    event.close();
    event.list("sourceIPs"sv, log.text("requestMetadata"sv, "callerIp"sv));
    event.text("userAgent"sv, log.text("requestMetadata"sv, "callerSuppliedUserAgent"sv));
    composeObject(event, request);
    composeStatus(event, log, request, !isFirstOfTwo);
    event.json("requestObject"sv, body);
    event.json("responseObject"sv, response);
    event.text("requestReceivedTimestamp"sv, entry.text("timestamp"sv));
    event.json("annotations"sv, annotationsOf(entry));
    return event.take();
}

GkeRequest gkeRequest(std::string_view methodName, std::string_view resourceName)
{
    GkeRequest request;
    readMethod(methodName, request);
    readName(resourceName, request);
    return request;
}

int httpStatusOf(int rpcCode)
{
    // google/rpc/code.proto; 10 is what the API server's "already exists" and "conflict" become
    static constexpr std::array Codes{200, 499, 500, 400, 504, 404, 409, 403, 429,
                                      400, 409, 400, 501, 500, 503, 500, 401};
    return rpcCode >= 0 && static_cast<std::size_t>(rpcCode) < Codes.size()
        ? Codes[static_cast<std::size_t>(rpcCode)]
        : 0;
}

} // namespace auditloupe
