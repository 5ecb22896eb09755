// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/caserows.h"

#include <QRegularExpression>
#include <QUrl>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe::testing {

/// Fields of sessions by the words of their explanations, from the row's own columns.
class ReferenceSession
{
public:
    explicit ReferenceSession(const EventRow &row)
        : m_row(row)
    {
    }

    std::string kind() const
    {
        const std::string sub = m_row.subresource.value_or("");
        if (sub == "exec" || sub == "attach" || sub == "portforward") {
            return sub;
        }
        return m_row.verb == "watch" ? "watch" : "";
    }

    std::optional<std::string> value(const std::string &field) const
    {
        const std::string kind = this->kind();
        const bool isContainers = kind == "exec" || kind == "attach";
        if (field == "session") {
            return kind.empty() ? std::nullopt : std::optional(kind);
        }
        if (field == "session.command") {
            return kind == "exec" ? typed(parameters("command")) : std::nullopt;
        }
        if (field == "session.method") {
            const bool isPost = m_row.verb == "create";
            const bool isKnown = isPost || m_row.verb == "get";
            return (isContainers || kind == "portforward") && isKnown
                ? std::optional<std::string>(isPost ? "POST" : "GET")
                : std::nullopt;
        }
        if (!isContainers) {
            return std::nullopt;
        }
        const std::vector<std::string> values = parameters(field.substr(8));
        if (field == "session.container") {
            return values.empty() || values[0].empty() ? std::nullopt : std::optional(values[0]);
        }
        const bool isSet = !values.empty() && values[0] != "0"
            && QString::fromStdString(values[0]).toLower() != QLatin1StringView("false");
        return isSet ? "true" : "false";
    }

    std::optional<std::int64_t> durationUs() const
    {
        const bool hasEnded = !kind().empty() && m_row.last
            && m_row.stage == Stage::ResponseComplete && m_row.code && *m_row.code < 400;
        return hasEnded && m_row.timeUs && m_row.receivedUs
            ? std::optional(*m_row.timeUs - *m_row.receivedUs)
            : std::nullopt;
    }

private:
    std::vector<std::string> parameters(const std::string &name) const
    {
        const QByteArray uri = QByteArray::fromStdString(m_row.requestUri.value_or(""));
        const qsizetype mark = uri.indexOf('?');
        std::vector<std::string> values;
        for (const QByteArray &pair : uri.mid(mark + 1).split('&')) {
            const qsizetype equals = pair.indexOf('=');
            const auto decoded = [](QByteArray text) {
                return QByteArray::fromPercentEncoding(text.replace('+', ' ')).toStdString();
            };
            if (mark >= 0 && !pair.isEmpty()
                && decoded(equals < 0 ? pair : pair.first(equals)) == name) {
                values.push_back(equals < 0 ? std::string() : decoded(pair.mid(equals + 1)));
            }
        }
        return values;
    }

    static std::optional<std::string> typed(const std::vector<std::string> &command)
    {
        static const QRegularExpression simple(QStringLiteral("^[0-9A-Za-z_\\-./:=,+@%]+$"));
        QStringList words;
        for (const std::string &argument : command) {
            const QString text = QString::fromStdString(argument);
            words += simple.match(text).hasMatch()
                ? text
                : u'\'' + QString(text).replace(u'\'', QStringLiteral("'\\''")) + u'\'';
        }
        return command.empty() ? std::nullopt : std::optional(words.join(u' ').toStdString());
    }

    const EventRow &m_row;
};

} // namespace auditloupe::testing
