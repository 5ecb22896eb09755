// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/legacyline.h"

#include "model/event/jsontokens.h"
#include "model/event/requesturi.h"
#include "model/sources/eventcomposer.h"

#include <algorithm>
#include <vector>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// The text of a quoted value and where it ends; Go's escapes are JSON's but for \x and \a, which
/// no audit line needs.
std::string quoted(std::string_view text, std::size_t &at)
{
    const std::size_t begin = at;
    while (at < text.size() && text[at] != '"') {
        at += text[at] == '\\' ? 2 : 1;
    }
    at = std::min(at, text.size());
    return unescapeJson(text.substr(begin, at - begin));
}

std::vector<std::string_view> segments(std::string_view path)
{
    std::vector<std::string_view> parts;
    for (std::size_t begin = 1; begin < path.size();) {
        const std::size_t end = std::min(path.find('/', begin), path.size());
        parts.push_back(path.substr(begin, end - begin));
        begin = end + 1;
    }
    return parts;
}

struct Target
{
    std::string_view apiGroup = {};
    std::string_view apiVersion = {};
    std::string_view objectNamespace = {};
    std::string_view resource = {};
    std::string_view name = {};
    std::string_view subresource = {};
};

/// What a path of the API addresses, as far as it says.
Target targetOf(std::string_view path)
{
    const std::vector<std::string_view> parts = segments(path);
    const auto part = [&](std::size_t i) {
        return i < parts.size() ? parts[i] : std::string_view{};
    };
    Target target;
    const bool isCore = part(0) == "api"sv;
    if (!isCore && part(0) != "apis"sv) {
        return target;
    }
    std::size_t at = isCore ? 2 : 3;
    target.apiGroup = isCore ? ""sv : part(1);
    target.apiVersion = part(isCore ? 1 : 2);
    if (part(at) == "namespaces"sv && !part(at + 2).empty() && part(at + 2) != "status"sv
        && part(at + 2) != "finalize"sv) {
        target.objectNamespace = part(at + 1);
        at += 2;
    }
    target.resource = part(at);
    target.name = part(at + 1);
    target.subresource = part(at + 2);
    if (target.resource == "namespaces"sv) {
        target.objectNamespace = target.name;
    }
    return target;
}

/// Lines from before 1.8 have the HTTP method.
std::string verbOf(std::string method, std::string_view uri, const Target &target)
{
    const bool isHttp = std::ranges::all_of(method, [](char c) { return c >= 'A' && c <= 'Z'; });
    if (!isHttp) {
        return method;
    }
    std::ranges::transform(method, method.begin(),
                           [](char c) { return static_cast<char>(c - 'A' + 'a'); });
    if (target.resource.empty()) {
        return method;
    }
    const std::vector<std::string> watch = queryValues(uri, "watch"sv);
    const bool watches = !watch.empty() && watch.front() != "false" && watch.front() != "0";
    if (method == "get" || method == "head") {
        return watches ? "watch" : target.name.empty() ? "list" : "get";
    }
    if (method == "delete") {
        return target.name.empty() ? "deletecollection" : "delete";
    }
    return method == "post" ? "create" : method == "put" ? "update" : method;
}

std::string_view orAbsent(const std::string &text)
{
    return text.empty() ? std::string_view{} : std::string_view(text);
}

std::string_view orAbsent(std::string_view text)
{
    return text.empty() ? std::string_view{} : text;
}

void composeTarget(EventComposer &event, const Target &target)
{
    if (target.resource.empty()) {
        return;
    }
    event.open("objectRef"sv);
    event.text("resource"sv, target.resource);
    event.text("namespace"sv, orAbsent(target.objectNamespace));
    event.text("name"sv, orAbsent(target.name));
    event.text("apiGroup"sv, orAbsent(target.apiGroup));
    event.text("apiVersion"sv, orAbsent(target.apiVersion));
    event.text("subresource"sv, orAbsent(target.subresource));
    event.close();
}

} // namespace

LegacyLine::LegacyLine(std::string_view line)
    : m_time(line.substr(0, line.find(' ')))
{
    constexpr std::size_t MostValues = 64; // the format has a dozen
    for (std::size_t at = std::min(line.find("AUDIT: "sv), line.size());
         at < line.size() && m_values.size() < MostValues;) {
        const std::size_t equals = line.find("=\""sv, at);
        if (equals == std::string_view::npos) {
            break;
        }
        const std::string_view before = line.substr(at, equals - at);
        const std::string name(before.substr(before.rfind(' ') + 1));
        at = equals + 2;
        m_values[name] = quoted(line, at);
        ++at;
    }
}

std::string LegacyLine::value(std::string_view name) const
{
    const auto found = m_values.find(name);
    const bool isPlaceholder = found != m_values.end() && found->second.starts_with('<');
    return found == m_values.end() || isPlaceholder ? std::string() : found->second;
}

std::string LegacyLine::toEvent() const
{
    const std::string uri = value("uri"sv);
    const std::string stage = value("stage"sv);
    const std::string response = value("response"sv);
    const Target target = targetOf(uriPath(uri));
    const bool isEnd = m_values.contains("response");

    EventComposer event;
    event.text("auditID"sv, value("id"sv));
    event.text("stage"sv,
               !stage.empty() ? std::string_view(stage)
                   : isEnd    ? "ResponseComplete"sv
                              : "RequestReceived"sv);
    event.text("requestURI"sv, orAbsent(uri));
    event.text("verb"sv, orAbsent(verbOf(value("method"sv), uri, target)));
    const std::string user = value("user"sv);
    const std::string groups = value("groups"sv);
    event.open("user"sv);
    event.text("username"sv, orAbsent(user));
    event.json("groups"sv, groups.starts_with('"') ? "[" + groups + "]" : std::string());
    event.close();
    const std::string as = value("as"sv);
    if (!as.empty()) {
        event.open("impersonatedUser"sv);
        event.text("username"sv, as);
        event.close();
    }
    event.list("sourceIPs"sv, orAbsent(value("ip"sv)));
    event.text("userAgent"sv, orAbsent(value("user-agent"sv)));
    composeTarget(event, target);
    if (!response.empty() && response.find_first_not_of("0123456789") == std::string::npos) {
        event.open("responseStatus"sv);
        event.json("code"sv, response);
        event.close();
    }
    event.text("stageTimestamp"sv, m_time);
    return event.take();
}

bool LegacyLine::isOne(std::string_view line)
{
    constexpr std::size_t LongestTime = 80;
    return line.substr(0, LongestTime).find(" AUDIT: id=\"") != std::string_view::npos
        && !LegacyLine(line).value("id").empty();
}

} // namespace auditloupe
