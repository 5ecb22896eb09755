// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"
#include "model/event/jsontokens.h"
#include "model/event/plaintext.h"

#include <QList>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;
using Kind = JsonToken::Kind;

/// A longer key cannot stand before a colon; it needs a question mark.
constexpr std::size_t LongestKey = 1000;

/// What is nested deeper than this stays on one line: indentation would outgrow the text.
constexpr std::size_t DeepestLine = 100;

bool isLetter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/// Words that some YAML reader takes for something other than a string.
bool isReserved(std::string_view text)
{
    constexpr std::array Words{"y"sv,    "n"sv,     "yes"sv,  "no"sv,  "on"sv,  "off"sv,
                               "true"sv, "false"sv, "null"sv, "nan"sv, "inf"sv, "infinity"sv};
    const auto lower = [](char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    };
    return std::ranges::any_of(
        Words, [&](std::string_view word) { return std::ranges::equal(text, word, {}, lower); });
}

/// Whether a string needs no quotes. Numbers, times and addresses need them: they begin with
/// something other than a letter.
bool isPlain(std::string_view text)
{
    if (text.empty() || (!isLetter(text[0]) && text[0] != '/') || isReserved(text)
        || text.back() == ' ' || text.back() == ':') {
        return false;
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        const bool colon = c == ':' && text[i + 1] != ' ';
        if (!isLetter(c) && !(c >= '0' && c <= '9') && !colon && !"_./@+%=()-;, "sv.contains(c)) {
            return false;
        }
    }
    return true;
}

QString escaped(char32_t character)
{
    const auto code = static_cast<uint>(character);
    switch (character) {
    case U'"':
    case U'\\':
        return u'\\' + QString(QChar(code));
    case U'\n':
        return u"\\n"_s;
    case U'\t':
        return u"\\t"_s;
    case U'\r':
        return u"\\r"_s;
    default:
        break;
    }
    const bool isNonCharacter = (code & 0xFFFE) == 0xFFFE;
    if (!isDeceptive(character) && !isNonCharacter) {
        return QString::fromUcs4(&character, 1);
    }
    if (code < 0x100) {
        return u"\\x%1"_s.arg(code, 2, 16, QLatin1Char('0'));
    }
    return code < 0x10000 ? u"\\u%1"_s.arg(code, 4, 16, QLatin1Char('0'))
                          : u"\\U%1"_s.arg(code, 8, 16, QLatin1Char('0'));
}

std::string doubleQuoted(std::string_view text)
{
    QString result = u"\""_s;
    for (const char32_t character : textOf(text).toUcs4()) {
        result += escaped(character);
    }
    return (result + u'"').toStdString();
}

/// Whether a text of several lines may stand as a literal block: nothing to escape, no blanks
/// that a reader could take for indentation, at most one line break at its end.
bool isBlock(std::string_view text)
{
    if (!text.contains('\n') || text.ends_with("\n\n"sv) || "\n \t"sv.contains(text[0])) {
        return false;
    }
    if (text.contains("\n "sv) && (text.contains(" \n"sv) || text.ends_with(' '))) {
        return false; // perhaps a line of blanks only
    }
    const QString decoded = textOf(text);
    return !decoded.contains(QChar::ReplacementCharacter)
        && std::ranges::all_of(decoded.toUcs4(), [](char32_t c) {
               return c == U'\n' || (!isDeceptive(c) && (c & 0xFFFE) != 0xFFFE);
           });
}

std::string block(std::string_view text, int indent)
{
    std::string result = text.ends_with('\n') ? "|" : "|-";
    if (text.ends_with('\n')) {
        text.remove_suffix(1);
    }
    std::size_t begin = 0;
    while (begin <= text.size()) {
        const std::size_t end = std::min(text.find('\n', begin), text.size());
        result += '\n';
        if (end > begin) {
            result.append(static_cast<std::size_t>(indent), ' ');
            result += text.substr(begin, end - begin);
        }
        begin = end + 1;
    }
    return result;
}

/// Writes the tokens of a faultless JSON text in block style, the deepest levels in flow style.
class YamlWriter
{
public:
    YamlWriter(std::string_view json, const std::vector<JsonToken> &tokens)
        : m_json(json)
        , m_tokens(tokens)
    {
    }

    std::string run()
    {
        for (std::size_t i = 0; i < m_tokens.size(); ++i) {
            const Kind kind = m_tokens[i].kind;
            if (kind == Kind::ObjectEnd || kind == Kind::ArrayEnd) {
                close(kind);
                continue;
            }
            if (kind == Kind::Key) {
                key(i);
                continue;
            }
            if (!m_open.empty() && m_open.back().isArray) {
                item();
            }
            if (kind == Kind::ObjectBegin || kind == Kind::ArrayBegin) {
                open(i);
            } else {
                scalar(i);
            }
        }
        m_text += '\n';
        return std::move(m_text);
    }

private:
    struct Level
    {
        bool isArray = false;
        bool isFlow = false;
        bool isFirst = true;
        bool startsInline = false; ///< its first entry goes on the line that is already begun
        int indent = 0;
    };

    /// Begins an entry of the innermost container.
    void entry()
    {
        Level &level = m_open.back();
        if (level.isFlow) {
            m_text += level.isFirst ? "" : ", ";
        } else if (!level.isFirst || !level.startsInline) {
            m_text += '\n';
            m_text.append(static_cast<std::size_t>(level.indent), ' ');
        }
        level.isFirst = false;
    }

    void item()
    {
        entry();
        m_text += m_open.back().isFlow ? "" : "-";
    }

    void key(std::size_t token)
    {
        entry();
        const std::string name = unescapeJson(quotedText(m_tokens[token], m_json));
        const std::string shown =
            isPlain(name) && !m_open.back().isFlow ? name : doubleQuoted(name);
        if (shown.size() <= LongestKey) {
            m_text += shown + ':';
        } else if (m_open.back().isFlow) {
            m_text += "? " + shown + " :";
        } else {
            m_text += "? " + shown + '\n';
            m_text.append(static_cast<std::size_t>(m_open.back().indent), ' ');
            m_text += ':';
        }
    }

    bool isFlow() const { return !m_open.empty() && m_open.back().isFlow; }

    /// The blank after "key:" and "-".
    void space()
    {
        const bool inFlowArray = isFlow() && m_open.back().isArray;
        if (!m_open.empty() && !inFlowArray) {
            m_text += ' ';
        }
    }

    void open(std::size_t token)
    {
        const bool isArray = m_tokens[token].kind == Kind::ArrayBegin;
        const bool isEmpty = m_tokens[token].match == token + 1;
        if (isEmpty || isFlow() || m_open.size() >= DeepestLine) {
            space();
            m_text += isArray ? '[' : '{';
            m_open.push_back({.isArray = isArray, .isFlow = true});
            return;
        }
        Level level{.isArray = isArray, .startsInline = true};
        if (!m_open.empty()) {
            const Level &around = m_open.back();
            level.startsInline = around.isArray;
            // A list stands right below its key, as kubectl prints it.
            level.indent = around.indent + (isArray && !around.isArray ? 0 : 2);
            m_text += around.isArray ? " " : "";
        }
        m_open.push_back(level);
    }

    void close(Kind kind)
    {
        if (m_open.back().isFlow) {
            m_text += kind == Kind::ArrayEnd ? ']' : '}';
        }
        m_open.pop_back();
    }

    void scalar(std::size_t token)
    {
        space();
        const JsonToken &value = m_tokens[token];
        if (value.kind != Kind::String) {
            m_text += m_json.substr(value.begin, value.end - value.begin);
            return;
        }
        const std::string text = unescapeJson(quotedText(value, m_json));
        if (!isFlow() && isPlain(text)) {
            m_text += text;
        } else if (!isFlow() && !m_open.empty() && isBlock(text)) {
            m_text += block(text, m_open.back().indent + 2);
        } else {
            m_text += doubleQuoted(text);
        }
    }

    std::string_view m_json;
    const std::vector<JsonToken> &m_tokens;
    std::vector<Level> m_open;
    std::string m_text;
};

} // namespace

std::optional<std::string> toYaml(std::string_view json)
{
    const JsonTokens tokens = tokenizeJson(json);
    if (tokens.errorAt) {
        return std::nullopt;
    }
    return YamlWriter(json, tokens.tokens).run();
}

} // namespace auditloupe
