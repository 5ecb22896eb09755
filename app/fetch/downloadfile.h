// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/result.h"
#include "model/import/importer.h"

#include <QByteArrayView>
#include <QFile>
#include <QString>
#include <QUrl>

#include <cstdint>
#include <memory>

class QLockFile;

namespace auditloupe {

/// What is known of a download; kept beside its file without secrets.
struct DownloadRecord
{
    DownloadInfo info = {};
    std::int64_t bytes = 0; ///< of the file when it was complete
    bool isComplete = false;
    bool isImported = false; ///< a case names the file: what is in it stays
    bool isOutdated = false; ///< the URL has another file by now
};

/// The private file (mode 0600) that a URL is downloaded to, in a folder of the user's data. What
/// broke off is found again by its URL. One program at a time has it.
class DownloadFile
{
public:
    /// The file to go on with, or a new one.
    static Result<DownloadFile> open(const QUrl &url);

    DownloadFile(DownloadFile &&) noexcept;
    DownloadFile &operator=(DownloadFile &&) noexcept;
    ~DownloadFile(); ///< nothing is left where nothing arrived

    QString path() const { return m_path; }
    std::int64_t size() const { return m_size; }
    DownloadRecord &record() { return m_record; }
    const DownloadRecord &record() const { return m_record; }

    /// Opens the file for what comes next: behind what is there, or from the beginning.
    Result<void> goOn() { return openFor(QIODevice::Append); }
    Result<void> startAgain() { return openFor(QIODevice::Truncate); }
    /// What a case names stays as it is: the file that begins anew gets another place.
    Result<void> leaveImported();
    Result<void> write(QByteArrayView bytes);
    Result<void> saveRecord();

    /// Bytes that the disk has left; nothing where that cannot be known.
    std::optional<std::int64_t> bytesFree() const;

private:
    DownloadFile(const QString &folder, const QUrl &url, std::unique_ptr<QLockFile> lock);
    bool canBeWritten() const;
    Result<void> openFor(QIODevice::OpenModeFlag mode);

    QUrl m_url;
    QString m_folder;
    QString m_path;
    DownloadRecord m_record;
    std::unique_ptr<QFile> m_file;
    std::int64_t m_size = 0;
    std::unique_ptr<QLockFile> m_lock; // last: others may come when all else is done
};

/// Where downloads lie: a folder of the user's data, mode 0700.
QString downloadFolder();

/// What became of downloads that were to be imported: those that a case names stay as they are
/// from now on, and those that are no logs go.
void settleDownloads(const Downloads &downloads, const ImportReport &report);

/// Removes a download and what is known of it. Other paths are left alone.
void removeDownload(const QString &path);

} // namespace auditloupe
