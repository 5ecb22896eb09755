// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsoncopy.h"

#include "model/casefile/caserows.h"
#include "model/event/eventtext.h"
#include "model/event/jsontokens.h"
#include "model/event/masking.h"

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

QString jqString(std::string_view text)
{
    QString escaped = visibleText(QString::fromStdString(escapeJson(text)));
    return u'"' + escaped.replace(u'\'', u"\\u0027"_s) + u'"';
}

QString pathOf(const JsonPage &page, std::uint32_t node)
{
    return QString::fromStdString(page.outline.path(page.json, node));
}

} // namespace

QString copyOfValue(const JsonPage &page, std::uint32_t node)
{
    return QString::fromStdString(page.outline.value(page.json, node));
}

QString copyOfPath(const JsonPage &page, std::uint32_t node)
{
    return jsonPath(pathOf(page, node));
}

QString copyAsYaml(const JsonPage &page, std::uint32_t node)
{
    const auto yaml = toYaml(page.outline.text(page.json, node));
    return yaml ? QString::fromStdString(*yaml) : QString();
}

QString copyAsJqFilter(const JsonPage &page, std::uint32_t node, const EventRow &row)
{
    QString path = jqFilter(pathOf(page, node));
    path.replace(u'\'', u"\\u0027"_s);
    if (!row.auditId) {
        return path;
    }
    return u"select(.auditID == %1 and .stage == %2) | %3"_s.arg(
        jqString(*row.auditId), jqString(stageName(row.stage)), path);
}

QString copyAsKubectl(const EventRow &row)
{
    return kubectlGetRaw(row.requestUri.value_or(std::string()));
}

} // namespace auditloupe
