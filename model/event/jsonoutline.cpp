// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsonoutline.h"

#include "model/event/jsontokens.h"
#include "model/event/plaintext.h"

#include <algorithm>
#include <ranges>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using Token = JsonToken::Kind;

JsonNode::Kind nodeKind(Token kind)
{
    switch (kind) {
    case Token::ObjectBegin:
        return JsonNode::Kind::Object;
    case Token::ArrayBegin:
        return JsonNode::Kind::Array;
    case Token::String:
        return JsonNode::Kind::String;
    case Token::Number:
        return JsonNode::Kind::Number;
    default:
        return JsonNode::Kind::Word;
    }
}

/// Turns tokens into nodes, without recursion: how deep a log's JSON goes is up to its writer.
class OutlineBuilder
{
public:
    explicit OutlineBuilder(std::string_view json)
        : m_json(json)
    {
    }

    JsonOutline build()
    {
        const JsonTokens read = tokenizeJson(m_json);
        const std::size_t limit = read.errorAt.value_or(m_json.size());
        for (const JsonToken &token : read.tokens) {
            if (token.begin >= limit || (m_open.empty() && !m_outline.nodes.empty())) {
                break;
            }
            take(token);
            if (token.kind != Token::Key) { // a key without its value shows nothing
                m_outline.readTo = token.end;
            }
        }
        m_outline.whole = m_open.empty() && !m_outline.nodes.empty() && !read.errorAt
            && m_outline.nodes.front().whole;
        m_outline.errorAt = read.errorAt;
        breakOff();
        return std::move(m_outline);
    }

private:
    struct Open
    {
        std::uint32_t node = 0;
        std::uint32_t members = 0;
    };

    void take(const JsonToken &token)
    {
        switch (token.kind) {
        case Token::Key:
            m_key = token;
            break;
        case Token::ObjectEnd:
        case Token::ArrayEnd:
            close(token.end);
            break;
        default:
            add(token);
        }
    }

    void add(const JsonToken &token)
    {
        const auto index = static_cast<std::uint32_t>(m_outline.nodes.size());
        JsonNode &node = m_outline.nodes.emplace_back();
        node.kind = nodeKind(token.kind);
        node.whole = token.isClosed;
        node.from = token.begin;
        node.length = token.end - token.begin;
        node.end = index + 1;
        node.depth = static_cast<std::uint32_t>(m_open.size());
        if (!m_open.empty()) {
            node.parent = m_open.back().node;
            node.position = m_open.back().members++;
        }
        if (m_key) {
            node.keyFrom = m_key->begin;
            node.keyLength = m_key->end - m_key->begin;
            m_key.reset();
        }
        if (node.isContainer()) {
            m_open.push_back({.node = index});
        }
    }

    void close(std::size_t end)
    {
        if (m_open.empty()) {
            return;
        }
        finish(m_open.back().node, end);
        m_open.pop_back();
    }

    void finish(std::uint32_t index, std::size_t end)
    {
        JsonNode &node = m_outline.nodes[index];
        node.length = static_cast<std::uint32_t>(end) - node.from;
        node.end = static_cast<std::uint32_t>(m_outline.nodes.size());
    }

    void breakOff()
    {
        for (const Open &open : m_open) {
            finish(open.node, m_outline.readTo);
            m_outline.nodes[open.node].whole = false;
        }
    }

    std::string_view m_json;
    JsonOutline m_outline;
    std::vector<Open> m_open;
    std::optional<JsonToken> m_key; // of the value that comes next
};

bool isPlainKey(std::string_view key)
{
    const auto isWordCharacter = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9')
            || c == '_';
    };
    return !key.empty() && !(key.front() >= '0' && key.front() <= '9')
        && std::ranges::all_of(key, isWordCharacter);
}

std::string_view withoutQuotes(std::string_view quoted)
{
    if (quoted.starts_with('"')) {
        quoted.remove_prefix(1);
    }
    return quoted;
}

} // namespace

JsonOutline JsonOutline::read(std::string_view json)
{
    return OutlineBuilder(json).build();
}

std::uint32_t JsonOutline::child(std::string_view json, std::uint32_t parent,
                                 std::string_view name) const
{
    std::uint32_t found = JsonNode::NoNode;
    if (parent >= nodes.size()) {
        return found;
    }
    for (std::uint32_t i = parent + 1; i < nodes[parent].end; i = nodes[i].end) {
        if (nodes[i].keyLength > 0 && key(json, i) == name) {
            found = i;
        }
    }
    return found;
}

std::string JsonOutline::path(std::string_view json, std::uint32_t node) const
{
    std::vector<std::uint32_t> way;
    for (std::uint32_t i = node; nodes[i].parent != JsonNode::NoNode; i = nodes[i].parent) {
        way.push_back(i);
    }
    std::string result;
    for (const std::uint32_t step : std::views::reverse(way)) {
        const JsonNode &at = nodes[step];
        if (at.keyLength == 0) {
            result += '[' + std::to_string(at.position) + ']';
        } else if (const std::string name = key(json, step); isPlainKey(name)) {
            result += (result.empty() ? "" : ".") + name;
        } else {
            const std::string_view quoted = json.substr(at.keyFrom, at.keyLength);
            result += '[' + visibleText(QString::fromUtf8(quoted)).toStdString() + ']';
        }
    }
    return result;
}

std::string_view JsonOutline::text(std::string_view json, std::uint32_t node) const
{
    return json.substr(nodes[node].from, nodes[node].length);
}

std::string JsonOutline::value(std::string_view json, std::uint32_t node) const
{
    std::string_view bytes = text(json, node);
    if (nodes[node].kind != JsonNode::Kind::String) {
        return std::string(bytes);
    }
    if (nodes[node].whole) {
        bytes.remove_suffix(1);
    }
    return unescapeJson(withoutQuotes(bytes));
}

std::string JsonOutline::key(std::string_view json, std::uint32_t node) const
{
    std::string_view quoted = json.substr(nodes[node].keyFrom, nodes[node].keyLength);
    if (!quoted.empty()) {
        quoted.remove_suffix(1);
    }
    return unescapeJson(withoutQuotes(quoted));
}

QString visibleText(const QString &text)
{
    QString result;
    result.reserve(text.size());
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair =
            text[i].isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        const char32_t character =
            isPair ? QChar::surrogateToUcs4(text[i], text[i + 1]) : text[i].unicode();
        const QStringView units = QStringView(text).sliced(i, isPair ? 2 : 1);
        // U+FFFC stands for an embedded object in Qt's documents.
        const bool isBad = isDeceptive(character) || character == U'\uFFFC';
        if (isBad && character != U'\n' && character != U'\t') {
            for (const QChar unit : units) {
                result += u"\\u%1"_s.arg(static_cast<uint>(unit.unicode()), 4, 16, QChar(u'0'));
            }
        } else {
            result += units;
        }
        i += units.size() - 1;
    }
    return result;
}

} // namespace auditloupe
