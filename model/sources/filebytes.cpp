// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/filebytes.h"

#include <QCoreApplication>

#include <cerrno>
#include <cstdio>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <poll.h>
#include <unistd.h>

#include <sys/stat.h>
#endif

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::size_t ReadSize = 256U << 10U;

QString text(const char *source)
{
    return QCoreApplication::translate("InputStream", source);
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

Result<std::unique_ptr<FileBytes>> FileBytes::open(const QString &path)
{
    auto bytes = std::unique_ptr<FileBytes>(new FileBytes);
    bytes->m_path = path;
    QFile &file = bytes->m_file;
    QString problem;
    if (path != u"-"_s) {
        problem = openPath(path, file);
    } else if (!file.open(stdin, QIODevice::ReadOnly | QIODevice::Unbuffered)) {
        problem = text(QT_TRANSLATE_NOOP("InputStream", "Standard input cannot be read: %1."))
                      .arg(file.errorString());
    }
    if (!problem.isEmpty()) {
        return std::unexpected(bytes->error(problem, file.errorString()));
    }
    return bytes;
}

Error FileBytes::error(const QString &message, const QString &detail) const
{
    return {.code = Error::Code::Io,
            .message = message,
            .where = {.file = m_path, .byte = m_position},
            .detail = detail};
}

/// Where a read could block for ever it must not keep a cancelled import. False when cancelled.
bool FileBytes::waitForInput()
{
#ifdef Q_OS_UNIX
    constexpr int PatienceMs = 100;
    pollfd waiting{.fd = m_file.handle(), .events = POLLIN, .revents = 0};
    while (m_file.isSequential() && poll(&waiting, 1, PatienceMs) == 0) {
        if (m_isCancelled && m_isCancelled()) {
            return false;
        }
    }
#endif
    return true;
}

/// What is there of a pipe: QFile would wait until all of `size` has come.
std::int64_t FileBytes::readSome(char *to, std::size_t size)
{
#ifdef Q_OS_UNIX
    if (m_file.isSequential()) {
        ssize_t got = -1;
        do {
            got = ::read(m_file.handle(), to, size);
        } while (got < 0 && errno == EINTR);
        return got;
    }
#endif
    return m_file.read(to, static_cast<qint64>(size));
}

Result<std::string_view> FileBytes::read()
{
    if (!waitForInput()) {
        return std::string_view{};
    }
    if (!m_buffer) {
        m_buffer = std::make_unique_for_overwrite<char[]>(ReadSize);
    }
    const std::int64_t size = readSome(m_buffer.get(), ReadSize);
    if (size < 0) {
        return std::unexpected(error(
            m_position == 0
                ? text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read: %1."))
                      .arg(m_file.errorString())
                : text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read any further: %1."))
                      .arg(m_file.errorString()),
            m_file.errorString()));
    }
    const std::string_view bytes(m_buffer.get(), static_cast<std::size_t>(size));
    found(m_position, bytes);
    m_position += size;
    m_bytesRead += size;
    return bytes;
}

Result<void> FileBytes::drain(const std::function<bool()> &isCancelled)
{
    if (m_position != bytesFound()) {
        if (const Result<void> back = seek(bytesFound()); !back) {
            return back;
        }
    }
    return FoundBytes::drain(isCancelled);
}

std::optional<std::int64_t> FileBytes::size() const
{
    const bool isOnce = m_path == u"-"_s || m_file.isSequential();
    return isOnce ? std::nullopt : std::optional<std::int64_t>(m_file.size());
}

Result<void> FileBytes::seek(std::int64_t offset)
{
    if (!m_file.seek(offset)) {
        return std::unexpected(
            error(text(QT_TRANSLATE_NOOP("InputStream", "The file cannot be read any further: %1."))
                      .arg(m_file.errorString()),
                  m_file.errorString()));
    }
    m_position = offset;
    return {};
}

} // namespace auditloupe
