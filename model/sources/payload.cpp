// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/payload.h"

#include "model/sources/decompressor.h"
#include "model/sources/recordsplitter.h"

#include <QByteArray>

#include <array>

namespace auditloupe {

namespace {

std::optional<std::string> gunzip(std::string_view packed)
{
    const std::unique_ptr<Codec> codec = Codec::make(Compression::Gzip);
    std::string bytes;
    std::array<char, 64U << 10U> piece = {};
    for (;;) {
        const Codec::Step step = codec->decode(packed, piece);
        packed.remove_prefix(step.used);
        bytes.append(piece.data(), step.written);
        const bool isStuck = step.used == 0 && step.written == 0;
        if (step.state == Codec::State::Ended) {
            if (compressionOf(packed) != Compression::Gzip) {
                return bytes;
            }
            codec->restart();
        } else if (step.state != Codec::State::Going || isStuck
                   || bytes.size() > RecordSplitter::MaxRecord) {
            return std::nullopt;
        }
    }
}

} // namespace

std::optional<std::string> decodePayload(std::string_view base64)
{
    QByteArray letters(base64.data(), static_cast<qsizetype>(base64.size()));
    letters.removeIf([](char c) { return c == '\n' || c == '\r'; });
    const auto decoded =
        QByteArray::fromBase64Encoding(letters, QByteArray::AbortOnBase64DecodingErrors);
    if (!decoded || decoded.decoded.isEmpty()) {
        return std::nullopt;
    }
    if (decoded.decoded.startsWith("\x1f\x8b")) {
        return gunzip({decoded.decoded.constData(), std::size_t(decoded.decoded.size())});
    }
    return decoded.decoded.toStdString();
}

bool isEncodedGzip(std::string_view text)
{
    constexpr std::size_t Enough = 64;
    return text.size() >= Enough && text.starts_with(EncodedGzip)
        && text.substr(0, Enough).find_first_not_of(Base64Letters) == std::string_view::npos;
}

} // namespace auditloupe
