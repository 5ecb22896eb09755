// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/decompressor.h"

#include "model/sources/unpacklimits.h"

#include <QCoreApplication>

#include <array>

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t OutputSize = 256U << 10U;

/// Frames of zstd that hold no data; pzstd begins with one.
bool isSkippableFrame(std::string_view head)
{
    return head.size() >= 4 && (static_cast<unsigned char>(head[0]) & 0xF0U) == 0x50
        && head.substr(1).starts_with("\x2a\x4d\x18"sv);
}

/// "BZh9" alone could be text.
bool isBzip2(std::string_view head)
{
    return head.size() >= 10 && head.starts_with("BZh"sv) && head[3] >= '1' && head[3] <= '9'
        && (head.substr(4).starts_with("1AY&SY"sv)
            || head.substr(4).starts_with("\x17\x72\x45\x38\x50\x90"sv));
}

QString text(const char *source)
{
    return QCoreApplication::translate("InputStream", source);
}

bool isAllZero(std::string_view bytes)
{
    return bytes.find_first_not_of('\0') == std::string_view::npos;
}

} // namespace

std::optional<Compression> compressionOf(std::string_view head)
{
    if (head.starts_with("\x1f\x8b"sv)) {
        return Compression::Gzip;
    }
    if (head.starts_with("\x28\xb5\x2f\xfd"sv) || isSkippableFrame(head)) {
        return Compression::Zstd;
    }
    if (head.starts_with("\xfd\x37zXZ\0"sv)) {
        return Compression::Xz;
    }
    return isBzip2(head) ? std::optional(Compression::Bzip2) : std::nullopt;
}

std::string_view compressionName(Compression compression)
{
    constexpr std::array Names{"gzip"sv, "zstd"sv, "xz"sv, "bzip2"sv};
    return Names[static_cast<std::size_t>(compression)];
}

Decompressor::Decompressor(Compression compression, std::unique_ptr<ByteSource> from,
                           UnpackLimits &limits)
    : m_compression(compression)
    , m_from(std::move(from))
    , m_limits(limits)
    , m_codec(Codec::make(compression))
    , m_output(std::make_unique_for_overwrite<char[]>(OutputSize))
{
}

Error Decompressor::error(const QString &message) const
{
    return {.code = Error::Code::Io, .message = message, .where = {.byte = m_taken}};
}

/// Whether there is a way on from here.
Result<void> Decompressor::check() const
{
    if (m_state == Codec::State::TooLarge) {
        return std::unexpected(error(text(QT_TRANSLATE_NOOP(
            "InputStream",
            "Unpacking needs more memory than is allowed: it was compressed with an unusually "
            "large window. Unpack the file, and import what is in it."))));
    }
    if (m_state == Codec::State::Damaged && m_unpacked == 0) {
        return std::unexpected(error(text(
            QT_TRANSLATE_NOOP("InputStream", "The compressed data is damaged from its start."))));
    }
    if (m_state == Codec::State::Damaged) {
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream",
                                         "The compressed data is damaged at byte %1; what came "
                                         "before is kept."))
                      .arg(m_taken)));
    }
    return {};
}

/// Something to unpack, unless the input has ended.
Result<void> Decompressor::refill()
{
    if (!m_input.empty() || m_inputEnded) {
        return {};
    }
    const Result<std::string_view> more = m_from->read();
    if (!more) {
        return std::unexpected(more.error());
    }
    m_input = *more;
    m_inputEnded = more->empty();
    return {};
}

/// Behind the end of a stream: another one, or the end of all.
Result<void> Decompressor::startNext()
{
    while (m_input.size() < PeekedForCompression && !m_inputEnded) {
        std::string joined(m_input);
        const Result<std::string_view> more = m_from->read();
        if (!more) {
            return std::unexpected(more.error());
        }
        m_inputEnded = more->empty();
        joined += *more;
        m_carried = std::move(joined);
        m_input = m_carried;
    }
    if (compressionOf(m_input) == m_compression) {
        m_codec->restart();
        m_state = Codec::State::Going;
        return {};
    }
    m_ended = true;
    if (isAllZero(m_input)) { // padding
        return {};
    }
    return std::unexpected(
        error(text(QT_TRANSLATE_NOOP("InputStream",
                                     "Behind the compressed data, from byte %1 on, stand bytes "
                                     "that are not compressed. They were not read."))
                  .arg(m_taken)));
}

Result<std::string_view> Decompressor::read()
{
    Result<std::string_view> bytes = unpack();
    if (!bytes) {
        m_ended = true;
        return bytes;
    }
    m_unpacked += std::ssize(*bytes);
    if (const Result<void> allowed = m_limits.addBytes(std::ssize(*bytes)); !allowed) {
        m_ended = true;
        return std::unexpected(allowed.error());
    }
    return bytes;
}

Result<std::string_view> Decompressor::unpack()
{
    while (!m_ended) {
        const Result<void> ready = check().and_then(
            [this] { return m_state == Codec::State::Ended ? startNext() : refill(); });
        if (!ready) {
            return std::unexpected(ready.error());
        }
        if (m_ended) {
            break;
        }
        const Codec::Step step = m_codec->decode(m_input, {m_output.get(), OutputSize});
        m_input.remove_prefix(step.used);
        m_taken += static_cast<std::int64_t>(step.used);
        m_state = step.state;
        if (step.written > 0) {
            return std::string_view(m_output.get(), step.written);
        }
        if (m_inputEnded && m_state == Codec::State::Going) {
            return std::unexpected(
                error(text(QT_TRANSLATE_NOOP("InputStream",
                                             "The compressed data was cut off after %1 bytes; "
                                             "what came before is kept."))
                          .arg(m_taken)));
        }
    }
    return std::string_view{};
}

} // namespace auditloupe
