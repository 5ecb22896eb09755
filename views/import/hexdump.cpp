// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/import/hexdump.h"

#include "model/event/plaintext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qsizetype BytesALine = 16;
constexpr int OffsetDigits = 8;

QString hexLine(QByteArrayView bytes, std::int64_t offset)
{
    QString hex;
    QString text;
    for (qsizetype i = 0; i < BytesALine; ++i) {
        hex += i == BytesALine / 2 ? u"  "_s : u" "_s;
        if (i >= bytes.size()) {
            hex += u"  "_s;
            continue;
        }
        const auto byte = static_cast<unsigned char>(bytes[i]);
        hex += u"%1"_s.arg(byte, 2, 16, QChar(u'0'));
        text += byte >= 0x20 && byte < 0x7f ? QChar(char16_t(byte)) : QChar(u'.');
    }
    return u"%1 %2  %3\n"_s.arg(offset, OffsetDigits, 16, QChar(u'0')).arg(hex, text);
}

} // namespace

QString hexDump(QByteArrayView bytes, std::int64_t firstOffset)
{
    QString dump;
    for (qsizetype i = 0; i < bytes.size(); i += BytesALine) {
        dump += hexLine(bytes.sliced(i, std::min(BytesALine, bytes.size() - i)), firstOffset + i);
    }
    dump.chop(1);
    return dump;
}

QString plainLines(QByteArrayView bytes)
{
    QString text;
    qsizetype start = 0;
    while (start < bytes.size()) {
        const qsizetype end = bytes.indexOf('\n', start);
        const qsizetype stop = end < 0 ? bytes.size() : end;
        text += oneLine({bytes.data() + start, std::size_t(stop - start)}, bytes.size());
        start = stop + 1;
        if (start < bytes.size()) {
            text += u'\n';
        }
    }
    return text;
}

} // namespace auditloupe
