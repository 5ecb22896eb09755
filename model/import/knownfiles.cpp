// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/knownfiles.h"

#include "model/casefile/sourcename.h"
#include "model/casefile/storage.h"
#include "model/import/downloadpart.h"
#include "model/import/importinputs.h"
#include "model/import/keptstream.h"
#include "model/sources/inputstream.h"

#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using Kind = KnownFile::Kind;

bool isRead(const SourceInfo &source)
{
    const bool isAtEnd =
        source.state == SourceState::Complete || source.state == SourceState::Damaged;
    return isAtEnd && !isBrokenDownload(source);
}

/// What the user says of a log now must be what was said of it then.
bool agrees(const SourceInfo &source, const ImportRequest &request)
{
    const auto isSame = [](const QString &wanted, const QString &name, ToldBy who) {
        return wanted.isEmpty() || (name == wanted && who == ToldBy::User);
    };
    return isSame(request.cluster, source.cluster, source.clusterFrom)
        && isSame(request.node, source.node, source.nodeFrom)
        && (request.format.isEmpty() || source.format.section(u'/', 0, 0) == request.format);
}

std::string headOfSource(SQLite::Database &database, SourceId id)
{
    SQLite::Statement first(database,
                            "SELECT id, length FROM block WHERE source = ?1 AND encoded_at IS NULL "
                            "AND stream_offset = 0");
    first.bind(1, static_cast<std::int32_t>(id));
    if (!first.executeStep()) {
        return {};
    }
    const std::int64_t length = std::min<std::int64_t>(first.getColumn(1).getInt64(), HeadBytes);
    return std::string(BlockReader(database).bytes(first.getColumn(0).getInt64(), 0, length));
}

/// The bytes as found, unread by anybody.
QByteArray hashOf(const QString &path, const JobControl &control)
{
    Result<InputStream> stream = InputStream::open(path);
    if (!stream) {
        return {};
    }
    stream->setCancelCheck([&control] { return control.isCancelled(); });
    return stream->drain() ? stream->sha256() : QByteArray();
}

} // namespace

KnownFiles::KnownFiles(SQLite::Database &database, const std::vector<SourceInfo> &sources,
                       const ImportRequest &request)
    : m_database(database)
{
    std::ranges::copy_if(sources, std::back_inserter(m_sources), [&](const SourceInfo &source) {
        return isRead(source) && agrees(source, request);
    });
    for (const SourceInfo &source : m_sources) {
        if (source.streamBytes > 0) { // an archive has none
            m_heads.emplace(headOfSource(database, source.id), &source);
        }
    }
}

bool KnownFiles::hasName(const QString &path) const
{
    return !withName(path).empty();
}

Result<std::vector<std::optional<KnownContent>>> KnownFiles::find(const QStringList &files,
                                                                  const JobControl &control)
{
    std::vector<std::optional<KnownContent>> known(static_cast<std::size_t>(files.size()));
    const auto findAll = [&](const auto &find) {
        for (qsizetype i = 0; i < files.size() && !m_sources.empty(); ++i) {
            std::optional<KnownContent> &content = known[static_cast<std::size_t>(i)];
            if (!content && QFileInfo(files[i]).isFile() && !control.isCancelled()) {
                content = find(describeFile(files[i]));
            }
        }
    };
    findAll([&](const SourceInfo &file) {
        std::optional<KnownContent> content = findAmong(file, withName(file.path), control);
        if (content) {
            m_keptNames.insert(file.path);
        }
        return content;
    });
    findAll([&](const SourceInfo &file) {
        std::optional<KnownContent> content = withHash(file, control);
        return content ? content : findAmong(file, withHead(headOfFile(file.path)), control);
    });
    return control.isCancelled()
        ? Result<std::vector<std::optional<KnownContent>>>(std::unexpected(Error::cancelled()))
        : known;
}

/// The newest first.
KnownFiles::Candidates KnownFiles::withName(const QString &path) const
{
    Candidates candidates;
    for (const SourceInfo &source : m_sources) {
        if (source.path == path) {
            candidates.insert(candidates.begin(), &source);
        }
    }
    return candidates;
}

/// A source of exactly these bytes as found.
std::optional<KnownContent> KnownFiles::withHash(const SourceInfo &file,
                                                 const JobControl &control) const
{
    const auto canBe = [&file](const SourceInfo &source) {
        return source.bytes == file.bytes && source.bytes > 0 && !source.sha256.isEmpty();
    };
    if (std::ranges::none_of(m_sources, canBe)) {
        return std::nullopt;
    }
    const QByteArray hash = hashOf(file.path, control);
    for (const SourceInfo &source : m_sources) {
        if (canBe(source) && source.sha256 == hash) {
            KnownContent content{.source = source, .found = file};
            content.found.compression = source.compression;
            content.found.encoding = source.encoding;
            content.found.sha256 = hash;
            return content;
        }
    }
    return std::nullopt;
}

/// Sources that begin like this, or that this is the whole beginning of.
KnownFiles::Candidates KnownFiles::withHead(const std::string &head) const
{
    Candidates candidates;
    const auto add = [&candidates](auto range) {
        for (auto it = range.first; it != range.second; ++it) {
            candidates.push_back(it->second);
        }
    };
    if (head.empty()) {
        return candidates;
    }
    add(m_heads.equal_range(head));
    for (auto it = m_heads.begin(); it != m_heads.end(); ++it) {
        const bool isShort = it->first.size() != head.size() && !it->first.empty();
        if (isShort && (head.starts_with(it->first) || it->first.starts_with(head))) {
            candidates.push_back(it->second);
        }
    }
    return candidates;
}

std::optional<KnownContent> KnownFiles::findAmong(const SourceInfo &file,
                                                  const Candidates &candidates,
                                                  const JobControl &control)
{
    for (const SourceInfo *source : candidates) {
        std::optional<KnownContent> content = compare(file, *source, control);
        if (!content) {
            continue;
        }
        if (content->kind != Kind::Grown) {
            return content;
        }
        if (isOwnFile(*source) && m_grown.insert(source->id).second) {
            return content;
        }
    }
    return std::nullopt;
}

std::optional<KnownContent> KnownFiles::compare(const SourceInfo &file, const SourceInfo &source,
                                                const JobControl &control) const
{
    KnownContent content{.source = source, .found = file};
    if (file.bytes == source.bytes && !source.sha256.isEmpty()
        && hashOf(file.path, control) == source.sha256) {
        content.found.sha256 = source.sha256;
        content.found.compression = source.compression;
        content.found.encoding = source.encoding;
        return content;
    }
    Result<InputStream> stream = InputStream::open(file.path);
    if (!stream || stream->isArchive() || source.streamBytes == 0) {
        return std::nullopt;
    }
    stream->setCancelCheck([&control] { return control.isCancelled(); });
    KeptStream kept(m_database, source.id, KeptStream::Which::Found);
    std::int64_t reached = 0;
    Result<std::string_view> bytes = stream->read();
    for (; bytes && !bytes->empty() && !control.isCancelled(); bytes = stream->read()) {
        if (!kept.agreesWith(reached, *bytes)) {
            return std::nullopt;
        }
        reached += static_cast<std::int64_t>(bytes->size());
        if (reached > kept.size()) {
            content.kind = Kind::Grown;
            return content;
        }
    }
    content.kind = reached < kept.size() ? Kind::Shorter : Kind::Same;
    if (bytes && stream->drain()) {
        content.found.compression = stream->compression();
        content.found.encoding = stream->encoding();
        content.found.bytes = stream->bytesFound();
        content.found.sha256 = stream->sha256();
    }
    return content;
}

} // namespace auditloupe
