// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/inputstream.h"

#include "model/base/hash.h"
#include "model/sources/decompressor.h"
#include "model/sources/filebytes.h"
#include "model/sources/unpacklimits.h"
#include "model/sources/utf16.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

/// The bytes of the member that an archive is at, as they stand in there.
class MemberBytes final : public FoundBytes
{
public:
    explicit MemberBytes(ArchiveReader &archive)
        : m_archive(archive)
    {
    }

    Result<std::string_view> read() override
    {
        Result<std::string_view> bytes = m_ended ? std::string_view() : m_archive.read();
        m_ended = !bytes || bytes->empty();
        if (bytes) {
            found(bytesFound(), *bytes);
        }
        return bytes;
    }

private:
    ArchiveReader &m_archive;
    bool m_ended = false;
};

/// Lends what somebody else owns.
class LentBytes final : public ByteSource
{
public:
    explicit LentBytes(ByteSource &from)
        : m_from(from)
    {
    }
    Result<std::string_view> read() override { return m_from.read(); }

private:
    ByteSource &m_from;
};

/// What one archive has named so far, as hashes: it may have a million members.
class MemberNames
{
public:
    /// The name, with a number where it was there before.
    QString unique(const QString &name)
    {
        const auto [known, isNew] = m_numbers.try_emplace(hash64(name.toStdString()), 1);
        QString tried = name;
        while (!isNew) {
            tried = u"%1 (%2)"_s.arg(name).arg(++known->second);
            if (m_numbers.try_emplace(hash64(tried.toStdString()), 1).second) {
                break;
            }
        }
        return tried;
    }

private:
    std::map<std::uint64_t, int> m_numbers;
};

} // namespace

struct InputStream::Private
{
    QString path = {};
    ArchiveMember member = {};
    std::unique_ptr<FoundBytes> origin = {};
    FileBytes *file = nullptr; // the origin, where it is a file
    std::shared_ptr<UnpackLimits> limits = {};
    int level = 0; // archives around this

    std::unique_ptr<PeekedBytes> text = {}; // unpacked, not decoded yet
    std::vector<Compression> compressions = {};
    std::optional<Utf16Decoder> decoder = {};
    std::optional<ByteOrder> utf16 = {};
    std::string decoded = {};
    std::optional<ArchiveKind> archive = {};
    std::unique_ptr<ArchiveReader> members = {};
    MemberNames names = {};
    Result<void> refused = {};
    bool started = false;
    bool ended = false;

    void start();
    void openArchive();
    Result<std::string_view> readText();
    Error placed(Error error) const;
};

/// Takes off one wrapping after the other, as the first bytes of each tell.
void InputStream::Private::start()
{
    if (std::exchange(started, true)) {
        return;
    }
    text = std::make_unique<PeekedBytes>(std::make_unique<LentBytes>(*origin));
    std::optional<Compression> packed = compressionOf(text->peek(PeekedForCompression));
    while (packed && compressions.size() < UnpackLimits::MostLevels) {
        compressions.push_back(*packed);
        text = std::make_unique<PeekedBytes>(
            std::make_unique<Decompressor>(*packed, std::move(text), *limits));
        packed = compressionOf(text->peek(PeekedForCompression));
    }
    // The first line of a pipe is not kept waiting for what comes behind it.
    const bool isLine = text->peek(PeekedForCompression).contains('\n');
    const std::string_view head = text->peek(isLine ? PeekedForCompression : PeekedForArchive);
    archive = archiveKindOf(head);
    if (packed || (archive && level >= UnpackLimits::MostLevels)) {
        refused = std::unexpected(limits->tooDeep());
        archive.reset();
    } else if (archive) {
        openArchive();
    } else if ((utf16 = utf16OrderOf(head))) {
        decoder.emplace(*utf16);
    }
}

void InputStream::Private::openArchive()
{
    // The list of contents is looked up where that is possible; it says more than
    // the members.
    if (archive == ArchiveKind::Zip && compressions.empty() && file != nullptr && file->size()
        && file->seek(0)) {
        members = std::make_unique<ArchiveReader>(*file, *limits);
    } else {
        members = std::make_unique<ArchiveReader>(std::move(text), *limits);
    }
}

Result<std::string_view> InputStream::Private::readText()
{
    if (!refused) {
        return std::unexpected(refused.error());
    }
    if (!decoder) {
        return text->read();
    }
    decoded.clear();
    while (decoded.empty()) { // one byte alone gives nothing yet
        const Result<std::string_view> bytes = text->read();
        if (!bytes) {
            // What waits for its other half is the last of what came before.
            if (decoder->finish(decoded); decoded.empty()) {
                return bytes;
            }
            refused = std::unexpected(bytes.error());
        } else if (bytes->empty()) {
            decoder->finish(decoded);
            break;
        } else {
            decoder->decode(*bytes, decoded);
        }
    }
    return std::string_view(decoded);
}

/// Decompressors know the place in their input alone.
Error InputStream::Private::placed(Error error) const
{
    error.where = {.file = path, .byte = origin->bytesFound()};
    return error;
}

InputStream::InputStream(std::unique_ptr<Private> data)
    : d(std::move(data))
{
}

InputStream::InputStream(InputStream &&) noexcept = default;
InputStream &InputStream::operator=(InputStream &&) noexcept = default;
InputStream::~InputStream() = default;

Result<InputStream> InputStream::open(const QString &path)
{
    return FileBytes::open(path).transform([&path](std::unique_ptr<FileBytes> file) {
        auto data = std::make_unique<Private>();
        data->path = path;
        data->file = file.get();
        data->limits = std::make_shared<UnpackLimits>(path, [read = file.get()] {
            return std::min(read->bytesRead(), read->size().value_or(read->bytesRead()));
        });
        data->origin = std::move(file);
        return InputStream(std::move(data));
    });
}

void InputStream::setCancelCheck(std::function<bool()> isCancelled)
{
    d->file->setCancelCheck(std::move(isCancelled));
}

Result<std::string_view> InputStream::read()
{
    d->start();
    if (d->ended || d->archive) {
        return std::string_view{};
    }
    const Result<std::string_view> bytes = d->readText();
    d->ended = !bytes || bytes->empty();
    return bytes ? bytes : std::unexpected(d->placed(bytes.error()));
}

bool InputStream::isArchive()
{
    d->start();
    return d->archive.has_value();
}

Result<std::optional<InputStream>> InputStream::nextMember()
{
    if (!isArchive()) {
        return std::nullopt;
    }
    Result<std::optional<ArchiveMember>> next = d->members->next();
    if (!next) {
        return std::unexpected(d->placed(next.error()));
    }
    if (!*next) {
        return std::nullopt;
    }
    auto data = std::make_unique<Private>();
    data->member = std::move(**next);
    data->path = d->path + MemberSign + d->names.unique(data->member.name);
    data->origin = std::make_unique<MemberBytes>(*d->members);
    data->limits = d->limits;
    data->level = d->level + 1;
    return InputStream(std::move(data));
}

Result<void> InputStream::drain(const std::function<bool()> &isCancelled)
{
    const Result<void> drained = d->origin->drain(isCancelled);
    const bool isPlaced = drained || drained.error().code == Error::Code::Cancelled;
    return isPlaced ? drained : std::unexpected(d->placed(drained.error()));
}

QString InputStream::path() const
{
    return d->path;
}

const ArchiveMember &InputStream::member() const
{
    return d->member;
}

QString InputStream::compression() const
{
    QString names;
    for (const Compression compression : d->compressions) {
        const std::string_view name = compressionName(compression);
        names +=
            (names.isEmpty() ? u""_s : u"/"_s) + QLatin1StringView(name.data(), std::ssize(name));
    }
    return names.isEmpty() ? u"none"_s : names;
}

QString InputStream::encoding() const
{
    const std::string_view name = d->utf16 ? encodingName(*d->utf16) : std::string_view();
    return QString::fromLatin1(name.data(), std::ssize(name));
}

QString InputStream::archive() const
{
    return d->archive ? archiveName(*d->archive) : QString();
}

std::int64_t InputStream::bytesFound() const
{
    return d->origin->bytesFound();
}

QByteArray InputStream::sha256()
{
    return d->origin->sha256();
}

} // namespace auditloupe
