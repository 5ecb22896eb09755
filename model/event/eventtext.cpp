// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"

using namespace Qt::StringLiterals;

namespace auditloupe {

using namespace std::string_view_literals;

QString jqFilter(const QString &path)
{
    return u'.' + path;
}

QString jsonPath(const QString &path)
{
    return path.isEmpty() || path.startsWith(u'[') ? u'$' + path : u"$."_s + path;
}

QString kubectlGetRaw(std::string_view requestUri)
{
    constexpr auto Hex = "0123456789ABCDEF"sv;
    if (requestUri.empty()) {
        return {};
    }
    std::string argument = requestUri.starts_with('/') ? "" : "/";
    for (const char c : requestUri) {
        // A quote would end the argument; anything unprintable could act on a terminal.
        if (c > ' ' && c <= '~' && c != '\'') {
            argument += c;
        } else {
            const auto byte = static_cast<unsigned char>(c);
            argument += '%';
            argument += Hex[byte >> 4];
            argument += Hex[byte & 0xF];
        }
    }
    return u"kubectl get --raw '%1'"_s.arg(QString::fromLatin1(argument));
}

} // namespace auditloupe
