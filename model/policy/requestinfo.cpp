// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/requestinfo.h"

#include "model/policy/selectors.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <map>
#include <vector>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Nothing for a broken escape.
std::optional<std::string> unescaped(std::string_view text, bool isQuery)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '%') {
            result += isQuery && text[i] == '+' ? ' ' : text[i];
            continue;
        }
        unsigned char byte = 0;
        if (text.size() - i < 3) {
            return std::nullopt;
        }
        const char *end = text.data() + i + 3;
        if (std::from_chars(text.data() + i + 1, end, byte, 16).ptr != end) {
            return std::nullopt;
        }
        result += static_cast<char>(byte);
        i += 2;
    }
    return result;
}

using Query = std::map<std::string, std::string>;

/// The first value of each parameter. Broken pairs are left out, as Go does.
Query queryOf(std::string_view text)
{
    Query query;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('&'), text.size());
        const std::string_view pair = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        if (pair.empty() || pair.contains(';')) {
            continue;
        }
        const std::size_t equals = std::min(pair.find('='), pair.size());
        const auto name = unescaped(pair.substr(0, equals), true);
        const auto value = unescaped(pair.substr(std::min(equals + 1, pair.size())), true);
        if (name && value) {
            query.try_emplace(*name, *value);
        }
    }
    return query;
}

const std::string *valueOf(const Query &query, const std::string &name)
{
    const auto found = query.find(name);
    return found == query.end() ? nullptr : &found->second;
}

bool isTrue(const std::string *value)
{
    if (value == nullptr || *value == "0") {
        return false;
    }
    const auto lower = [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    };
    return !std::ranges::equal(*value, "false"sv, {}, lower);
}

bool isInteger(const std::string *value)
{
    if (value == nullptr) {
        return true;
    }
    std::string_view digits = *value;
    if (digits.starts_with('+')) {
        digits.remove_prefix(1);
        if (digits.starts_with('-')) {
            return false;
        }
    }
    std::int64_t number = 0;
    const char *end = digits.data() + digits.size();
    const auto parsed = std::from_chars(digits.data(), end, number);
    return parsed.ec == std::errc() && parsed.ptr == end;
}

std::vector<std::string_view> segmentsOf(std::string_view path)
{
    const std::size_t begin = path.find_first_not_of('/');
    if (begin == std::string_view::npos) {
        return {};
    }
    path = path.substr(begin, path.find_last_not_of('/') - begin + 1);
    std::vector<std::string_view> segments;
    while (true) {
        const std::size_t slash = path.find('/');
        segments.push_back(path.substr(0, slash));
        if (slash == std::string_view::npos) {
            return segments;
        }
        path.remove_prefix(slash + 1);
    }
}

std::string_view resourceVerb(std::string_view method)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 6> Verbs{
        {{"POST", "create"},
         {"GET", "get"},
         {"HEAD", "get"},
         {"PUT", "update"},
         {"PATCH", "patch"},
         {"DELETE", "delete"}}};
    const auto *found =
        std::ranges::find(Verbs, method, &std::pair<std::string_view, std::string_view>::first);
    return found == Verbs.end() ? "" : found->second;
}

/// What a list says beside its path.
void resolveList(RequestInfo &info, const Query &query)
{
    const std::string *fields = valueOf(query, "fieldSelector");
    const std::string *labels = valueOf(query, "labelSelector");
    info.verb = isTrue(valueOf(query, "watch")) ? "watch" : "list";
    const bool isUnderstood = isInteger(valueOf(query, "timeoutSeconds"))
        && isInteger(valueOf(query, "limit")) && (labels == nullptr || isLabelSelector(*labels));
    if (!isUnderstood || fields == nullptr) {
        return;
    }
    const std::optional<std::string> name = nameOfFieldSelector(*fields);
    if (name && *name != "." && *name != ".." && !name->contains('/') && !name->contains('%')) {
        info.name = *name;
    }
}

/// From the resource, or a verb that stands before it, on. False for a verb with nothing behind.
bool resolveResource(RequestInfo &info, std::span<const std::string_view> parts,
                     std::string_view method, const Query &query)
{
    if (parts[0] == "proxy" || parts[0] == "watch") {
        if (parts.size() < 2) {
            return false;
        }
        info.verb = parts[0];
        parts = parts.subspan(1);
    } else {
        info.verb = resourceVerb(method);
    }
    if (parts[0] == "namespaces" && parts.size() > 1) {
        info.objectNamespace = parts[1];
        if (parts.size() > 2 && parts[2] != "status" && parts[2] != "finalize") {
            parts = parts.subspan(2);
        }
    }
    info.resource = parts[0];
    info.name = parts.size() > 1 ? parts[1] : "";
    info.subresource = parts.size() > 2 && info.verb != "proxy" ? parts[2] : "";
    if (info.name.empty() && info.verb == "get") {
        resolveList(info, query);
    }
    if (info.name.empty() && info.verb == "delete") {
        info.verb = "deletecollection";
    }
    return true;
}

bool isLongRunning(const RequestInfo &info)
{
    constexpr std::array Subresources{"attach"sv, "exec"sv, "proxy"sv, "log"sv, "portforward"sv};
    return info.verb == "watch" || info.verb == "proxy"
        || (info.isResourceRequest ? std::ranges::contains(Subresources, info.subresource)
                                   : info.path.starts_with("/debug/pprof/"));
}

/// Without scheme and host, which a proxy's request has.
std::string_view withoutHost(std::string_view uri)
{
    const std::size_t scheme = uri.starts_with('/') ? std::string_view::npos : uri.find("://");
    if (scheme == std::string_view::npos) {
        return uri;
    }
    const std::size_t path = uri.find_first_of("/?", scheme + 3);
    return path == std::string_view::npos ? "" : uri.substr(path);
}

} // namespace

RequestAttributes RequestInfo::attributes() const
{
    return {.verb = verb,
            .objectNamespace = objectNamespace,
            .apiGroup = apiGroup,
            .resource = resource,
            .subresource = subresource,
            .name = name,
            .path = path,
            .isResourceRequest = isResourceRequest};
}

std::optional<RequestInfo> requestInfo(std::string_view method, std::string_view uri)
{
    uri = withoutHost(uri);
    const std::size_t mark = std::min(uri.find('?'), uri.size());
    const auto path = unescaped(uri.substr(0, mark), false);
    if (!path) {
        return std::nullopt;
    }
    RequestInfo info{.path = *path, .verb = std::string(method)};
    std::ranges::transform(info.verb, info.verb.begin(), [](char c) {
        return static_cast<char>(c >= 'A' && c <= 'Z' ? c | 0x20 : c);
    });
    const std::vector<std::string_view> segments = segmentsOf(*path);
    const bool isCore = !segments.empty() && segments[0] == "api";
    const std::size_t head = isCore ? 2 : 3; // prefix, group, version
    if (segments.size() > head && (isCore || segments[0] == "apis")) {
        info.isResourceRequest = true;
        info.apiGroup = isCore ? "" : segments[1];
        info.apiVersion = segments[head - 1];
        const Query query = queryOf(uri.substr(std::min(mark + 1, uri.size())));
        if (!resolveResource(info, std::span(segments).subspan(head), method, query)) {
            return std::nullopt;
        }
    }
    info.isLongRunning = isLongRunning(info);
    return info;
}

} // namespace auditloupe
