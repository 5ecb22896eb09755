// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace auditloupe {

/// What an audit policy looks at, as views. Where there is no user at all (401) neither users nor
/// userGroups of a rule match.
struct RequestAttributes
{
    std::optional<std::string_view> user = {}; ///< the authenticated one, never the impersonated
    std::span<const std::string_view> groups = {};
    std::string_view verb = {};
    std::string_view objectNamespace = {};
    std::string_view apiGroup = {};
    std::string_view resource = {};
    std::string_view subresource = {};
    std::string_view name = {};
    std::string_view path = {};
    bool isResourceRequest = false;
};

/// What the API server makes of a method and a URI.
struct RequestInfo
{
    bool isResourceRequest = false;
    bool isLongRunning = false; ///< watch, proxy, exec, attach, portforward, log, profiling
    std::string path = {}; ///< decoded, without the query
    std::string verb = {}; ///< empty for methods that resources do not know
    std::string apiGroup = {};
    std::string apiVersion = {};
    std::string objectNamespace = {};
    std::string resource = {};
    std::string subresource = {};
    std::string name = {};

    /// Views into this, without a user.
    RequestAttributes attributes() const;
};

/// Resolves a request as the API server does before it asks the policy: a create has no name, a
/// list by `fieldSelector=metadata.name=x` has one. Nothing where the API server refuses the URI
/// before it asks: broken escapes, /api/v1/watch. Source: pkg/endpoints/request/requestinfo.go of
/// k8s.io/apiserver.
std::optional<RequestInfo> requestInfo(std::string_view method, std::string_view uri);

} // namespace auditloupe
