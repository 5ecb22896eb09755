// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsonpage.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// Deeper levels are no longer indented: thousands of them would need more blanks than text.
constexpr std::uint32_t DeepestIndent = 60;

QString decoded(std::string_view utf8)
{
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

class PageWriter
{
public:
    explicit PageWriter(std::string json)
    {
        m_page.json = std::move(json);
        m_page.outline = JsonOutline::read(m_page.json);
        m_page.text.reserve(static_cast<qsizetype>(m_page.json.size()) * 3 / 2);
    }

    JsonPage write()
    {
        const auto &nodes = m_page.outline.nodes;
        for (std::uint32_t i = 0; i < nodes.size(); ++i) {
            closeUpTo(i);
            openLine(i);
        }
        closeUpTo(static_cast<std::uint32_t>(nodes.size()));
        writeTail();
        return std::move(m_page);
    }

private:
    struct Open
    {
        std::uint32_t node = 0;
        int line = 0;
    };

    const JsonNode &node(std::uint32_t index) const { return m_page.outline.nodes[index]; }

    void addLine(std::uint32_t index, std::uint32_t depth, int above)
    {
        if (!m_page.lines.empty()) {
            m_page.text += u'\n';
        }
        m_page.lines.push_back({.node = index, .above = above});
        m_page.text += QString(2 * static_cast<qsizetype>(std::min(depth, DeepestIndent)), u' ');
    }

    void openLine(std::uint32_t index)
    {
        const JsonNode &at = node(index);
        addLine(index, at.depth, m_open.empty() ? -1 : m_open.back().line);
        if (at.keyLength > 0) {
            appendString(std::string_view(m_page.json).substr(at.keyFrom, at.keyLength), true);
            m_page.text += u": "_s;
        }
        if (!at.isContainer()) {
            appendString(m_page.outline.text(m_page.json, index), at.whole);
            appendComma(index);
        } else if (at.end == index + 1 && at.whole) {
            m_page.text += at.kind == JsonNode::Kind::Object ? u"{}"_s : u"[]"_s;
            appendComma(index);
        } else {
            m_page.text += at.kind == JsonNode::Kind::Object ? u'{' : u'[';
            m_open.push_back({.node = index, .line = lastLine()});
        }
    }

    /// Closes all containers that end before the node.
    void closeUpTo(std::uint32_t next)
    {
        while (!m_open.empty() && node(m_open.back().node).end <= next) {
            const Open open = m_open.back();
            m_open.pop_back();
            const JsonNode &at = node(open.node);
            if (at.whole) {
                addLine(open.node, at.depth, open.line);
                m_page.text += at.kind == JsonNode::Kind::Object ? u'}' : u']';
                appendComma(open.node);
            }
            m_page.lines[static_cast<std::size_t>(open.line)].foldEnd = lastLine();
        }
    }

    int lastLine() const { return static_cast<int>(m_page.lines.size()) - 1; }

    void appendComma(std::uint32_t index)
    {
        const std::uint32_t parent = node(index).parent;
        if (parent != JsonNode::NoNode && node(index).end < node(parent).end) {
            m_page.text += u',';
        }
    }

    void appendString(std::string_view bytes, bool isWhole)
    {
        const QString full = decoded(bytes);
        if (full.size() <= JsonPage::LongestValue) {
            m_page.text += oneLineJson(full);
            return;
        }
        const QString rest = full.sliced(JsonPage::LongestValue);
        m_page.text += oneLineJson(full.first(JsonPage::LongestValue));
        const int more = static_cast<int>(rest.size());
        const QString marker =
            u'…' + QCoreApplication::translate("JsonPage", "[%Ln more characters]", nullptr, more);
        m_page.hidden.push_back(
            {.marker = m_page.text.size(), .markerLength = marker.size(), .text = rest});
        m_page.text += marker;
        if (isWhole) {
            m_page.text += u'"';
        }
    }

    /// Damaged strings can hold bare line breaks and tabs, which would tear the lines apart.
    static QString oneLineJson(const QString &text)
    {
        QString shown = visibleText(text);
        return shown.replace(u'\n', u"\\n"_s).replace(u'\t', u"\\t"_s);
    }

    /// What could not be read is shown as it stands: nothing is left out silently.
    void writeTail()
    {
        const std::string_view all = m_page.json;
        const QString tail = decoded(all.substr(std::min(m_page.outline.readTo, all.size())));
        if (tail.trimmed().isEmpty()) {
            return;
        }
        const QStringList lines = visibleText(tail).split(u'\n');
        for (const QString &line : lines) {
            for (qsizetype from = 0; from == 0 || from < line.size();
                 from += JsonPage::LongestValue) {
                addLine(JsonNode::NoNode, 0, -1);
                m_page.text +=
                    line.sliced(from, std::min(JsonPage::LongestValue, line.size() - from));
            }
        }
    }

    JsonPage m_page;
    std::vector<Open> m_open;
};

} // namespace

std::vector<int> JsonPage::foldableLines(std::string_view key) const
{
    std::vector<int> result;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        const Line &line = lines[i];
        if (line.foldEnd > static_cast<int>(i) && outline.key(json, line.node) == key) {
            result.push_back(static_cast<int>(i));
        }
    }
    return result;
}

JsonPage makeJsonPage(std::string json)
{
    return PageWriter(std::move(json)).write();
}

} // namespace auditloupe
