// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/plaintext.h"

#include <QList>
#include <QStringDecoder>

using namespace Qt::StringLiterals;

namespace auditloupe {

QString textOf(std::string_view utf8)
{
    // Without Stateless, a sequence that the end cuts off would vanish.
    QStringDecoder decoder(QStringDecoder::Utf8,
                           QStringDecoder::Flag::ConvertInitialBom
                               | QStringDecoder::Flag::Stateless);
    return decoder(utf8);
}

bool isDeceptive(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // bidirectional overrides, zero-width characters, tags
    case QChar::Other_Surrogate:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return true;
    default:
        return false;
    }
}

QString oneLine(std::string_view text, qsizetype limit)
{
    // A character takes at most four bytes; decoding more than can be shown is wasted.
    const auto most = static_cast<std::size_t>(limit) * 4 + 4;
    const QString decoded = textOf(text.substr(0, most));
    QString result;
    result.reserve(decoded.size());
    qsizetype shown = 0;
    for (const char32_t character : decoded.toUcs4()) {
        if (shown++ == limit) {
            return result + u'…';
        }
        const QString asText = QString::fromUcs4(&character, 1);
        if (!isDeceptive(character)) {
            result += asText;
            continue;
        }
        for (const QChar unit : asText) {
            result += u"\\u%1"_s.arg(uint(unit.unicode()), 4, 16, QLatin1Char('0'));
        }
    }
    return result;
}

} // namespace auditloupe
