// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonDocument>
#include <QJsonObject>

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

    /// Nothing where the text is not one whole value.
    static std::optional<PlainJson> read(const std::string &json)
    {
        std::size_t at = 0;
        PlainJson value;
        const bool whole = value.parse(json, at);
        skip(json, at);
        return whole && at == json.size() ? std::optional(value) : std::nullopt;
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

    bool parse(const std::string &json, std::size_t &at)
    {
        skip(json, at);
        const std::size_t from = at;
        const bool isRead = at < json.size() && parseAny(json, at);
        if (isRead && kind != Kind::Text) {
            text = json.substr(from, at - from);
        }
        return isRead;
    }

    bool parseAny(const std::string &json, std::size_t &at)
    {
        switch (json[at]) {
        case '{':
            return parseObject(json, at);
        case '[':
            return parseList(json, at);
        case '"':
            kind = Kind::Text;
            return parseText(json, at);
        default:
            break;
        }
        const std::size_t end = std::min(json.find_first_of(",]} \t\r\n", at), json.size());
        const std::string word = json.substr(at, end - at);
        at = end;
        kind = word == "null"                   ? Kind::Null
            : word == "true" || word == "false" ? Kind::Bool
                                                : Kind::Number;
        return !word.empty();
    }

    /// Qt knows the escapes.
    bool parseText(const std::string &json, std::size_t &at)
    {
        const std::size_t from = at++;
        while (at < json.size() && json[at] != '"') {
            at += json[at] == '\\' ? 2 : 1;
        }
        ++at;
        if (at > json.size()) {
            return false;
        }
        const QByteArray wrapped =
            "{\"t\":" + QByteArray::fromStdString(json.substr(from, at - from)) + "}";
        const QJsonDocument document = QJsonDocument::fromJson(wrapped);
        text = document.object().value(QStringLiteral("t")).toString().toStdString();
        return document.isObject();
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
            if (at >= json.size() || json[at] != '"' || !key.parse(json, at) || !take(json, at, ':')
                || !value.parse(json, at)) {
                return false;
            }
            members[key.text] = std::move(value);
        } while (take(json, at, ','));
        return take(json, at, '}');
    }
};

} // namespace auditloupe::testing
