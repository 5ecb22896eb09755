// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/requesturi.h"

#include <charconv>

namespace auditloupe {

namespace {

/// What stands at a place of a query.
struct Decoded
{
    char character = 0;
    std::size_t length = 1; // of what is encoded
};

/// A broken escape is kept as it stands.
Decoded decodedAt(std::string_view text, std::size_t at)
{
    unsigned char byte = 0;
    if (text[at] == '%' && at + 2 < text.size()) {
        const char *end = text.data() + at + 3;
        if (std::from_chars(text.data() + at + 1, end, byte, 16).ptr == end) {
            return {.character = static_cast<char>(byte), .length = 3};
        }
    }
    return {.character = text[at] == '+' ? ' ' : text[at]};
}

std::string percentDecoded(std::string_view text)
{
    std::string result;
    result.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded one = decodedAt(text, at);
        result += one.character;
        at += one.length;
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

DecodedUri decodedUri(std::string_view requestUri)
{
    constexpr std::string_view NextArgument = "&command=";
    DecodedUri decoded{.text = std::string(uriPath(requestUri))};
    for (std::size_t at = 0; at < decoded.text.size(); ++at) {
        decoded.origins.push_back(at);
    }
    for (std::size_t at = decoded.text.size(); at < requestUri.size();) {
        const bool isNext = requestUri.substr(at).starts_with(NextArgument);
        const Decoded one = isNext ? Decoded{.character = ' ', .length = NextArgument.size()}
                                   : decodedAt(requestUri, at);
        decoded.text += one.character;
        decoded.origins.push_back(at);
        at += one.length;
    }
    decoded.origins.push_back(requestUri.size());
    return decoded;
}

std::string_view uriPath(std::string_view requestUri)
{
    return requestUri.substr(0, requestUri.find('?'));
}

} // namespace auditloupe
