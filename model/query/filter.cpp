// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/filter.h"

#include "model/query/fieldreference.h"
#include "model/query/termvalue.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

bool endsBareValue(QChar c)
{
    return c.isSpace() || c == u'"' || c == u',' || c == u'(' || c == u')';
}

/// Reads the condition from left to right. Columns count from 1.
class FilterParser
{
public:
    explicit FilterParser(const QString &text)
        : m_text(text)
    {
    }

    Result<Filter> parse()
    {
        Filter filter;
        skipBlanks();
        while (m_at < m_text.size()) {
            Result<FilterTerm> term = parseTerm();
            if (!term) {
                return std::unexpected(term.error());
            }
            filter.terms.push_back(std::move(*term));
            skipBlanks();
            if (m_at == m_text.size()) {
                break;
            }
            if (!takeAnd()) {
                return fail(m_at,
                            QCoreApplication::translate(
                                "Filter", "Expected “and” or the end of the condition."));
            }
            skipBlanks();
            if (m_at == m_text.size()) {
                return fail(m_at,
                            QCoreApplication::translate(
                                "Filter", "Expected a further “field=value” behind “and”."));
            }
        }
        return filter;
    }

private:
    std::unexpected<Error> fail(qsizetype at, const QString &message) const
    {
        return std::unexpected(Error{
            .code = Error::Code::Parse,
            .message =
                QCoreApplication::translate("Filter", "Column %1: %2").arg(at + 1).arg(message),
            .where = {.column = at + 1}});
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    bool takeAnd()
    {
        const QStringView rest = QStringView(m_text).mid(m_at);
        if (!rest.startsWith("and"_L1, Qt::CaseInsensitive)
            || (rest.size() > 3 && !rest[3].isSpace())) {
            return false;
        }
        m_at += 3;
        return true;
    }

    Result<FilterTerm> parseTerm()
    {
        const qsizetype nameAt = m_at;
        const std::string name = takeName().toUtf8().toStdString();
        if (name.empty()) {
            return fail(nameAt,
                        QCoreApplication::translate(
                            "Filter", "Expected the name of a field, such as user, verb or ns."));
        }
        const Field *field = resolveField(name);
        if (field == nullptr) {
            return fail(
                nameAt,
                QCoreApplication::translate("Filter", "Expected the name of a field; “%1” is none.")
                    .arg(QString::fromStdString(name)));
        }
        skipBlanks();
        if (m_at == m_text.size() || m_text[m_at] != u'=') {
            return fail(m_at,
                        QCoreApplication::translate("Filter", "Expected “=” behind “%1”.")
                            .arg(QString::fromStdString(name)));
        }
        ++m_at;
        skipBlanks();
        const qsizetype valueAt = m_at;
        const Result<QString> text = takeValue();
        if (!text) {
            return std::unexpected(text.error());
        }
        Result<std::string> value = checkedValue(*field, text->toStdString());
        if (!value) {
            return fail(valueAt, value.error().message);
        }
        return FilterTerm{.field = field, .value = std::move(*value)};
    }

    /// Up to "=" or a blank; keys in brackets may hold both.
    QString takeName()
    {
        const qsizetype from = m_at;
        bool quoted = false;
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (!quoted && (c == u'=' || c.isSpace())) {
                break;
            }
            if (quoted && c == u'\\') {
                ++m_at;
            } else if (c == u'"') {
                quoted = !quoted;
            }
            ++m_at;
        }
        m_at = std::min(m_at, m_text.size());
        return m_text.mid(from, m_at - from);
    }

    Result<QString> takeValue()
    {
        const qsizetype from = m_at;
        if (m_at < m_text.size() && m_text[m_at] == u'"') {
            return takeQuoted();
        }
        while (m_at < m_text.size() && !endsBareValue(m_text[m_at])) {
            ++m_at;
        }
        if (m_at < m_text.size() && !m_text[m_at].isSpace()) {
            return fail(m_at,
                        QCoreApplication::translate(
                            "Filter",
                            "A value with quotes, commas or parentheses must stand in double "
                            "quotes."));
        }
        if (m_at == from) {
            return fail(m_at,
                        QCoreApplication::translate("Filter", "Expected a value behind “=”."));
        }
        return m_text.mid(from, m_at - from);
    }

    Result<QString> takeQuoted()
    {
        const qsizetype from = m_at++;
        QString value;
        while (m_at < m_text.size() && m_text[m_at] != u'"') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            value += m_text[m_at++];
        }
        if (m_at == m_text.size()) {
            return fail(m_at,
                        QCoreApplication::translate(
                            "Filter",
                            "Expected the closing quote of the value that begins at column "
                            "%1.")
                            .arg(from + 1));
        }
        ++m_at;
        return value;
    }

    const QString &m_text;
    qsizetype m_at = 0;
};

} // namespace

QString Filter::toText() const
{
    QStringList texts;
    for (const FilterTerm &term : terms) {
        const Field &field = *term.field;
        texts += filterTermText(field.shortName.empty() ? field.name : field.shortName,
                                QString::fromStdString(term.value));
    }
    return texts.join(u" and "_s);
}

Result<Filter> parseFilter(const QString &text)
{
    return FilterParser(text).parse();
}

QString filterTermText(std::string_view field, const QString &value)
{
    const QString name = QString::fromUtf8(field);
    if (!value.isEmpty() && std::ranges::none_of(value, endsBareValue)) {
        return name + u'=' + value;
    }
    QString quoted = value;
    quoted.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return name + u"=\""_s + quoted + u'"';
}

} // namespace auditloupe
