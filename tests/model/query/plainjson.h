// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <cctype>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace auditloupe::testing {

/// JSON as a tree, read in the most obvious way. Numbers stay as they are written.
struct PlainJson
{
    enum class Kind { Null, Text, Number, Bool, List, Object };

    Kind kind = Kind::Null;
    std::string text = {}; ///< a string's content, anything else as it is written
    std::vector<PlainJson> elements = {};
    std::map<std::string, PlainJson> members = {}; ///< of equal keys the last
    bool isWhole = false; ///< false: the text broke off in it

    /// Nothing where the text is not one whole value.
    static std::optional<PlainJson> read(const std::string &json)
    {
        std::size_t at = 0;
        PlainJson value;
        value.parse(json, at);
        skip(json, at);
        return value.isWhole && at == json.size() ? std::optional(value) : std::nullopt;
    }

    /// What stands before the place where the text breaks off.
    static PlainJson readCut(const std::string &json)
    {
        std::size_t at = 0;
        PlainJson value;
        value.parse(json, at);
        return value;
    }

private:
    static void skip(const std::string &json, std::size_t &at)
    {
        while (at < json.size() && std::isspace(static_cast<unsigned char>(json[at])) != 0) {
            ++at;
        }
    }

    static bool take(const std::string &json, std::size_t &at, char c)
    {
        skip(json, at);
        const bool isThere = at < json.size() && json[at] == c;
        at += isThere ? 1 : 0;
        return isThere;
    }

    /// Whether there is a value at all.
    bool parse(const std::string &json, std::size_t &at)
    {
        skip(json, at);
        const std::size_t from = at;
        if (at == json.size() || !parseAny(json, at)) {
            return false;
        }
        if (kind != Kind::Text) {
            text = json.substr(from, at - from);
        }
        return true;
    }

    bool parseAny(const std::string &json, std::size_t &at)
    {
        switch (json[at]) {
        case '{':
            isWhole = parseObject(json, at);
            return true;
        case '[':
            isWhole = parseList(json, at);
            return true;
        case '"':
            kind = Kind::Text;
            isWhole = parseText(json, at);
            return true;
        default:
            break;
        }
        static const QRegularExpression number(
            QStringLiteral("^-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?$"));
        const std::size_t end = std::min(json.find_first_of(",:]}\" \t\r\n", at), json.size());
        const std::string word = json.substr(at, end - at);
        at = end;
        const bool isWord = word == "null" || word == "true" || word == "false";
        kind = word == "null" ? Kind::Null : isWord ? Kind::Bool : Kind::Number;
        isWhole = at < json.size(); // there may have been more
        return isWord || number.match(QString::fromStdString(word)).hasMatch();
    }

    /// Qt knows the escapes.
    static std::string unescaped(const std::string &content)
    {
        const QByteArray wrapped = "{\"t\":\"" + QByteArray::fromStdString(content) + "\"}";
        return QJsonDocument::fromJson(wrapped)
            .object()
            .value(QStringLiteral("t"))
            .toString()
            .toStdString();
    }

    bool parseText(const std::string &json, std::size_t &at)
    {
        const std::size_t from = ++at;
        while (at < json.size() && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        if (at < json.size()) {
            text = unescaped(json.substr(from, at++ - from));
            return true;
        }
        // Half an escape stays as it stands.
        static const QRegularExpression half(
            QStringLiteral("^((?:[^\\\\]|\\\\u[0-9a-fA-F]{4}|\\\\[^u])*)(.*)$"),
            QRegularExpression::DotMatchesEverythingOption);
        const QRegularExpressionMatch match = half.match(QString::fromStdString(json.substr(from)));
        at = json.size();
        text = unescaped(match.captured(1).toStdString()) + match.captured(2).toStdString();
        return false;
    }

    bool parseList(const std::string &json, std::size_t &at)
    {
        kind = Kind::List;
        take(json, at, '[');
        if (take(json, at, ']')) {
            return true;
        }
        do {
            PlainJson element;
            if (!element.parse(json, at)) {
                return false;
            }
            elements.push_back(std::move(element));
        } while (take(json, at, ','));
        return take(json, at, ']');
    }

    bool parseObject(const std::string &json, std::size_t &at)
    {
        kind = Kind::Object;
        take(json, at, '{');
        if (take(json, at, '}')) {
            return true;
        }
        do {
            PlainJson key;
            PlainJson value;
            skip(json, at);
            if (at >= json.size() || json[at] != '"' || !key.parse(json, at) || !key.isWhole
                || !take(json, at, ':') || !value.parse(json, at)) {
                return false;
            }
            members[key.text] = std::move(value);
        } while (take(json, at, ','));
        return take(json, at, '}');
    }
};

} // namespace auditloupe::testing
