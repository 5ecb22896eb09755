// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/policy/policyloader.h"
#include "model/policy/requestinfo.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <string>
#include <vector>

namespace auditloupe::testing {

inline QString corpusFile(const char *name)
{
    return QStringLiteral(AUDITLOUPE_TEST_CORPUS "/policy/") + QLatin1StringView(name);
}

inline QString sharedFile(const char *name)
{
    return QStringLiteral(AUDITLOUPE_SHARED_DATA "/policy/") + QLatin1StringView(name);
}

/// The objects of a file of JSON lines; none if there is no such file.
inline QList<QJsonObject> jsonLines(const QString &path)
{
    QList<QJsonObject> lines;
    QFile file(path);
    if (file.open(QIODevice::ReadOnly)) {
        for (const QByteArray &line : file.readAll().split('\n')) {
            if (!line.isEmpty()) {
                lines << QJsonDocument::fromJson(line).object();
            }
        }
    }
    return lines;
}

/// Attributes with the texts that they look at.
class OwnedAttributes
{
public:
    explicit OwnedAttributes(const QJsonObject &json)
    {
        for (const QJsonValue &group : json[QLatin1StringView("groups")].toArray()) {
            m_groups.push_back(group.toString().toStdString());
        }
        m_groupViews.assign(m_groups.begin(), m_groups.end());
        m_user = text(json, "user");
        m_verb = text(json, "verb");
        m_namespace = text(json, "namespace");
        m_apiGroup = text(json, "apiGroup");
        m_resource = text(json, "resource");
        m_subresource = text(json, "subresource");
        m_name = text(json, "name");
        m_path = text(json, "path");
        m_isResource = json[QLatin1StringView("isResourceRequest")].toBool();
    }

    RequestAttributes views() const
    {
        return {.user = m_user,
                .groups = m_groupViews,
                .verb = m_verb,
                .objectNamespace = m_namespace,
                .apiGroup = m_apiGroup,
                .resource = m_resource,
                .subresource = m_subresource,
                .name = m_name,
                .path = m_path,
                .isResourceRequest = m_isResource};
    }

private:
    static std::string text(const QJsonObject &json, const char *key)
    {
        return json[QLatin1StringView(key)].toString().toStdString();
    }

    std::vector<std::string> m_groups;
    std::vector<std::string_view> m_groupViews;
    std::string m_user;
    std::string m_verb;
    std::string m_namespace;
    std::string m_apiGroup;
    std::string m_resource;
    std::string m_subresource;
    std::string m_name;
    std::string m_path;
    bool m_isResource = false;
};

} // namespace auditloupe::testing
