// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/event/auditevent.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace auditloupe {

/// One row of table `event` with its strings resolved (UTF-8). Nothing means absent.
struct EventRow
{
    EventId id = EventId{0};
    std::optional<std::int64_t> timeUs = {};
    std::optional<std::int64_t> receivedUs = {};
    Level level = Level::Unknown;
    Stage stage = Stage::Unknown;
    Decision decision = Decision::None;
    std::uint32_t flags = 0;
    std::optional<std::int32_t> code = {};
    std::optional<std::string> auditId = {};
    std::optional<std::string> requestUri = {};
    std::optional<std::string> verb = {};
    std::optional<std::string> username = {};
    std::optional<std::string> userGroups = {}; ///< JSON array
    std::optional<std::string> impersonatedUser = {};
    std::optional<std::string> sourceIps = {}; ///< JSON array
    std::optional<std::string> userAgent = {};
    std::optional<std::string> apiGroup = {};
    std::optional<std::string> apiVersion = {};
    std::optional<std::string> resource = {};
    std::optional<std::string> subresource = {};
    std::optional<std::string> objectNamespace = {};
    std::optional<std::string> name = {};
    std::optional<std::string> reason = {};
    std::optional<std::string> cluster = {};
    std::optional<std::string> node = {};
    std::int64_t request = 0; ///< equal for the stages of one request
    bool last = false; ///< the request's most complete stage
    SourceId source = SourceId{0};
    std::optional<std::string> sourcePath = {};
    std::optional<std::string> server = {}; ///< the API server that wrote the source
};

/// What became of a source. The numbers are stored in the case.
enum class SourceState : std::uint8_t {
    Importing, ///< not finished: the program was killed, or is at it now
    Complete,
    Damaged, ///< read up to `message`'s place, then no further
    Cancelled ///< stopped by the user
};

/// Where a source was downloaded from. No secrets: what signs a URL is masked in it.
struct DownloadInfo
{
    QString url = {}; ///< as it was asked for
    QStringList redirects = {}; ///< the URLs that followed; the last sent the bytes
    std::int64_t fetchedUs = 0; ///< when the last byte came
    QString etag = {}; ///< as the server sent it; empty where it did not
    QString lastModified = {};
    QString contentType = {};
    std::optional<std::int64_t> size = {}; ///< as the server announced it
    bool isWhole = true; ///< false: the download broke off
};

/// Who says which cluster or node a source comes from. The numbers are stored in the case.
enum class ToldBy : std::uint8_t {
    Nobody,
    Entries, ///< its wrappers: each event has it by itself
    Path,
    User
};

/// One row of table `source`: a file, standard input, an archive, or a member of one.
struct SourceInfo
{
    SourceId id = SourceId{0};
    std::optional<SourceId> parent = {}; ///< of a member: the archive it stands in
    QString path = {}; ///< of a member: the parent's, " » " and its name in there
    QString archive = {}; ///< of a member: the file that it stands in, however deep
    bool isPathShared = false; ///< another source of the case has the path too
    QString format = {};
    QString compression = {}; ///< "none", "gzip", "gzip/gzip" …, the outermost first
    QString encoding = {}; ///< "utf-16le", "utf-16be"; empty where the bytes are kept as found
    std::int64_t bytes = 0; ///< as found; of a member: as they stand in the archive
    std::int64_t streamBytes = 0; ///< decompressed, and in UTF-8
    QByteArray sha256 = {}; ///< of these bytes; 32 of its own, empty until known
    std::optional<std::int64_t> modifiedUs = {};
    std::optional<std::uint32_t> mode = {}; ///< permission bits
    QString owner = {};
    SourceState state = SourceState::Complete;
    QString message = {};
    std::int64_t events = 0; ///< rows, salvaged ones among them, duplicates not
    std::int64_t duplicates = 0;
    std::int64_t conflicts = 0; ///< duplicates whose recorded fields differ
    std::int64_t rejected = 0;
    std::int64_t salvaged = 0;
    std::map<QString, std::int64_t> other = {}; ///< recognised, but no audit event: by reason
    std::optional<std::int64_t> firstUs = {};
    std::optional<std::int64_t> lastUs = {};
    std::int64_t importedUs = 0;
    QString importedBy = {}; ///< program version
    QString cluster = {};
    QString node = {};
    ToldBy clusterFrom = ToldBy::Nobody;
    ToldBy nodeFrom = ToldBy::Nobody;
    QString server = {}; ///< the API server that wrote it, as the path says: "kube-apiserver"
    std::optional<DownloadInfo> download = {};

    /// It cannot be read any further. What was to be said of it before stays.
    void fail(const QString &why)
    {
        state = SourceState::Damaged;
        message += message.isEmpty() ? why : u' ' + why;
    }
};

/// What a source's file was when it was imported before.
struct EarlierFile
{
    QString path = {};
    QString compression = {};
    std::int64_t bytes = 0; ///< as found
    std::int64_t streamBytes = 0;
    QByteArray sha256 = {};
    std::int64_t importedUs = 0;
    QString importedBy = {};
};

/// A further copy of an event that is already a row.
struct EventCopy
{
    SourceId source = SourceId{0};
    BlockId block = BlockId{0};
    std::int64_t offset = 0; ///< of the exported entry, in the block
    std::int64_t length = 0;
    std::int64_t envelope = 0; ///< 0: the entry is the event
    bool conflict = false;
};

/// Where the exported entry of an event stands, and what it is wrapped in.
struct EventPlace
{
    SourceId source = SourceId{0};
    BlockId block = BlockId{0};
    std::int64_t offset = 0; ///< in the block
    std::int64_t length = 0;
    std::int64_t envelope = 0; ///< 0: the entry is the event
    std::int64_t streamOffset = 0; ///< in the source's decompressed stream
    std::optional<std::int64_t> encodedAt = {}; ///< then the offset is in what was encoded there
    QString format = {}; ///< of the wrappers, the outermost first; empty for a native event
};

/// Something that a wrapper tells of its event.
struct WrapperFact
{
    QString name = {};
    QString value = {};
};

/// What should have been an event and was not.
struct RejectedLine
{
    std::int64_t id = 0;
    SourceId source = SourceId{0};
    std::int64_t line = 0; ///< counts from 1
    std::int64_t offset = 0; ///< byte in the decompressed stream
    std::int64_t length = 0;
    bool isEncoded = false; ///< the offset is in the stream of what was encoded in entries
    QString reason = {};
    QByteArray bytes = {}; ///< the first 64 KiB at most
};

/// The case at a glance, cheap to get.
struct CaseSummary
{
    std::int64_t events = 0;
    std::int64_t requests = 0;
    std::int64_t duplicates = 0;
    std::int64_t conflicts = 0;
    std::int64_t rejected = 0;
    std::int64_t salvaged = 0;
    std::optional<std::int64_t> firstUs = {};
    std::optional<std::int64_t> lastUs = {};
    bool finished = true; ///< false: an import was killed or cancelled and can be finished
};

} // namespace auditloupe
