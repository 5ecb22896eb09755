// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <string>
#include <string_view>

namespace auditloupe {

/// Puts an audit event together from what an export kept of one, as JSON. A member without data is
/// left out.
class EventComposer
{
public:
    /// `size` is about that of the event, in bytes.
    explicit EventComposer(std::size_t size = 512);

    void text(std::string_view name, std::string_view value);
    /// A value that is JSON already.
    void json(std::string_view name, std::string_view value);
    /// A string array of one value.
    void list(std::string_view name, std::string_view value);
    void open(std::string_view name);
    void close();

    std::string take();

private:
    void key(std::string_view name);
    void quoted(std::string_view text);

    std::string m_json;
    bool m_isFirst = false;
};

} // namespace auditloupe
