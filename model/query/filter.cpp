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

bool needsQuotes(const QString &value)
{
    return value.isEmpty() || value.startsWith(u'=') || std::ranges::any_of(value, endsBareValue);
}

/// The signs of the conditions that other languages have.
bool isForeignSign(QChar c)
{
    return u"!<>~()&|,"_s.contains(c);
}

bool isForeignWord(const QString &word)
{
    static const QStringList words{u"not"_s, u"or"_s, u"in"_s, u"exists"_s};
    return words.contains(word, Qt::CaseInsensitive);
}

QLatin1StringView latin(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

/// A field that may be meant: "namespace" for objectRef.namespace, whatever the case.
const Field *similarField(const QString &name)
{
    const auto catalogue = fieldCatalogue();
    const auto isNamed = [&name](std::string_view known) {
        return name.compare(latin(known), Qt::CaseInsensitive) == 0;
    };
    auto found = std::ranges::find_if(catalogue, [&](const Field &field) {
        return isNamed(field.name) || isNamed(field.shortName);
    });
    if (found == catalogue.end()) {
        found = std::ranges::find_if(catalogue, [&](const Field &field) {
            return isNamed(field.name.substr(field.name.rfind('.') + 1));
        });
    }
    return found == catalogue.end() ? nullptr : std::to_address(found);
}

QString writtenName(const Field &field)
{
    return QString::fromUtf8(field.shortName.empty() ? field.name : field.shortName);
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
        if (const Result<void> read = readTerms(); !read) {
            return std::unexpected(read.error());
        }
        return std::move(m_filter);
    }

    FilterWord lastWord()
    {
        const Result<void> read = readTerms(); // what is half written is an error
        const bool isHalfAnd = m_word.kind == FilterWord::Kind::And && m_at == m_word.from
            && std::ranges::none_of(m_text.mid(m_at), &isBlank);
        if (!isAtEnd() && !isHalfAnd) {
            return {};
        }
        if (m_word.typed.isNull()) {
            m_word.typed = m_text.mid(m_word.from);
        }
        if (read && m_word.kind == FilterWord::Kind::Value) {
            m_filter.terms.pop_back(); // the word's own
        }
        m_word.before = std::move(m_filter);
        return std::move(m_word);
    }

private:
    static bool isBlank(QChar c) { return c.isSpace(); }

    std::unexpected<Error> fail(qsizetype at, const QString &message) const
    {
        return std::unexpected(Error{
            .code = Error::Code::Parse,
            .message =
                QCoreApplication::translate("Filter", "Column %1: %2").arg(at + 1).arg(message),
            .where = {.column = at + 1}});
    }

    /// With what would be understood in its place.
    std::unexpected<Error> failForeign(qsizetype at, const QString &message) const
    {
        return fail(at,
                    message + u' '
                        + QCoreApplication::translate(
                            "Filter",
                            "This version understands only “field=value”, several of them joined "
                            "by “and”."));
    }

    void begin(FilterWord::Kind kind, const Field *field = nullptr)
    {
        m_word = {.kind = kind, .from = m_at, .field = field};
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace()) {
            ++m_at;
        }
    }

    bool isAtEnd() const { return m_at == m_text.size(); }

    Result<void> readTerms()
    {
        skipBlanks();
        begin(FilterWord::Kind::FieldName);
        while (!isAtEnd()) {
            Result<FilterTerm> term = readTerm();
            if (!term) {
                return std::unexpected(term.error());
            }
            m_filter.terms.push_back(std::move(*term));
            if (isAtEnd()) {
                return {};
            }
            skipBlanks();
            begin(FilterWord::Kind::And);
            if (isAtEnd()) {
                return {};
            }
            if (const Result<void> joined = readAnd(); !joined) {
                return joined;
            }
        }
        return {};
    }

    Result<void> readAnd()
    {
        const QStringView rest = QStringView(m_text).mid(m_at);
        const auto end = std::ranges::find_if(rest, &isBlank);
        const QStringView word = rest.first(end - rest.begin());
        if (word.compare("and"_L1, Qt::CaseInsensitive) != 0) {
            return failForeign(m_at,
                               QCoreApplication::translate(
                                   "Filter", "Expected “and” or the end of the condition."));
        }
        m_at += word.size();
        if (!isAtEnd()) {
            skipBlanks();
            begin(FilterWord::Kind::FieldName);
        }
        if (isAtEnd()) {
            return fail(m_at,
                        QCoreApplication::translate(
                            "Filter", "Expected a further “field=value” behind “and”."));
        }
        return {};
    }

    Result<FilterTerm> readTerm()
    {
        const qsizetype nameAt = m_at;
        const QString name = takeName();
        const Field *field = resolveField(name.toStdString());
        if (field == nullptr) {
            return std::unexpected(nameError(nameAt, name));
        }
        skipBlanks();
        if (isAtEnd() || m_text[m_at] != u'=') {
            return failForeign(
                m_at, QCoreApplication::translate("Filter", "Expected “=” behind “%1”.").arg(name));
        }
        ++m_at;
        if (!isAtEnd() && m_text[m_at] == u'=') {
            return failForeign(m_at,
                               QCoreApplication::translate("Filter", "A single “=” compares."));
        }
        skipBlanks();
        begin(FilterWord::Kind::Value, field);
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

    Error nameError(qsizetype at, const QString &name) const
    {
        if (name.isEmpty() || isForeignWord(name)) {
            const bool isForeign = !name.isEmpty() || (!isAtEnd() && isForeignSign(m_text[m_at]));
            const QString message = QCoreApplication::translate(
                "Filter", "Expected the name of a field, such as user, verb or ns.");
            return (isForeign ? failForeign(at, message) : fail(at, message)).error();
        }
        const QString message =
            QCoreApplication::translate("Filter", "Expected the name of a field; “%1” is none.")
                .arg(name);
        if (const Field *similar = similarField(name)) {
            return fail(at,
                        message + u' '
                            + QCoreApplication::translate("Filter", "Perhaps “%1”?")
                                  .arg(writtenName(*similar)))
                .error();
        }
        const bool isCompared = !isAtEnd() && m_text[m_at] == u'=';
        return (isCompared ? fail(at, message) : failForeign(at, message)).error();
    }

    /// Up to a sign or a blank; keys in brackets may hold both.
    QString takeName()
    {
        const qsizetype from = m_at;
        bool isQuoted = false;
        while (!isAtEnd()) {
            const QChar c = m_text[m_at];
            if (!isQuoted && (c == u'=' || c.isSpace() || isForeignSign(c))) {
                break;
            }
            if (isQuoted && c == u'\\') {
                ++m_at;
            } else if (c == u'"') {
                isQuoted = !isQuoted;
            }
            ++m_at;
        }
        m_at = std::min(m_at, m_text.size());
        return m_text.mid(from, m_at - from);
    }

    Result<QString> takeValue()
    {
        const qsizetype from = m_at;
        if (!isAtEnd() && m_text[m_at] == u'"') {
            return takeQuoted();
        }
        while (!isAtEnd() && !endsBareValue(m_text[m_at])) {
            ++m_at;
        }
        if (!isAtEnd() && !m_text[m_at].isSpace()) {
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
        QString value = u""_s; // not null: it is known
        while (!isAtEnd() && m_text[m_at] != u'"') {
            if (m_text[m_at] == u'\\' && m_at + 1 < m_text.size()) {
                ++m_at;
            }
            value += m_text[m_at++];
        }
        m_word.typed = value;
        if (isAtEnd()) {
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
    Filter m_filter;
    FilterWord m_word; // the one that was begun last
};

} // namespace

QString Filter::toText() const
{
    QStringList texts;
    for (const FilterTerm &term : terms) {
        texts +=
            writtenName(*term.field) + u'=' + filterValueText(QString::fromStdString(term.value));
    }
    return texts.join(u" and "_s);
}

Result<Filter> parseFilter(const QString &text)
{
    return FilterParser(text).parse();
}

FilterWord lastFilterWord(const QString &text)
{
    return FilterParser(text).lastWord();
}

QString filterTermText(std::string_view field, const QString &value)
{
    return QString::fromUtf8(field) + u'=' + filterValueText(value);
}

QString sourceFilter(const SourceInfo &source)
{
    return filterTermText(
        "source", source.isPathShared ? QString::number(static_cast<int>(source.id)) : source.path);
}

QString filterValueText(const QString &value)
{
    if (!needsQuotes(value)) {
        return value;
    }
    QString inside = value;
    inside.replace(u'\\', u"\\\\"_s).replace(u'"', u"\\\""_s);
    return u'"' + inside + u'"';
}

} // namespace auditloupe
