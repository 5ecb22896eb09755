// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe {

/// The values of a query parameter of a request URI, in order, percent-decoded. `name` is
/// compared after decoding, as the API server does it.
std::vector<std::string> queryValues(std::string_view requestUri, std::string_view name);

/// A request URI with its query decoded, the arguments of a command behind each other.
struct DecodedUri
{
    std::string text = {};
    std::vector<std::size_t> origins = {}; ///< where each byte of the text stands, and its end
};

DecodedUri decodedUri(std::string_view requestUri);

/// The part before the query, as it was sent.
std::string_view uriPath(std::string_view requestUri);

} // namespace auditloupe
