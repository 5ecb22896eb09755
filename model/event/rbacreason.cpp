// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/rbacreason.h"

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

/// Eats the text piece by piece; after the first piece that is not there, nothing more.
class Reader
{
public:
    explicit Reader(std::string_view text)
        : m_rest(text)
    {
    }

    void expect(std::string_view text)
    {
        ok = ok && m_rest.starts_with(text);
        if (ok) {
            m_rest.remove_prefix(text.size());
        }
    }

    std::string word()
    {
        const std::size_t end = m_rest.find(' ');
        ok = ok && end != std::string_view::npos && end > 0;
        return ok ? take(end) : std::string();
    }

    /// A quoted name; quotes and backslashes in it are escaped as Go does it.
    std::string quoted()
    {
        expect("\""sv);
        std::string result;
        while (ok && !m_rest.empty() && m_rest[0] != '"') {
            if (m_rest[0] == '\\' && m_rest.size() > 1) {
                m_rest.remove_prefix(1);
            }
            result += take(1);
        }
        expect("\""sv);
        return result;
    }

    bool isDone() const { return ok && m_rest.empty(); }

    bool ok = true;

private:
    std::string take(std::size_t size)
    {
        std::string result(m_rest.substr(0, size));
        m_rest.remove_prefix(size);
        return result;
    }

    std::string_view m_rest;
};

} // namespace

std::optional<RbacReason> parseRbacReason(std::string_view reason)
{
    RbacReason result;
    Reader reader(reason);
    reader.expect("RBAC: allowed by "sv);
    result.bindingKind = reader.word();
    reader.expect(" "sv);
    result.binding = reader.quoted();
    reader.expect(" of "sv);
    result.roleKind = reader.word();
    reader.expect(" "sv);
    result.role = reader.quoted();
    reader.expect(" to "sv);
    result.subjectKind = reader.word();
    reader.expect(" "sv);
    result.subject = reader.quoted();
    if (!reader.isDone()) {
        return std::nullopt;
    }
    return result;
}

} // namespace auditloupe
