// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/requesturi.h"

#include <charconv>

namespace auditloupe {

namespace {

/// A broken escape is kept as it stands.
std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        unsigned char byte = 0;
        if (text[i] == '%' && i + 2 < text.size()) {
            const char *end = text.data() + i + 3;
            if (std::from_chars(text.data() + i + 1, end, byte, 16).ptr == end) {
                result += static_cast<char>(byte);
                i += 2;
                continue;
            }
        }
        result += text[i] == '+' ? ' ' : text[i];
    }
    return result;
}

} // namespace

std::vector<std::string> queryValues(std::string_view requestUri, std::string_view name)
{
    std::vector<std::string> values;
    const std::size_t mark = requestUri.find('?');
    std::string_view rest = mark == std::string_view::npos ? "" : requestUri.substr(mark + 1);
    while (!rest.empty()) {
        const std::size_t end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? "" : rest.substr(end + 1);
        const std::size_t equals = pair.find('=');
        if (percentDecoded(pair.substr(0, equals)) == name) {
            values.push_back(equals == std::string_view::npos
                                 ? std::string()
                                 : percentDecoded(pair.substr(equals + 1)));
        }
    }
    return values;
}

std::string_view uriPath(std::string_view requestUri)
{
    return requestUri.substr(0, requestUri.find('?'));
}

} // namespace auditloupe
