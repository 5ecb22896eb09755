// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/evidence/eventform.h"

#include "model/evidence/membertree.h"

#include <simdjson.h>

#include <algorithm>
#include <cstring>

using namespace simdjson;
using namespace std::string_view_literals;

namespace auditloupe {
namespace {

constexpr std::size_t MostForeign = 8; // of one event

/// "2023-05-17T15:08:22.763960Z" with its quotes.
bool isServerTime(std::string_view token)
{
    constexpr std::string_view Shape = R"("0000-00-00T00:00:00.000000Z")";
    return std::ranges::equal(token, Shape, [](char c, char shape) {
        return shape == '0' ? c >= '0' && c <= '9' : c == shape;
    });
}

bool hasMarkup(std::string_view text)
{
    return std::ranges::any_of(
        "&<>"sv, [text](char c) { return std::memchr(text.data(), c, text.size()) != nullptr; });
}

/// Whether a member stands right behind "{" or "," and its value right behind the colon. `key`
/// points into the text, behind the key's opening quote.
bool isCompact(const char *key, std::size_t length)
{
    const bool before = key[-2] == '{' || key[-2] == ',';
    const char *behind = key + length + 1;
    return before && behind[0] == ':' && !" \t\r\n"sv.contains(behind[1]);
}

/// Walks the objects of one event that memberTree() knows.
class FormWalk
{
public:
    explicit FormWalk(EventForm &form)
        : m_form(form)
    {
    }

    error_code walk(ondemand::object object, std::size_t number);

private:
    error_code member(std::string_view key, ondemand::value value,
                      const MemberObject::Member &known);
    void compareOrder(const MemberObject &object, std::string_view key, std::size_t at);

    EventForm &m_form;
    std::string_view m_lastKey;
    std::size_t m_next = 0; // of a Struct: the member behind the last one
};

void FormWalk::compareOrder(const MemberObject &object, std::string_view key, std::size_t at)
{
    const bool isKnown = at < object.members.size();
    if (object.kind == MemberObject::Kind::Map) {
        // Go sorts keys without their escapes; hardly any key has one.
        if (m_lastKey.data() != nullptr && key <= m_lastKey && !key.contains('\\')
            && !m_lastKey.contains('\\')) {
            m_form.set(Unlike::KeyOrder);
        }
        m_lastKey = key;
    } else if (object.kind == MemberObject::Kind::Struct && isKnown) {
        if (at < m_next) {
            m_form.set(Unlike::MemberOrder);
        }
        m_next = std::max(m_next, at + 1);
    } else if (object.kind == MemberObject::Kind::Struct) {
        m_form.set(Unlike::ForeignMember);
        if (m_form.foreign.size() < MostForeign) {
            m_form.foreign.push_back(object.path.empty() ? std::string(key)
                                                         : object.path + '.' + std::string(key));
        }
    }
}

error_code FormWalk::member(std::string_view key, ondemand::value value,
                            const MemberObject::Member &known)
{
    ondemand::json_type type = ondemand::json_type::null;
    if (const error_code error = value.type().get(type); error != SUCCESS) {
        return error;
    }
    if (type == ondemand::json_type::null) {
        return SUCCESS;
    }
    if (known.field) {
        m_form.present.set(*known.field);
    }
    if (known.object && type == ondemand::json_type::object) {
        ondemand::object inner;
        const error_code error = value.get_object().get(inner);
        return error == SUCCESS ? FormWalk(m_form).walk(inner, *known.object) : error;
    }
    if (key == "requestReceivedTimestamp"sv || key == "stageTimestamp"sv) {
        std::string_view token = value.raw_json_token();
        token = token.substr(0, token.find_last_not_of(" \t\r\n"sv) + 1);
        if (!isServerTime(token)) {
            m_form.set(Unlike::TimeDigits);
        }
    }
    return SUCCESS;
}

error_code FormWalk::walk(ondemand::object object, std::size_t number)
{
    const MemberObject &known = memberTree()[number];
    for (auto next : object) {
        ondemand::field field;
        if (const error_code error = std::move(next).get(field); error != SUCCESS) {
            return error;
        }
        const std::string_view key = field.escaped_key();
        if (number == 0 && !isCompact(key.data(), key.size())) {
            m_form.set(Unlike::Spaces);
        }
        const std::size_t at = known.find(key, m_next);
        compareOrder(known, key, at);
        if (at < known.members.size()) {
            const error_code error = member(key, field.value(), known.members[at]);
            if (error != SUCCESS) {
                return error;
            }
        }
    }
    return SUCCESS;
}

} // namespace

struct EventFormReader::Private
{
    ondemand::parser parser;
    std::string text;
};

EventFormReader::EventFormReader()
    : d(std::make_unique<Private>())
{
}

EventFormReader::~EventFormReader() = default;

bool EventFormReader::read(std::string_view document, EventForm &form)
{
    form = {};
    // The blank makes sure that a byte stands before the first key's quote.
    d->text.assign(1, ' ');
    d->text += document;
    d->text.reserve(d->text.size() + SIMDJSON_PADDING);
    ondemand::document json;
    ondemand::object object;
    if (d->parser.iterate(d->text.data(), d->text.size(), d->text.capacity()).get(json) != SUCCESS
        || json.get_object().get(object) != SUCCESS || FormWalk(form).walk(object, 0) != SUCCESS) {
        return false;
    }
    if (hasMarkup(document)) {
        form.set(Unlike::PlainMarkup);
    }
    return json.at_end();
}

} // namespace auditloupe
