// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logrequest.h"

#include "tests/bench/logtext.h"

#include <format>

namespace auditloupe {

namespace {

constexpr std::string_view ScannerAgent = "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 "
                                          "(KHTML, like Gecko) Chrome/131.0.0.0 Safari/537.36";

std::string_view stageText(LogStage stage)
{
    switch (stage) {
    case LogStage::Received:
        return "RequestReceived";
    case LogStage::Started:
        return "ResponseStarted";
    case LogStage::Complete:
        break;
    }
    return "ResponseComplete";
}

std::string_view levelText(const LogRequest &request)
{
    switch (request.deed->bodies) {
    case BodyKind::None:
        break;
    case BodyKind::Request:
        return "Request";
    case BodyKind::Both:
        return "RequestResponse";
    }
    return "Metadata";
}

bool isCreation(const Deed &deed)
{
    return deed.verb == "create" && deed.subresource.empty();
}

void appendUri(std::string &out, const LogRequest &request)
{
    const Deed &deed = *request.deed;
    if (deed.resource != nullptr) {
        const Resource &resource = *deed.resource;
        out += resource.group.empty() ? "/api" : "/apis/";
        out += resource.group;
        out += '/';
        out += resource.version;
        if (resource.scope == Scope::Namespaced) {
            out += "/namespaces/";
            out += request.objectNamespace;
        }
        out += '/';
        out += resource.resource;
        if (!request.name.empty() && !isCreation(deed)) {
            out += '/';
            out += request.name;
        }
        if (!deed.subresource.empty()) {
            out += '/';
            out += deed.subresource;
        }
    }
    appendEscaped(out, deed.query);
}

void appendUser(std::string &out, const LogRequest &request)
{
    out += R"(","verb":")";
    out += request.deed->verb;
    out += R"(","user":)";
    out += request.actor == nullptr ? std::string_view("{}") : request.actor->user;
    if (request.impersonates) {
        out += R"(,"impersonatedUser":{"username":"system:admin","groups":["system:masters",)"
               R"("system:authenticated"]})";
    }
    out += R"(,"sourceIPs":[")";
    if (request.forwarded) {
        out += R"(198.51.100.17",")";
    }
    out += request.actor == nullptr ? std::string_view("203.0.113.66") : request.actor->address;
    out += R"("],"userAgent":")";
    out += request.actor == nullptr ? ScannerAgent : request.actor->agent;
    out += '"';
}

void appendObject(std::string &out, const LogRequest &request, LogStage stage)
{
    const Deed &deed = *request.deed;
    if (deed.resource == nullptr) {
        return;
    }
    out += R"(,"objectRef":{"resource":")";
    out += deed.resource->resource;
    out += '"';
    if (deed.resource->scope == Scope::Namespaced) {
        appendMember(out, "namespace", request.objectNamespace);
    }
    // The name in a created object is only known once its body was read.
    if (!request.name.empty() && (stage != LogStage::Received || !isCreation(deed))) {
        appendMember(out, "name", request.name);
    }
    const bool isUpdate = deed.verb == "update" && stage != LogStage::Received;
    if (isUpdate) {
        appendMember(out, "uid", request.objectUid);
    }
    if (!deed.resource->group.empty()) {
        appendMember(out, "apiGroup", deed.resource->group);
    }
    appendMember(out, "apiVersion", deed.resource->version);
    if (isUpdate) {
        appendMember(out, "resourceVersion", std::format("{}", request.resourceVersion));
    }
    if (!deed.subresource.empty()) {
        appendMember(out, "subresource", deed.subresource);
    }
    out += '}';
}

void appendStatus(std::string &out, const LogRequest &request)
{
    out += R"(,"responseStatus":{"metadata":{},)";
    if (request.code >= 400) {
        appendFailure(out, request);
        out += ',';
    }
    out += R"("code":)";
    appendNumber(out, request.code);
    out += '}';
}

void appendBodies(std::string &out, const LogRequest &request)
{
    // A request is refused before its body is read.
    if (request.code != 403 && request.code != 401) {
        out += R"(,"requestObject":)";
        appendBody(out, request, false);
    }
    if (request.deed->bodies == BodyKind::Both) {
        out += R"(,"responseObject":)";
        appendBody(out, request, true);
    }
}

void appendAnnotations(std::string &out, const LogRequest &request, std::int64_t stageUs)
{
    constexpr std::int64_t SlowUs = 500'000;
    if (request.actor == nullptr) {
        return;
    }
    out += R"(,"annotations":{)";
    const std::int64_t latencyUs = stageUs - request.receivedUs;
    if (latencyUs > SlowUs && request.deed->verb != "watch") {
        out += std::format(R"("apiserver.latency.k8s.io/etcd":"{}.{:03}ms",)"
                           R"("apiserver.latency.k8s.io/total":"{}.{:03}ms",)",
                           latencyUs / 1200, latencyUs % 1000, latencyUs / 1000, latencyUs % 1000);
    }
    const bool isAllowed = request.code != 403;
    out += R"("authorization.k8s.io/decision":")";
    out += isAllowed ? "allow" : "forbid";
    out += R"(","authorization.k8s.io/reason":")";
    if (isAllowed) {
        out += request.actor->reason;
    }
    out += "\"}";
}

} // namespace

bool hasBodies(const LogRequest &request, LogStage stage)
{
    return stage == LogStage::Complete
        && (request.deed->bodies == BodyKind::Both
            || (request.deed->bodies == BodyKind::Request && request.code != 403
                && request.code != 401));
}

void appendEvent(std::string &out, const LogRequest &request, LogStage stage, std::int64_t stageUs)
{
    out += R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":")";
    out += levelText(request);
    out += R"(","auditID":")";
    out += request.auditId;
    out += R"(","stage":")";
    out += stageText(stage);
    out += R"(","requestURI":")";
    appendUri(out, request);
    appendUser(out, request);
    appendObject(out, request, stage);
    if (stage != LogStage::Received) {
        appendStatus(out, request);
    }
    if (hasBodies(request, stage)) {
        appendBodies(out, request);
    }
    out += R"(,"requestReceivedTimestamp":")";
    appendTime(out, request.receivedUs);
    out += R"(","stageTimestamp":")";
    appendTime(out, stageUs);
    out += '"';
    if (stage != LogStage::Received) {
        appendAnnotations(out, request, stageUs);
    }
    out += "}\n";
}

} // namespace auditloupe
