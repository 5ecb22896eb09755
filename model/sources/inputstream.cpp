// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/inputstream.h"

#include "model/base/sha256.h"

#include <QCoreApplication>
#include <QFile>

#include <archive.h>

#include <cerrno>
#include <cstdio>
#include <vector>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using namespace std::string_view_literals;

constexpr std::size_t ReadSize = 256U << 10U;
constexpr std::int64_t BombFloor = 1LL << 30;
constexpr std::int64_t BombRatio = 500;

QString text(const char *source)
{
    return QCoreApplication::translate("InputStream", source);
}

struct FreeArchive
{
    void operator()(archive *handle) const { archive_read_free(handle); }
};

enum class Compression { None, Gzip, Zstd };

Compression compressionOf(std::string_view head)
{
    if (head.starts_with("\x1f\x8b"sv)) {
        return Compression::Gzip;
    }
    return head.starts_with("\x28\xb5\x2f\xfd"sv) ? Compression::Zstd : Compression::None;
}

#ifdef Q_OS_UNIX

/// Why something that is no file, pipe or link to one is not read; nothing where it can be.
const char *refusalOf(mode_t mode)
{
    if (S_ISDIR(mode)) {
        return QT_TRANSLATE_NOOP("InputStream",
                                 "This is a folder. Name the log files in it, or import the "
                                 "folder with all that is in it.");
    }
    if (S_ISCHR(mode) || S_ISBLK(mode)) {
        return QT_TRANSLATE_NOOP("InputStream",
                                 "This is a device, not a file. Copy what it holds to a file, or "
                                 "hand it over through standard input.");
    }
    if (S_ISSOCK(mode)) {
        return QT_TRANSLATE_NOOP("InputStream", "This is a socket, not a file.");
    }
    return nullptr;
}

/// Opens without waiting for the writer of a named pipe. What is no file or pipe is refused before
/// it is opened, because opening alone can set a device in motion. Nothing on success.
QString openPath(const QString &path, QFile &file)
{
    const QByteArray name = QFile::encodeName(path);
    struct stat found = {};
    if (stat(name.constData(), &found) == 0 && refusalOf(found.st_mode) != nullptr) {
        return text(refusalOf(found.st_mode));
    }
    const int handle = ::open(name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC | O_NOCTTY);
    if (handle < 0) {
        return text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be opened: %1."))
            .arg(qt_error_string(errno));
    }
    fcntl(handle, F_SETFL, 0); // reading waits again, and is asked only when something is there
    file.setFileName(path);
    if (!file.open(handle, QIODevice::ReadOnly | QIODevice::Unbuffered,
                   QFileDevice::AutoCloseHandle)) {
        close(handle);
        return file.errorString();
    }
    return {};
}

#else

QString openPath(const QString &path, QFile &file)
{
    file.setFileName(path);
    if (file.open(QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        return {};
    }
    return text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be opened: %1."))
        .arg(file.errorString());
}

#endif

} // namespace

struct InputStream::Private
{
    QString path = {};
    QFile file = {};
    std::vector<char> buffer = std::vector<char>(ReadSize);
    Sha256 hash = {};
    std::int64_t found = 0; // bytes as found
    std::int64_t unpacked = 0; // bytes handed out
    std::string_view head = {}; // read to tell the compression, not handed on yet
    Compression compression = Compression::None;
    std::unique_ptr<archive, FreeArchive> unpacker = {};
    std::function<bool()> isCancelled = {};
    bool ended = false;

    bool started = false;

    Result<void> start();
    bool waitForInput();
    std::int64_t readSome(char *to, std::size_t size);
    std::int64_t readFound();
    Result<std::string_view> readPlain();
    Result<std::string_view> readUnpacked();
    Result<void> startUnpacker();
    Error error(const QString &message, const QString &detail) const;
};

Error InputStream::Private::error(const QString &message, const QString &detail) const
{
    return {.code = Error::Code::Io,
            .message = message,
            .where = {.file = path, .byte = found},
            .detail = detail};
}

/// Where a read could block for ever it must not keep a cancelled import. False when cancelled.
bool InputStream::Private::waitForInput()
{
#ifdef Q_OS_UNIX
    constexpr int PatienceMs = 100;
    pollfd waiting{.fd = file.handle(), .events = POLLIN, .revents = 0};
    while (file.isSequential() && poll(&waiting, 1, PatienceMs) == 0) {
        if (isCancelled && isCancelled()) {
            return false;
        }
    }
#endif
    return true;
}

/// What is there of a pipe: QFile would wait until all of `size` has come.
std::int64_t InputStream::Private::readSome(char *to, std::size_t size)
{
#ifdef Q_OS_UNIX
    if (file.isSequential()) {
        ssize_t got = -1;
        do {
            got = ::read(file.handle(), to, size);
        } while (got < 0 && errno == EINTR);
        return got;
    }
#endif
    return file.read(to, static_cast<qint64>(size));
}

/// Fills the buffer with the next bytes as found; -1 on failure.
std::int64_t InputStream::Private::readFound()
{
    if (!waitForInput()) {
        return 0;
    }
    const std::int64_t size = readSome(buffer.data(), buffer.size());
    if (size > 0) {
        found += size;
        hash.add({buffer.data(), static_cast<std::size_t>(size)});
    }
    return size;
}

Result<std::string_view> InputStream::Private::readPlain()
{
    if (!head.empty()) {
        return std::exchange(head, {});
    }
    const std::int64_t size = readFound();
    if (size < 0) {
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read any further: %1."))
                      .arg(file.errorString()),
                  file.errorString()));
    }
    return std::string_view(buffer.data(), static_cast<std::size_t>(size));
}

Result<std::string_view> InputStream::Private::readUnpacked()
{
    const void *bytes = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int status = archive_read_data_block(unpacker.get(), &bytes, &size, &offset);
    if (status == ARCHIVE_EOF) {
        return std::string_view{};
    }
    if (status != ARCHIVE_OK) {
        const QString detail = QString::fromUtf8(archive_error_string(unpacker.get()));
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream",
                                         "The compressed data is damaged or was cut off "
                                         "after %1 bytes; what came before is kept."))
                      .arg(found),
                  detail));
    }
    unpacked += static_cast<std::int64_t>(size);
    if (unpacked > BombFloor && unpacked / BombRatio > found) {
        return std::unexpected(error(
            text(QT_TRANSLATE_NOOP("InputStream",
                                   "The file unpacks to more than 500 times its size, as made to "
                                   "exhaust a machine; reading stopped after %1 bytes."))
                .arg(unpacked),
            {}));
    }
    return std::string_view(static_cast<const char *>(bytes), size);
}

Result<void> InputStream::Private::startUnpacker()
{
    unpacker.reset(archive_read_new());
    archive_read_support_format_raw(unpacker.get());
    archive_read_support_format_empty(unpacker.get());
    if (compression == Compression::Gzip) {
        archive_read_support_filter_gzip(unpacker.get());
    } else {
        archive_read_support_filter_zstd(unpacker.get());
    }
    const auto readMore = [](archive * /*handle*/, void *self, const void **bytes) -> la_ssize_t {
        auto *input = static_cast<Private *>(self);
        Result<std::string_view> more = input->readPlain();
        if (!more) {
            return -1;
        }
        *bytes = more->data();
        return static_cast<la_ssize_t>(more->size());
    };
    archive_entry *entry = nullptr;
    int status = archive_read_open(unpacker.get(), this, nullptr, readMore, nullptr);
    if (status == ARCHIVE_OK) {
        status = archive_read_next_header(unpacker.get(), &entry);
    }
    ended = status == ARCHIVE_EOF; // compressed nothing
    if (status != ARCHIVE_OK && !ended) {
        const QString detail = QString::fromUtf8(archive_error_string(unpacker.get()));
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream",
                                         "The compressed data is damaged from its start.")),
                  detail));
    }
    return {};
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
    auto data = std::make_unique<Private>();
    data->path = path;
    QString problem;
    if (path != u"-"_s) {
        problem = openPath(path, data->file);
    } else if (!data->file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        problem = text(QT_TRANSLATE_NOOP("InputStream", "Standard input cannot be read: %1."))
                      .arg(data->file.errorString());
    }
    if (!problem.isEmpty()) {
        return std::unexpected(data->error(problem, data->file.errorString()));
    }
    return InputStream(std::move(data));
}

void InputStream::setCancelCheck(std::function<bool()> isCancelled)
{
    d->isCancelled = std::move(isCancelled);
}

/// Looks at the first bytes: what they are tells the compression.
Result<void> InputStream::Private::start()
{
    started = true;
    const std::int64_t size = readFound();
    if (size < 0) {
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read: %1."))
                      .arg(file.errorString()),
                  file.errorString()));
    }
    head = {buffer.data(), static_cast<std::size_t>(size)};
    compression = compressionOf(head);
    return compression == Compression::None ? Result<void>{} : startUnpacker();
}

Result<std::string_view> InputStream::read()
{
    if (!d->started) {
        if (const Result<void> started = d->start(); !started) {
            d->ended = true;
            return std::unexpected(started.error());
        }
    }
    if (d->ended) {
        return std::string_view{};
    }
    const Result<std::string_view> bytes =
        d->compression == Compression::None ? d->readPlain() : d->readUnpacked();
    d->ended = !bytes || bytes->empty();
    return bytes;
}

Result<void> InputStream::drain()
{
    std::int64_t size = 0;
    do {
        size = d->isCancelled && d->isCancelled() ? 0 : d->readFound();
    } while (size > 0);
    if (size < 0) {
        return std::unexpected(d->error(
            text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read any further: %1."))
                .arg(d->file.errorString()),
            d->file.errorString()));
    }
    return {};
}

QString InputStream::compression() const
{
    switch (d->compression) {
    case Compression::None:
        return u"none"_s;
    case Compression::Gzip:
        return u"gzip"_s;
    case Compression::Zstd:
        return u"zstd"_s;
    }
    return {};
}

std::int64_t InputStream::bytesFound() const
{
    return d->found;
}

QByteArray InputStream::sha256()
{
    return d->hash.result();
}

} // namespace auditloupe
