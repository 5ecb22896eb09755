// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/payload.h"

#include "model/sources/recordsplitter.h"

#include <QByteArray>

#include <archive.h>

#include <array>
#include <memory>

namespace auditloupe {

namespace {

struct FreeArchive
{
    void operator()(archive *handle) const { archive_read_free(handle); }
};

std::optional<std::string> gunzip(const QByteArray &packed)
{
    const std::unique_ptr<archive, FreeArchive> unpacker(archive_read_new());
    archive_read_support_format_raw(unpacker.get());
    archive_read_support_filter_gzip(unpacker.get());
    archive_entry *entry = nullptr;
    if (archive_read_open_memory(unpacker.get(), packed.constData(),
                                 static_cast<std::size_t>(packed.size()))
            != ARCHIVE_OK
        || archive_read_next_header(unpacker.get(), &entry) != ARCHIVE_OK) {
        return std::nullopt;
    }
    std::string bytes;
    std::array<char, 64U << 10U> piece = {};
    la_ssize_t size = 0;
    while ((size = archive_read_data(unpacker.get(), piece.data(), piece.size())) > 0) {
        bytes.append(piece.data(), static_cast<std::size_t>(size));
        if (bytes.size() > RecordSplitter::MaxRecord) {
            return std::nullopt;
        }
    }
    return size == 0 ? std::optional(std::move(bytes)) : std::nullopt;
}

} // namespace

std::optional<std::string> decodePayload(std::string_view base64)
{
    const auto decoded = QByteArray::fromBase64Encoding(
        QByteArray(base64.data(), static_cast<qsizetype>(base64.size())),
        QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return std::nullopt;
    }
    if (decoded.decoded.startsWith("\x1f\x8b")) {
        return gunzip(decoded.decoded);
    }
    return decoded.decoded.toStdString();
}

} // namespace auditloupe
