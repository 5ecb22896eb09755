// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/eventcomposer.h"

#include "model/event/eventparser.h"
#include "model/event/jsontokens.h"

namespace auditloupe {

EventComposer::EventComposer(std::size_t size)
{
    m_json.reserve(size + EventParser::Padding);
    m_json = R"({"kind":"Event","apiVersion":"audit.k8s.io/v1")";
}

void EventComposer::text(std::string_view name, std::string_view value)
{
    if (value.data() != nullptr) {
        key(name);
        quoted(value);
    }
}

void EventComposer::json(std::string_view name, std::string_view value)
{
    if (value.data() != nullptr && !value.empty()) {
        key(name);
        m_json += value;
    }
}

void EventComposer::list(std::string_view name, std::string_view value)
{
    if (value.data() != nullptr) {
        key(name);
        m_json += '[';
        quoted(value);
        m_json += ']';
    }
}

void EventComposer::open(std::string_view name)
{
    key(name);
    m_json += '{';
    m_isFirst = true;
}

void EventComposer::close()
{
    m_json += '}';
    m_isFirst = false;
}

std::string EventComposer::take()
{
    m_json += '}';
    return std::move(m_json);
}

void EventComposer::quoted(std::string_view text)
{
    m_json += '"';
    appendEscapedJson(m_json, text);
    m_json += '"';
}

void EventComposer::key(std::string_view name)
{
    m_json += m_isFirst ? "\"" : ",\"";
    m_json += name;
    m_json += "\":";
    m_isFirst = false;
}

} // namespace auditloupe
