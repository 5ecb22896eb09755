// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/caselibrary.h"

#include "model/casefile/sourcename.h"

#include <QCoreApplication>
#include <QDate>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QLocale>
#include <QStandardPaths>
#include <QStorageInfo>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

constexpr qsizetype LongestName = 48; // characters; four bytes each fit a name
constexpr std::int64_t SpareBytes = 32LL * 1024 * 1024; // journal, settings, strings

QString translated(const char *text)
{
    return QCoreApplication::translate("CaseLibrary", text);
}

Error ioError(const QString &message, const QString &file, const QString &detail = {})
{
    return {.code = Error::Code::Io, .message = message, .where = {.file = file}, .detail = detail};
}

// "audit-2026-11-20T16-13-25.000.log.gz" -> "audit-2026-11-20T16-13-25.000"
QString withoutSuffixes(QString name)
{
    static const std::array suffixes = {".gz"_L1,  ".zst"_L1, ".xz"_L1,  ".bz2"_L1,  ".tgz"_L1,
                                        ".tar"_L1, ".zip"_L1, ".log"_L1, ".json"_L1, ".jsonl"_L1};
    const auto ends = [&name](QLatin1StringView suffix) {
        return name.size() > suffix.size() && name.endsWith(suffix, Qt::CaseInsensitive);
    };
    for (auto it = std::ranges::find_if(suffixes, ends); it != suffixes.end();
         it = std::ranges::find_if(suffixes, ends)) {
        name.chop(it->size());
    }
    return name;
}

// A name that every file system takes: no separators, no control characters, no dot in front.
QString safeName(const QString &name)
{
    QString safe;
    for (const QChar c : name.left(LongestName)) {
        safe += c.isLetterOrNumber() || u" ._-+()"_s.contains(c) ? c : u'_';
    }
    while (safe.startsWith(u'.') || safe.startsWith(u' ')) {
        safe.remove(0, 1);
    }
    return safe.isEmpty() ? u"case"_s : safe;
}

QString nameOfInputs(const QStringList &inputs)
{
    if (inputs.isEmpty()) {
        return u"case"_s;
    }
    const QString &first = inputs.first();
    const QString name = first == StandardInput
        ? translated(QT_TRANSLATE_NOOP("CaseLibrary", "standard input"))
        : QDir(QFileInfo(first).absoluteFilePath()).dirName();
    const QString readable = safeName(withoutSuffixes(name));
    return inputs.size() == 1 ? readable : u"%1 +%2"_s.arg(readable).arg(inputs.size() - 1);
}

bool isCompressed(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return false;
    }
    const QByteArray head = file.read(6);
    return head.startsWith("\x1f\x8b") || head.startsWith("\x28\xb5\x2f\xfd")
        || head.startsWith("PK\x03\x04") || head.startsWith("BZh")
        || head.startsWith("\xfd\x37zXZ");
}

std::int64_t estimateFile(const QFileInfo &file)
{
    return isCompressed(file.filePath()) ? file.size() * 4 : file.size() * 2 / 5;
}

/// Local, not roaming: a case can be large, and is as secret as the Secrets in it.
QString pathOfCaseFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::AppLocalDataLocation) + u"/cases"_s;
}

} // namespace

Result<QString> caseFolder()
{
    QString folder = pathOfCaseFolder();
    const auto ownerOnly = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
    if (!QDir().mkpath(folder) || !QFile::setPermissions(folder, ownerOnly)) {
        return std::unexpected(ioError(
            translated(QT_TRANSLATE_NOOP("CaseLibrary", "The folder for cases cannot be made.")),
            folder));
    }
    return folder;
}

bool isInCaseFolder(const QString &path)
{
    const QString folder = QFileInfo(pathOfCaseFolder()).canonicalFilePath();
    return !folder.isEmpty() && QFileInfo(QFileInfo(path).canonicalFilePath()).path() == folder;
}

bool looksLikeCase(const QString &path)
{
    constexpr QByteArrayView Magic("SQLite format 3\0", 16);
    QFile file(path);
    return path != u"-"_s && QFileInfo(path).isFile() && file.open(QIODevice::ReadOnly)
        && file.read(Magic.size()) == Magic;
}

Result<QString> newCasePath(const QStringList &inputs)
{
    Result<QString> folder = caseFolder();
    if (!folder) {
        return folder;
    }
    const QString day = QDate::currentDate().toString(Qt::ISODate);
    const QString stem = u"%1/%2 %3"_s.arg(*folder, nameOfInputs(inputs), day);
    QString path = stem + u".auditcase"_s;
    for (int n = 2; QFileInfo::exists(path); ++n) {
        path = u"%1 (%2).auditcase"_s.arg(stem).arg(n);
    }
    return path;
}

std::int64_t estimateCaseBytes(const QStringList &inputs, const JobControl &control)
{
    std::int64_t bytes = SpareBytes;
    for (const QString &input : inputs) {
        const QFileInfo info(input);
        if (info.isFile()) {
            bytes += estimateFile(info);
        }
        if (!info.isDir()) {
            continue;
        }
        QDirIterator files(input, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (files.hasNext() && !control.isCancelled()) {
            bytes += estimateFile(files.nextFileInfo());
        }
    }
    return bytes;
}

Result<void> checkFreeSpace(const QString &path, std::int64_t neededBytes)
{
    QString existing = QFileInfo(path).absoluteFilePath();
    while (!QFileInfo::exists(existing) && !QDir(existing).isRoot()) {
        existing = QFileInfo(existing).path();
    }
    const QStorageInfo storage(existing);
    if (!storage.isValid() || storage.bytesAvailable() >= neededBytes) {
        return {}; // what cannot be known is no reason to refuse
    }
    const QLocale locale;
    const QString message = translated(QT_TRANSLATE_NOOP(
        "CaseLibrary",
        "The case needs about %1, but the disk has only %2 left. Free some space, or choose "
        "another place."));
    return std::unexpected(ioError(message.arg(locale.formattedDataSize(neededBytes),
                                               locale.formattedDataSize(storage.bytesAvailable())),
                                   storage.rootPath()));
}

Result<void> discardCase(const QString &path)
{
    if (!isInCaseFolder(path)) {
        return std::unexpected(
            ioError(translated(QT_TRANSLATE_NOOP(
                        "CaseLibrary", "Only cases in the program's own folder are removed.")),
                    path));
    }
    if (!QFile::remove(path)) {
        return std::unexpected(ioError(
            translated(QT_TRANSLATE_NOOP("CaseLibrary", "The case cannot be removed.")), path));
    }
    for (const QLatin1StringView suffix : {"-wal"_L1, "-shm"_L1, "-journal"_L1, "-lock"_L1}) {
        QFile::remove(path + suffix);
    }
    return {};
}

QString sampleFolder()
{
    const QString beside =
        QCoreApplication::applicationDirPath() + u"/../share/auditloupe/sample"_s;
    const QString source = QStringLiteral(AUDITLOUPE_SOURCE_DIR) + u"/resources/sample"_s;
    for (const QString &folder : {beside, source}) {
        if (QFileInfo(folder).isDir()) {
            return QDir::cleanPath(folder);
        }
    }
    return QStandardPaths::locate(QStandardPaths::GenericDataLocation, u"auditloupe/sample"_s,
                                  QStandardPaths::LocateDirectory);
}

QStringList sampleLogs()
{
    const QString folder = sampleFolder();
    if (folder.isEmpty()) {
        return {};
    }
    QStringList logs;
    const QStringList names = {u"*.log"_s, u"*.log.gz"_s, u"*.log.zst"_s};
    for (const QFileInfo &log : QDir(folder).entryInfoList(names, QDir::Files, QDir::Name)) {
        logs += log.filePath();
    }
    return logs;
}

} // namespace auditloupe
