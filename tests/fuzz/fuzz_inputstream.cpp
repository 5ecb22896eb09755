// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/inputstream.h"
#include "model/sources/utf16.h"

#include <QCryptographicHash>
#include <QFile>
#include <QTemporaryDir>

#include <cstdlib>

using namespace auditloupe;

namespace {

/// Reads all that a stream has, and all that is inside of it. The bytes that come out.
std::string readAll(InputStream &stream, int level)
{
    if (level > 3) {
        std::abort(); // archives in archives have an end
    }
    std::string text;
    for (auto bytes = stream.read(); bytes && !bytes->empty(); bytes = stream.read()) {
        text += *bytes;
    }
    for (auto member = stream.nextMember(); member && *member; member = stream.nextMember()) {
        if ((*member)->member().problem.isEmpty()) {
            static_cast<void>(readAll(**member, level + 1));
        }
        static_cast<void>((*member)->drain());
        if ((*member)->sha256().size() != 32) {
            std::abort();
        }
    }
    return text;
}

} // namespace

/// Whatever a file holds: it is read to its end and hashed whole, and what was not packed comes
/// out as it went in.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t *data, std::size_t size)
{
    static const QTemporaryDir Folder;
    const QByteArrayView bytes(data, static_cast<qsizetype>(size));
    const QString path = Folder.filePath(QStringLiteral("input"));
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(bytes.data(), bytes.size()) < 0) {
        std::abort();
    }
    file.close();
    Result<InputStream> stream = InputStream::open(path);
    std::string text = readAll(*stream, 0);
    if (const auto order = utf16Named(stream->encoding().toStdString())) {
        std::string again;
        Utf16Encoder(*order).encode(text, again);
        text = std::move(again);
    }
    const bool isPlain = stream->compression() == QLatin1StringView("none") && !stream->isArchive();
    const std::string_view found(reinterpret_cast<const char *>(data), size);
    if (!stream->drain() || stream->bytesFound() != bytes.size() || (isPlain && text != found)
        || stream->sha256() != QCryptographicHash::hash(bytes, QCryptographicHash::Sha256)) {
        std::abort();
    }
    return 0;
}
