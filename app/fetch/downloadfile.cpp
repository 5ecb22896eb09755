// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/downloadfile.h"

#include "app/fetch/fetchurl.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLockFile>
#include <QSaveFile>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>
#include <chrono>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr auto FolderMode = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto FileMode = QFile::ReadOwner | QFile::WriteOwner;

Error ioError(const QString &message, const QString &path, const QString &detail = {})
{
    return {.code = Error::Code::Io, .message = message, .where = {.file = path}, .detail = detail};
}

QString recordPath(const QString &folder)
{
    return folder + u".json"_s;
}

QJsonObject toJson(const DownloadRecord &record)
{
    const DownloadInfo &info = record.info;
    return {{u"url"_s, info.url},
            {u"redirects"_s, QJsonArray::fromStringList(info.redirects)},
            {u"fetched_us"_s, static_cast<qint64>(info.fetchedUs)},
            {u"etag"_s, info.etag},
            {u"last_modified"_s, info.lastModified},
            {u"content_type"_s, info.contentType},
            {u"size"_s, info.size ? QJsonValue(static_cast<qint64>(*info.size)) : QJsonValue()},
            {u"bytes"_s, static_cast<qint64>(record.bytes)},
            {u"complete"_s, record.isComplete},
            {u"imported"_s, record.isImported},
            {u"outdated"_s, record.isOutdated}};
}

DownloadRecord fromJson(const QJsonObject &object)
{
    DownloadRecord record;
    DownloadInfo &info = record.info;
    info.url = object["url"_L1].toString();
    for (const auto &redirect : object["redirects"_L1].toArray()) {
        info.redirects.append(redirect.toString());
    }
    info.fetchedUs = object["fetched_us"_L1].toInteger();
    info.etag = object["etag"_L1].toString();
    info.lastModified = object["last_modified"_L1].toString();
    info.contentType = object["content_type"_L1].toString();
    if (object["size"_L1].isDouble()) {
        info.size = object["size"_L1].toInteger();
    }
    record.bytes = object["bytes"_L1].toInteger();
    record.isComplete = object["complete"_L1].toBool();
    record.isImported = object["imported"_L1].toBool();
    record.isOutdated = object["outdated"_L1].toBool();
    info.isWhole = record.isComplete;
    return record;
}

DownloadRecord readRecord(const QString &folder)
{
    QFile file(recordPath(folder));
    return file.open(QIODevice::ReadOnly)
        ? fromJson(QJsonDocument::fromJson(file.readAll()).object())
        : DownloadRecord();
}

Result<void> writeRecord(const QString &folder, const DownloadRecord &record)
{
    QSaveFile file(recordPath(folder));
    const QByteArray json = QJsonDocument(toJson(record)).toJson();
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(FileMode)
        || file.write(json) != json.size() || !file.commit()) {
        return std::unexpected(
            ioError(QCoreApplication::translate("Fetch", "The download cannot be written: %1")
                        .arg(file.errorString()),
                    file.fileName()));
    }
    return {};
}

Result<std::unique_ptr<QLockFile>> lockFolder(const QString &folder)
{
    auto lock = std::make_unique<QLockFile>(folder + u".lock"_s);
    // The lock file's own lock says whether its process lives; its recorded process number does not
    // (in a container every run has the same). So any age counts as old.
    lock->setStaleLockTime(std::chrono::milliseconds(1));
    if (lock->tryLock(0)) {
        return lock;
    }
    if (lock->error() == QLockFile::LockFailedError) {
        return std::unexpected(
            Error{.code = Error::Code::Io,
                  .message = QCoreApplication::translate(
                      "Fetch",
                      "Another Auditloupe is downloading this file. Wait until it has finished.")});
    }
    return std::unexpected(
        ioError(QCoreApplication::translate("Fetch", "The folder for downloads cannot be written."),
                folder));
}

/// The folder of a download's file, where it is one.
QString folderOf(const QString &path)
{
    const QString folder = QFileInfo(path).absolutePath();
    return QFileInfo(folder).absolutePath() == QFileInfo(downloadFolder()).absoluteFilePath()
        ? folder
        : QString();
}

void markImported(const QString &path)
{
    const QString folder = folderOf(path);
    if (folder.isEmpty() || !QFile::exists(recordPath(folder))) {
        return;
    }
    DownloadRecord record = readRecord(folder);
    record.isImported = true;
    // Where it cannot be written, the next download of the URL takes the file as it is.
    [[maybe_unused]] const Result<void> written = writeRecord(folder, record);
}

} // namespace

QString downloadFolder()
{
    // Local, not roaming: beside the cases, and as secret as they are.
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/downloads"_s;
}

Result<DownloadFile> DownloadFile::open(const QUrl &url)
{
    const QString parent = downloadFolder();
    if (!QDir().mkpath(parent) || !QFile::setPermissions(parent, FolderMode)) {
        return std::unexpected(ioError(
            QCoreApplication::translate("Fetch", "The folder for downloads cannot be made."),
            parent));
    }
    const QString stem = parent + u'/' + urlKey(url);
    for (int n = 1;; ++n) {
        const QString folder = n == 1 ? stem : u"%1-%2"_s.arg(stem).arg(n);
        Result<std::unique_ptr<QLockFile>> lock = lockFolder(folder);
        if (!lock) {
            return std::unexpected(lock.error());
        }
        DownloadFile file(folder, url, std::move(*lock));
        if (file.canBeWritten()) {
            return file;
        }
    }
}

DownloadFile::DownloadFile(const QString &folder, const QUrl &url, std::unique_ptr<QLockFile> lock)
    : m_url(url)
    , m_folder(folder)
    , m_path(folder + u'/' + fileNameOf(url))
    , m_record(readRecord(folder))
    , m_size(QFileInfo(m_path).size())
    , m_lock(std::move(lock))
{
    if (m_record.isComplete && m_size != m_record.bytes) {
        m_record = {}; // somebody else's doing: what it is now is unknown
        m_size = 0;
    }
    if (!m_record.isComplete) {
        m_record.info.url = maskedUrl(url);
    }
}

DownloadFile::DownloadFile(DownloadFile &&) noexcept = default;
DownloadFile &DownloadFile::operator=(DownloadFile &&) noexcept = default;

DownloadFile::~DownloadFile()
{
    if (!m_lock) {
        return; // moved from
    }
    m_file.reset();
    if (QFileInfo(m_path).size() == 0) {
        QFile::remove(m_path);
        QFile::remove(recordPath(m_folder));
        QDir().rmdir(m_folder);
    }
}

bool DownloadFile::canBeWritten() const
{
    return !m_record.isImported || !(m_record.isComplete || m_record.isOutdated);
}

Result<void> DownloadFile::leaveImported()
{
    if (!m_record.isImported || m_size == 0) {
        return {};
    }
    m_record.isOutdated = true;
    if (const Result<void> saved = saveRecord(); !saved) {
        return saved;
    }
    m_lock->unlock();
    Result<DownloadFile> next = open(m_url);
    if (!next) {
        return std::unexpected(next.error());
    }
    *this = std::move(*next);
    return {};
}

Result<void> DownloadFile::openFor(QIODevice::OpenModeFlag mode)
{
    m_file = std::make_unique<QFile>(m_path);
    if ((!QFileInfo(m_folder).isDir() && !QDir().mkdir(m_folder, FolderMode))
        || !m_file->open(QIODevice::WriteOnly | QIODevice::Unbuffered | mode, FileMode)) {
        return std::unexpected(
            ioError(QCoreApplication::translate("Fetch", "The download cannot be written: %1")
                        .arg(m_file->errorString()),
                    m_path));
    }
    m_size = m_file->size();
    return {};
}

Result<void> DownloadFile::write(QByteArrayView bytes)
{
    while (!bytes.isEmpty()) {
        const qint64 written = m_file->write(bytes.data(), bytes.size());
        if (written <= 0) {
            return std::unexpected(
                ioError(QCoreApplication::translate("Fetch", "The download cannot be written: %1")
                            .arg(m_file->errorString()),
                        m_path));
        }
        m_size += written;
        bytes = bytes.sliced(written);
    }
    return {};
}

Result<void> DownloadFile::saveRecord()
{
    return writeRecord(m_folder, m_record);
}

std::optional<std::int64_t> DownloadFile::bytesFree() const
{
    const QStorageInfo storage(downloadFolder());
    return storage.isValid() ? std::optional<std::int64_t>(storage.bytesAvailable()) : std::nullopt;
}

void settleDownloads(const Downloads &downloads, const ImportReport &report)
{
    for (const auto &[path, info] : downloads) {
        if (std::ranges::find(report.sources, path, &SourceInfo::path) != report.sources.end()) {
            markImported(path);
        } else if (info.isWhole
                   && std::ranges::find(report.skipped, path, &SkippedFile::path)
                       != report.skipped.end()) {
            removeDownload(path);
        }
    }
}

void removeDownload(const QString &path)
{
    if (const QString folder = folderOf(path); !folder.isEmpty()) {
        QDir(folder).removeRecursively();
        QFile::remove(recordPath(folder));
    }
}

} // namespace auditloupe
