// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/downloadpart.h"

#include "model/base/sha256.h"

#include <QCoreApplication>
#include <QFile>
#include <QLocale>

#include <algorithm>

namespace auditloupe {

namespace {

QByteArray hashOfStart(const QString &path, std::int64_t bytes, const JobControl &control)
{
    constexpr std::int64_t Piece = 1 << 20;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return {};
    }
    Sha256 sum;
    while (bytes > 0) {
        const QByteArray piece = file.read(std::min(Piece, bytes));
        if (piece.isEmpty() || control.isCancelled()) {
            return {};
        }
        sum.add({piece.constData(), static_cast<std::size_t>(piece.size())});
        bytes -= piece.size();
    }
    return sum.result();
}

} // namespace

bool isBrokenDownload(const SourceInfo &source)
{
    return source.download && !source.download->isWhole;
}

bool isPartOfDownload(const SourceInfo &part, const SourceInfo &source, const JobControl &control)
{
    return isBrokenDownload(part) && part.path == source.path && part.bytes <= source.bytes
        && !part.sha256.isEmpty() && part.sha256 == hashOfStart(source.path, part.bytes, control);
}

QString brokenDownloadText(const SourceInfo &source)
{
    const QLocale locale;
    const QString bytes = locale.toString(static_cast<qlonglong>(source.bytes));
    const std::optional<std::int64_t> size = source.download->size;
    QString text = size
        ? QCoreApplication::translate("Import", "The download broke off after %1 of %2 bytes.")
              .arg(bytes, locale.toString(static_cast<qlonglong>(*size)))
        : QCoreApplication::translate("Import", "The download broke off after %1 bytes.")
              .arg(bytes);
    if (!source.message.isEmpty()) {
        text += u' ' + source.message;
    }
    return text + u' '
        + QCoreApplication::translate("Import", "Open the URL again, and it goes on from there.");
}

} // namespace auditloupe
