// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/archivereader.h"

#include "model/sources/filebytes.h"
#include "model/sources/unpacklimits.h"

#include <QCoreApplication>

#include <archive.h>
#include <archive_entry.h>

#include <algorithm>
#include <array>
#include <charconv>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::int64_t UsPerSecond = 1'000'000;
constexpr qsizetype LongestName = 4096;

QString text(const char *source)
{
    return QCoreApplication::translate("InputStream", source);
}

struct FreeArchive
{
    void operator()(archive *handle) const { archive_read_free(handle); }
};

/// The header's sum of its own bytes is the only thing that all kinds of tar
/// have in common.
bool isTarHeader(std::string_view head)
{
    constexpr std::size_t HeaderBytes = 512;
    constexpr std::size_t SumAt = 148;
    constexpr std::size_t SumLength = 8;
    if (head.size() < HeaderBytes || head.front() == '\0') {
        return false;
    }
    std::string_view field = head.substr(SumAt, SumLength);
    field.remove_prefix(std::min(field.find_first_not_of(' '), field.size()));
    int stated = -1;
    std::from_chars(field.data(), field.data() + field.size(), stated, 8);
    int sum = 0;
    int signedSum = 0; // as some old ones counted
    for (std::size_t i = 0; i < HeaderBytes; ++i) {
        const char c = i >= SumAt && i < SumAt + SumLength ? ' ' : head[i];
        sum += static_cast<unsigned char>(c);
        signedSum += static_cast<signed char>(c);
    }
    return stated == sum || stated == signedSum;
}

QString nameOf(archive_entry *entry)
{
    const char *name = archive_entry_pathname(entry);
    if (name == nullptr) {
        name = archive_entry_pathname_utf8(entry);
    }
    const QString whole = QString::fromUtf8(name);
    return whole.size() <= LongestName ? whole : whole.first(LongestName - 1) + u'…';
}

QString ownerOf(archive_entry *entry)
{
    const auto part = [](const char *name, la_int64_t number) {
        return name != nullptr && *name != '\0' ? QString::fromUtf8(name) : QString::number(number);
    };
    return part(archive_entry_uname(entry), archive_entry_uid(entry)) + u':'
        + part(archive_entry_gname(entry), archive_entry_gid(entry));
}

/// Why something that is no file of its own is not read.
QString refusalOf(archive_entry *entry)
{
    if (const char *target = archive_entry_hardlink(entry); target != nullptr) {
        return text(QT_TRANSLATE_NOOP("InputStream",
                                      "This is a second name of “%1” in the archive, whose bytes "
                                      "stand there."))
            .arg(QString::fromUtf8(target).left(LongestName));
    }
    if (archive_entry_filetype(entry) == AE_IFLNK) {
        return text(QT_TRANSLATE_NOOP("InputStream",
                                      "This is a link to “%1”. Links in archives are not "
                                      "followed."))
            .arg(QString::fromUtf8(archive_entry_symlink(entry)).left(LongestName));
    }
    if (archive_entry_filetype(entry) != AE_IFREG) {
        return text(QT_TRANSLATE_NOOP("InputStream", "This is a device or a pipe, not a file."));
    }
    return {};
}

ArchiveMember memberOf(archive_entry *entry)
{
    ArchiveMember member{.name = nameOf(entry), .owner = {}};
    if (archive_entry_mtime_is_set(entry) != 0) {
        constexpr std::int64_t NsPerUs = 1000;
        constexpr std::int64_t Latest = INT64_MAX / UsPerSecond - 1;
        member.modifiedUs =
            std::clamp<std::int64_t>(archive_entry_mtime(entry), -Latest, Latest) * UsPerSecond
            + archive_entry_mtime_nsec(entry) / NsPerUs;
    }
    if (archive_entry_perm_is_set(entry) != 0) {
        member.mode = archive_entry_perm(entry) & 0777U;
        member.owner = ownerOf(entry);
    }
    if (archive_entry_is_encrypted(entry) != 0) {
        member.problem =
            text(QT_TRANSLATE_NOOP("InputStream",
                                   "This member is encrypted. Unpack the archive with its "
                                   "password, and import what is in it."));
        member.isFault = true;
    } else {
        member.problem = refusalOf(entry);
    }
    return member;
}

} // namespace

struct ArchiveReader::Private
{
    explicit Private(UnpackLimits &unpackLimits)
        : limits(unpackLimits)
    {
    }

    UnpackLimits &limits;
    std::unique_ptr<ByteSource> from = {};
    FileBytes *file = nullptr;
    std::unique_ptr<archive, FreeArchive> handle = {};
    Result<void> failed = {}; // what the library only passes on
    bool isOpen = false;
    bool isEnded = false;

    // Of the member at hand:
    std::int64_t position = 0;
    std::string_view ahead = {}; // stands behind a gap
    std::int64_t gap = 0;
    bool isMemberEnded = false;
    bool isMemberDamaged = false;

    bool open();
    Error error(const QString &message) const;
    Result<void> readBlock();
    static la_ssize_t readMore(archive *handle, void *self, const void **bytes);
    static la_int64_t seek(archive *handle, void *self, la_int64_t offset, int whence);
};

Error ArchiveReader::Private::error(const QString &message) const
{
    if (!failed) {
        return failed.error();
    }
    if (!limits.reached()) {
        return limits.reached().error();
    }
    return {.code = Error::Code::Io,
            .message = message,
            .detail = QString::fromUtf8(archive_error_string(handle.get()))};
}

la_ssize_t ArchiveReader::Private::readMore(archive * /*handle*/, void *self, const void **bytes)
{
    auto *reader = static_cast<Private *>(self);
    const Result<std::string_view> more =
        reader->file != nullptr ? reader->file->read() : reader->from->read();
    if (!more) {
        reader->failed = std::unexpected(more.error());
        return -1;
    }
    *bytes = more->data();
    return std::ssize(*more);
}

la_int64_t ArchiveReader::Private::seek(archive * /*handle*/, void *self, la_int64_t offset,
                                        int whence)
{
    auto *reader = static_cast<Private *>(self);
    FileBytes &file = *reader->file;
    const std::int64_t base = whence == SEEK_SET ? 0
        : whence == SEEK_CUR                     ? file.position()
                                                 : file.size().value_or(0);
    const Result<void> done = file.seek(std::max<std::int64_t>(0, base + offset));
    if (!done) {
        reader->failed = std::unexpected(done.error());
        return ARCHIVE_FATAL;
    }
    return file.position();
}

bool ArchiveReader::Private::open()
{
    handle.reset(archive_read_new());
    archive_read_support_format_tar(handle.get());
    archive_read_support_format_zip(handle.get());
    archive_read_set_callback_data(handle.get(), this);
    archive_read_set_read_callback(handle.get(), readMore);
    if (file != nullptr) {
        archive_read_set_seek_callback(handle.get(), seek);
    }
    return archive_read_open1(handle.get()) == ARCHIVE_OK;
}

ArchiveReader::ArchiveReader(std::unique_ptr<ByteSource> from, UnpackLimits &limits)
    : d(std::make_unique<Private>(limits))
{
    d->from = std::move(from);
}

ArchiveReader::ArchiveReader(FileBytes &file, UnpackLimits &limits)
    : d(std::make_unique<Private>(limits))
{
    d->file = &file;
}

ArchiveReader::~ArchiveReader() = default;

Result<std::optional<ArchiveMember>> ArchiveReader::next()
{
    d->position = d->gap = 0;
    d->ahead = {};
    d->isMemberEnded = d->isMemberDamaged = false;
    while (!d->isEnded) {
        if (!d->limits.reached()) { // within the member before: this one is not looked for
            d->isEnded = true;
            return std::unexpected(d->limits.reached().error());
        }
        archive_entry *entry = nullptr;
        d->isOpen = d->isOpen || d->open();
        const int status =
            d->isOpen ? archive_read_next_header(d->handle.get(), &entry) : ARCHIVE_FATAL;
        d->isEnded = status == ARCHIVE_EOF || status == ARCHIVE_FATAL || !d->failed;
        if (status == ARCHIVE_EOF) {
            break;
        }
        if (d->isEnded || status == ARCHIVE_FAILED) {
            d->isEnded = true;
            return std::unexpected(d->error(
                text(QT_TRANSLATE_NOOP("InputStream",
                                       "The archive is damaged or was cut off; the members in "
                                       "front of that are kept."))));
        }
        if (const Result<void> allowed = d->limits.addMember(); !allowed) {
            d->isEnded = true;
            return std::unexpected(allowed.error());
        }
        if (archive_entry_filetype(entry) != AE_IFDIR) {
            return memberOf(entry);
        }
    }
    return std::nullopt;
}

Result<void> ArchiveReader::Private::readBlock()
{
    const void *bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = isMemberDamaged
        ? ARCHIVE_FAILED
        : archive_read_data_block(handle.get(), &bytes, &size, &offset);
    isMemberEnded = status == ARCHIVE_EOF;
    isMemberDamaged = !isMemberEnded && status != ARCHIVE_OK;
    // A sum that is wrong is told together with the last bytes.
    if (status < ARCHIVE_WARN || (status == ARCHIVE_WARN && size == 0)) {
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream",
                                         "This member of the archive is damaged or packed in an "
                                         "unknown way (%1); what came before is kept."))
                      .arg(QString::fromUtf8(archive_error_string(handle.get())))));
    }
    gap = std::max<std::int64_t>(0, offset - position); // at the end, too
    ahead = isMemberEnded ? std::string_view()
                          : std::string_view(static_cast<const char *>(bytes), size);
    return {};
}

Result<std::string_view> ArchiveReader::read()
{
    static constexpr std::array<char, 64U << 10U> Zeros = {};
    while (d->gap == 0 && d->ahead.empty() && !d->isMemberEnded) {
        if (const Result<void> block = d->readBlock(); !block) {
            return std::unexpected(block.error());
        }
    }
    std::string_view bytes = {};
    if (d->gap > 0) { // of a sparse file
        bytes = {Zeros.data(),
                 static_cast<std::size_t>(std::min<std::int64_t>(d->gap, std::ssize(Zeros)))};
        d->gap -= std::ssize(bytes);
    } else {
        bytes = std::exchange(d->ahead, {});
    }
    d->position += std::ssize(bytes);
    if (const Result<void> allowed = d->limits.addBytes(std::ssize(bytes)); !allowed) {
        return std::unexpected(allowed.error());
    }
    return bytes;
}

std::optional<ArchiveKind> archiveKindOf(std::string_view head)
{
    if (head.starts_with("PK\3\4"sv) || head.starts_with("PK\5\6"sv)) {
        return ArchiveKind::Zip;
    }
    return isTarHeader(head) ? std::optional(ArchiveKind::Tar) : std::nullopt;
}

QString archiveName(ArchiveKind kind)
{
    return kind == ArchiveKind::Tar ? u"tar"_s : u"zip"_s;
}

bool isArchiveName(const QString &format)
{
    return format == archiveName(ArchiveKind::Tar) || format == archiveName(ArchiveKind::Zip);
}

} // namespace auditloupe
