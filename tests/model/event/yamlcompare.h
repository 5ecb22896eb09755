// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/jsontokens.h"

#include <QString>

#include <string>
#include <string_view>
#include <yaml-cpp/yaml.h>

namespace auditloupe {

/// Compares a JSON text with what a YAML reader makes of its YAML form, value by value.
class YamlComparison
{
public:
    explicit YamlComparison(std::string_view json)
        : m_json(json)
        , m_tokens(tokenizeJson(json).tokens)
    {
    }

    /// Empty where all is the same.
    QString compare(const YAML::Node &yaml)
    {
        compareValue(yaml);
        return m_difference;
    }

private:
    void compareValue(const YAML::Node &yaml)
    {
        const JsonToken &token = m_tokens[m_at];
        switch (token.kind) {
        case JsonToken::Kind::ObjectBegin:
            expect(yaml.IsMap(), token);
            compareObject(yaml, token.match);
            break;
        case JsonToken::Kind::ArrayBegin:
            expect(yaml.IsSequence(), token);
            compareArray(yaml, token.match);
            break;
        default:
            compareScalar(yaml, token);
            ++m_at;
        }
    }

    void compareObject(const YAML::Node &yaml, std::uint32_t end)
    {
        auto member = yaml.begin();
        for (++m_at; m_at < end && m_difference.isEmpty() && member != yaml.end(); ++member) {
            const JsonToken &key = m_tokens[m_at++];
            expect(member->first.Scalar() == unescapeJson(quotedText(key, m_json)), key);
            compareValue(member->second);
        }
        expect(m_at == end && member == yaml.end(), m_tokens[end]);
        m_at = end + 1;
    }

    void compareArray(const YAML::Node &yaml, std::uint32_t end)
    {
        auto element = yaml.begin();
        for (++m_at; m_at < end && m_difference.isEmpty() && element != yaml.end(); ++element) {
            compareValue(*element);
        }
        expect(m_at == end && element == yaml.end(), m_tokens[end]);
        m_at = end + 1;
    }

    void compareScalar(const YAML::Node &yaml, const JsonToken &token)
    {
        const std::string_view raw = m_json.substr(token.begin, token.end - token.begin);
        // yaml-cpp tags a plain scalar "?" and a quoted one "!".
        const bool isPlain = yaml.IsNull() || yaml.Tag() == "?";
        if (token.kind == JsonToken::Kind::String) {
            bool asBool = false;
            double asNumber = 0;
            expect(yaml.IsScalar() && yaml.Scalar() == unescapeJson(quotedText(token, m_json)),
                   token);
            expect(!isPlain
                       || (!YAML::convert<bool>::decode(yaml, asBool)
                           && !YAML::convert<double>::decode(yaml, asNumber)),
                   token);
        } else if (raw == "null") {
            expect(yaml.IsNull(), token);
        } else {
            expect(isPlain && yaml.Scalar() == raw, token);
        }
    }

    void expect(bool same, const JsonToken &token)
    {
        if (!same && m_difference.isEmpty()) {
            m_difference = QStringLiteral("byte %1: %2")
                               .arg(token.begin)
                               .arg(QString::fromUtf8(m_json.substr(token.begin, 60)));
        }
    }

    std::string_view m_json;
    std::vector<JsonToken> m_tokens;
    std::uint32_t m_at = 0;
    QString m_difference;
};

inline QString yamlDifference(const std::string &json, const std::string &yaml)
{
    try {
        return YamlComparison(json).compare(YAML::Load(yaml));
    } catch (const YAML::Exception &error) {
        return QString::fromUtf8(error.what()) + u'\n'
            + QString::fromStdString(yaml.substr(0, 500));
    }
}

} // namespace auditloupe
