// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/logrequest.h"
#include "tests/bench/logtext.h"

#include <array>
#include <format>
#include <span>

namespace auditloupe {

namespace {

// What a reader that converts where it should copy would change.
constexpr std::array<std::string_view, 8> OddTexts{
    "naïve café ☕ \"quoted\" <b>&</b>",
    "line one\nline two\r\n\tindented",
    "C:\\logs\\audit",
    "separators \u2028 and \u2029, a joiner \u200d and a mark \ufeff",
    "right to left \u202egnp.exe",
    "astral 😀 𝒜, combining e\u0301, replacement \ufffd",
    "control \b\f\x01\x1f\x7f",
    "Grüße aus Köln — 東京 от Москвы"};

constexpr std::array<std::string_view, 8> OddNumbers{"9007199254740993",
                                                     "18446744073709551615",
                                                     "-9223372036854775808",
                                                     "0.30000000000000004",
                                                     "1e+21",
                                                     "123456789012345678901234567890",
                                                     "1.0",
                                                     "-0"};

constexpr std::array<std::string_view, 10> Words{"retry", "timeout", "upstream", "cache",
                                                 "shard", "replica", "region",   "quota",
                                                 "batch", "endpoint"};

void appendHead(std::string &out, const LogRequest &request)
{
    const Resource &resource = *request.deed->resource;
    out += R"({"kind":")";
    out += resource.kind;
    out += R"(","apiVersion":")";
    out += resource.group;
    if (!resource.group.empty()) {
        out += '/';
    }
    out += resource.version;
    out += '"';
}

void appendMetadata(std::string &out, const LogRequest &request, bool isResponse)
{
    out += R"(,"metadata":{"name":")";
    out += request.name;
    out += '"';
    if (request.deed->resource->scope == Scope::Namespaced) {
        appendMember(out, "namespace", request.objectNamespace);
    }
    if (isResponse) {
        appendMember(out, "uid", request.objectUid);
        appendMember(out, "resourceVersion", std::format("{}", request.resourceVersion + 1));
        out += R"(,"creationTimestamp":")";
        appendSeconds(out, request.receivedUs);
        out += '"';
    }
    out += R"(,"labels":{"app.kubernetes.io/managed-by":"Helm"}})";
}

void appendContainer(std::string &out, RandomSource &random)
{
    out += std::format(
        R"({{"name":"c{0}","image":"registry.example.com/shop/{1}:1.{2}.{0}","env":[)"
        R"({{"name":"LOG_LEVEL","value":"info"}}],"resources":{{"limits":{{"memory":"{3}Mi"}},)"
        R"("requests":{{"cpu":"{4}m","memory":"128Mi"}}}},"terminationMessagePath":)"
        R"("/dev/termination-log","imagePullPolicy":"IfNotPresent"}})",
        random.below(10), random.of(std::span(Words)), random.below(30), 128 << random.below(4),
        50 * (1 + random.below(9)));
}

void appendWorkload(std::string &out, RandomSource &random)
{
    const std::size_t replicas = 1 + random.below(5);
    out += std::format(R"(,"spec":{{"replicas":{},"template":{{"metadata":{{"labels":{{"app":)"
                       R"("{}"}}}},"spec":{{"containers":[)",
                       replicas, random.of(std::span(Words)));
    const auto containers = random.skewed(1, 12);
    for (std::int64_t i = 0; i < containers; ++i) {
        out += i == 0 ? "" : ",";
        appendContainer(out, random);
    }
    out += std::format(R"(],"restartPolicy":"Always","dnsPolicy":"ClusterFirst"}}}}}},"status":)"
                       R"({{"replicas":{0},"readyReplicas":{0},"observedGeneration":{1}}}}})",
                       replicas, 1 + random.below(90));
}

void appendPodStatus(std::string &out, RandomSource &random, std::int64_t us)
{
    out += R"({"metadata":{"uid":")";
    appendUuid(out, random);
    out += R"("},"status":{"conditions":[{"lastTransitionTime":")";
    appendSeconds(out, us);
    out += R"(","status":"True","type":"Ready"}],"containerStatuses":[{"containerID":)"
           R"("containerd://)";
    appendHex(out, random, 64);
    out += std::format(R"(","ready":true,"restartCount":{},"state":{{"running":{{"startedAt":")",
                       random.below(6));
    appendSeconds(out, us - 2'000'000);
    out += R"("}}}],"phase":"Running"}})";
}

void appendClusterEvent(std::string &out, const LogRequest &request, RandomSource &random)
{
    out += R"(,"involvedObject":{"kind":"Pod")";
    appendMember(out, "namespace", request.objectNamespace);
    appendMember(out, "name", std::string_view(request.name).substr(0, request.name.find(".18")));
    appendMember(out, "uid", request.objectUid);
    out += R"(},"reason":"Unhealthy","message":")";
    appendEscaped(out,
                  std::format("Readiness probe failed: Get \"http://10.1.{}.{}:8080/ready\": "
                              "context deadline exceeded",
                              random.below(250), random.below(250)));
    out += R"(","source":{"component":"kubelet"},"firstTimestamp":")";
    appendSeconds(out, request.receivedUs);
    out += std::format(R"(","count":{},"type":"Warning","eventTime":null}})", 1 + random.below(30));
}

void appendConfig(std::string &out, RandomSource &random)
{
    out += R"(,"data":{"mode":"live")";
    const auto entries = random.skewed(2, 60);
    for (std::int64_t i = 0; i < entries; ++i) {
        const std::string_view word = random.of(std::span(Words));
        if (random.perMille(250)) {
            appendMember(out, std::format("{}.{}", word, i), random.of(std::span(OddTexts)));
        } else {
            appendMember(out, std::format("{}.{}", word, i),
                         std::format("{}={}s", random.of(std::span(Words)), random.below(900)));
        }
    }
    out += "}}";
}

void appendCustom(std::string &out, RandomSource &random)
{
    out += R"(,"spec":{"project":"default","limits":{)";
    const auto limits = random.skewed(2, 60);
    for (std::int64_t i = 0; i < limits; ++i) {
        out += std::format(R"({}"{}{}":{})", i == 0 ? "" : ",", random.of(std::span(Words)), i,
                           random.of(std::span(OddNumbers)));
    }
    out += R"(},"note":")";
    appendEscaped(out, random.of(std::span(OddTexts)));
    out += R"("}})";
}

void appendOptions(std::string &out, RandomSource &random)
{
    out += R"({"kind":"DeleteOptions","apiVersion":"meta.k8s.io/__internal","preconditions":)"
           R"({"uid":")";
    appendUuid(out, random);
    out += R"("},"propagationPolicy":"Background"})";
}

} // namespace

void appendFailure(std::string &out, const LogRequest &request)
{
    const bool isObject = request.deed->resource != nullptr;
    const std::string_view resource = isObject ? request.deed->resource->resource : "the URL";
    std::string message;
    std::string_view reason = "Unauthorized";
    switch (request.code) {
    case 403:
        message =
            std::format("{} is forbidden: User \"{}\" cannot {} resource \"{}\" in API group "
                        "\"{}\" in the namespace \"{}\"",
                        resource, request.actor->name, request.deed->verb, resource,
                        isObject ? request.deed->resource->group : "", request.objectNamespace);
        reason = "Forbidden";
        break;
    case 404:
        message = std::format("{} \"{}\" not found", resource, request.name);
        reason = "NotFound";
        break;
    case 409:
        message = std::format("Operation cannot be fulfilled on {} \"{}\": the object has been "
                              "modified; please apply your changes to the latest version",
                              resource, request.name);
        reason = "Conflict";
        break;
    default:
        message = "Unauthorized";
    }
    out += R"("status":"Failure")";
    appendMember(out, "message", message);
    appendMember(out, "reason", reason);
    if (isObject && request.code != 401) {
        out += R"(,"details":{)";
        if (!request.name.empty()) {
            out += std::format(R"("name":"{}",)", request.name);
        }
        out += std::format(R"("kind":"{}"}})", resource);
    }
}

void appendBody(std::string &out, const LogRequest &request, bool isResponse)
{
    if (isResponse && (request.code >= 400 || request.deed->shape == BodyShape::Options)) {
        out += R"({"kind":"Status","apiVersion":"v1","metadata":{},)";
        if (request.code >= 400) {
            appendFailure(out, request);
        } else {
            out += R"("status":"Success")";
        }
        out += std::format(R"(,"code":{}}})", request.code);
        return;
    }
    RandomSource random(request.bodySeed);
    const BodyShape shape = request.deed->shape;
    if (shape == BodyShape::Options) {
        appendOptions(out, random);
        return;
    }
    if (shape == BodyShape::PodStatus) {
        appendPodStatus(out, random, request.receivedUs);
        return;
    }
    appendHead(out, request);
    appendMetadata(out, request, isResponse);
    if (shape == BodyShape::Event) {
        appendClusterEvent(out, request, random);
    } else if (shape == BodyShape::Config) {
        appendConfig(out, random);
    } else if (shape == BodyShape::Custom) {
        appendCustom(out, random);
    } else {
        appendWorkload(out, random);
    }
}

} // namespace auditloupe
