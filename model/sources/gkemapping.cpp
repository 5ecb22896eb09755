// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/gkemapping.h"

#include "model/sources/eventcomposer.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
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

/// "v1", "v2beta1"; no "v1example", which a group's name may have.
bool isVersion(std::string_view part)
{
    constexpr auto Digits = "0123456789"sv;
    const std::size_t behind = part.find_first_not_of(Digits, 1);
    if (!part.starts_with('v') || part.size() < 2 || behind == 1) {
        return false;
    }
    std::string_view rest = part.substr(std::min(behind, part.size()));
    for (const std::string_view maturity : {"alpha"sv, "beta"sv}) {
        if (rest.starts_with(maturity)) {
            rest.remove_prefix(maturity.size());
            return !rest.empty() && rest.find_first_not_of(Digits) == std::string_view::npos;
        }
    }
    return rest.empty();
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
        , m_members(entry.shape() == Entry::Shape::Row ? nullptr
                                                       : &entry.nested(entry.json(m_payload)))
    {
    }

    std::string_view text(std::string_view name)
    {
        return m_members == nullptr ? m_entry.text({m_payload, name})
                                    : content(m_members->find(name));
    }
    std::string_view text(std::string_view outer, std::string_view name)
    {
        return m_members == nullptr ? m_entry.text({m_payload, outer, name})
                                    : content(nested(m_members->find(outer)).find(name));
    }
    /// A body: an object, or in BigQuery a string that holds it.
    std::string_view body(std::string_view name, std::string_view nameOfString)
    {
        const std::string_view value = text(name);
        return value.starts_with('{') ? value : objectOrNone(text(nameOfString));
    }

    std::string_view content(std::string_view json) { return m_entry.content(json); }
    const JsonMembers &nested(std::string_view json) { return m_entry.nested(json); }

    /// Whether the entry itself says that the request was not allowed.
    bool isDenied()
    {
        const bool isBigQuery = m_payload == "protopayload_auditlog"sv;
        const std::string_view decision = m_entry.text(
            {"labels"sv,
             isBigQuery ? "authorization_k8s_io_decision"sv : "authorization.k8s.io/decision"sv});
        return decision == "forbid"sv || isRefused(text("authorizationInfo"sv));
    }

private:
    /// Whether one of the permissions that were asked for was not granted.
    bool isRefused(std::string_view authorizationInfo)
    {
        const auto &permissions = nested(authorizationInfo).all();
        return std::ranges::any_of(permissions, [this](const JsonMembers::Member &member) {
            return content(nested(member.json).find("granted"sv)) == "false"sv;
        });
    }

    static std::string_view objectOrNone(std::string_view value)
    {
        return value.starts_with('{') ? value : std::string_view{};
    }

    Entry &m_entry;
    std::string_view m_payload;
    const JsonMembers *m_members; // the payload's; null for a row
};

/// Names and numbers of google/rpc/code.proto; 10 is what the API server's "already exists" and
/// "conflict" become.
struct RpcCode
{
    std::string_view name;
    int httpStatus;
};
constexpr std::array RpcCodes{
    RpcCode{"OK"sv, 200},
    RpcCode{"CANCELLED"sv, 499},
    RpcCode{"UNKNOWN"sv, 500},
    RpcCode{"INVALID_ARGUMENT"sv, 400},
    RpcCode{"DEADLINE_EXCEEDED"sv, 504},
    RpcCode{"NOT_FOUND"sv, 404},
    RpcCode{"ALREADY_EXISTS"sv, 409},
    RpcCode{"PERMISSION_DENIED"sv, 403},
    RpcCode{"RESOURCE_EXHAUSTED"sv, 429},
    RpcCode{"FAILED_PRECONDITION"sv, 400},
    RpcCode{"ABORTED"sv, 409},
    RpcCode{"OUT_OF_RANGE"sv, 400},
    RpcCode{"UNIMPLEMENTED"sv, 501},
    RpcCode{"INTERNAL"sv, 500},
    RpcCode{"UNAVAILABLE"sv, 503},
    RpcCode{"DATA_LOSS"sv, 500},
    RpcCode{"UNAUTHENTICATED"sv, 401},
};

/// "7", "7.0", "PERMISSION_DENIED"; nothing for anything else.
std::optional<int> rpcCodeOf(std::string_view text)
{
    const auto named = std::ranges::find(RpcCodes, text, &RpcCode::name);
    if (named != RpcCodes.end()) {
        return static_cast<int>(named - RpcCodes.begin());
    }
    int number = 0;
    const char *const textEnd = text.data() + text.size();
    const auto [end, error] = std::from_chars(text.data(), textEnd, number);
    const std::string_view rest(end, static_cast<std::size_t>(textEnd - end));
    const bool isWhole = rest.empty() || (rest.starts_with('.') && rest.substr(1) == "0"sv);
    return error == std::errc{} && isWhole ? std::optional(number) : std::nullopt;
}

/// 0 for what is no code.
int httpStatusOf(int rpcCode)
{
    return rpcCode >= 0 && static_cast<std::size_t>(rpcCode) < RpcCodes.size()
        ? RpcCodes[static_cast<std::size_t>(rpcCode)].httpStatus
        : 0;
}

/// What the entry's google.rpc.Status says.
struct RpcStatus
{
    std::optional<int> code = {}; ///< 0 where the entry has no status: it is left out then
    std::string_view message = {};
};

/// BigQuery fills a status that is none with nulls and an empty list.
bool isBlankStatus(AuditLog &log, std::string_view status)
{
    static constexpr std::array Blank{""sv, "null"sv, "[]"sv, "{}"sv, "\"\""sv};
    const auto isBlank = [](std::string_view json) {
        return std::ranges::find(Blank, json) != Blank.end();
    };
    if (isBlank(status)) {
        return true;
    }
    const auto &members = log.nested(status).all();
    return !members.empty() && std::ranges::all_of(members, isBlank, &JsonMembers::Member::json);
}

RpcStatus rpcStatusOf(AuditLog &log)
{
    const std::string_view code = log.text("status"sv, "code"sv);
    const std::string_view message = log.text("status"sv, "message"sv);
    const bool isGiven =
        !code.empty() || !message.empty() || !isBlankStatus(log, log.text("status"sv));
    return {.code = isGiven ? rpcCodeOf(code) : 0, .message = message};
}

int successCode(const GkeRequest &request)
{
    constexpr std::array Streams{"exec"sv, "attach"sv, "portforward"sv};
    if (std::ranges::find(Streams, request.subresource) != Streams.end()) {
        return 101;
    }
    return request.verb == "create"sv ? 201 : 200;
}

/// A code that is not known, or none beside a message, is a failure of which the code is unknown.
void composeStatus(EventComposer &event, AuditLog &log, const GkeRequest &request, bool isEnd)
{
    constexpr int Forbidden = 403;
    const RpcStatus status = rpcStatusOf(log);
    const bool isSuccess = status.code == 0 && !log.isDenied();
    if (isSuccess && !isEnd) {
        return;
    }
    const int code = isSuccess ? successCode(request)
        : status.code == 0     ? Forbidden
                               : httpStatusOf(status.code.value_or(-1));
    event.open("responseStatus"sv);
    event.json("metadata"sv, "{}"sv);
    if (!isSuccess) {
        event.text("status"sv, "Failure"sv);
        event.text("message"sv, status.message);
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
    const std::string_view body = log.body("request"sv, "requestJson"sv);
    const std::string_view response = log.body("response"sv, "responseJson"sv);
    const bool isFirstOfTwo = entry.text({"operation"sv, "first"sv}) == "true"sv
        && entry.text({"operation"sv, "last"sv}) != "true"sv;
    const std::string_view id = entry.text({"operation"sv, "id"sv});

    EventComposer event(entry.bytes().size());
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

} // namespace auditloupe
