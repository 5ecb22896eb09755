// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/boundedqueue.h"
#include "model/casefile/caserows.h"
#include "model/import/importer.h"
#include "model/sources/parsedblock.h"

#include <atomic>
#include <future>
#include <memory>
#include <optional>
#include <string>
#include <thread>
#include <variant>
#include <vector>

namespace auditloupe {

class InputStream;

/// What the pipeline hands to the case's writer, in the order of the inputs and their bytes.
struct SourceBegun
{
    std::size_t serial = 0; ///< counts all sources, members of archives too, from 1
    std::size_t input = 0; ///< place in the list of files: of itself, or of the one it stands in
    bool isMember = false; ///< of the archive that has begun last and has not ended
    bool isArchive = false; ///< its members follow; it has no blocks
    SourceInfo source = {}; ///< of a member: what the archive says of it
};

struct BlockParsed
{
    std::shared_ptr<const ParsedBlock> block = {};
    std::future<std::string> compressed = {}; ///< a zstd frame of the block's bytes
};

/// A member that is no file, or cannot be read.
struct MemberSkipped
{
    SkippedFile member = {};
};

struct SourceEnded
{
    SourceInfo source = {}; ///< bytes, hash, format, state and message are final
    bool isArchive = false;
    bool isLog = false; ///< false: no audit event in it, nothing of it is to be kept
    QString mostly = {}; ///< what most of its records were, where it is no log
};

using PipelineItem = std::variant<SourceBegun, BlockParsed, MemberSkipped, SourceEnded>;

/// Reads, decompresses, hashes, parses and compresses on threads of its own, in step with the
/// reader of next(): memory is bounded by the queues between them.
class ImportPipeline
{
public:
    /// `sources` are the described files, in the order to read them; `pasted` is what the one named
    /// PastedText holds.
    explicit ImportPipeline(std::vector<SourceInfo> sources, QByteArray pasted = {});
    ~ImportPipeline(); ///< stops the threads wherever they are

    /// The next item; nothing at the end, or when it was stopped.
    std::optional<PipelineItem> next();

    /// From any thread: next() returns nothing from now on.
    void stop();

    /// From any thread: the rest of this source is not wanted; what is on its way still comes.
    void giveUp(std::size_t serial) { m_abandoned = serial; }

    /// Bytes as found that were read by now. Any thread.
    std::int64_t bytesRead() const { return m_bytesRead; }

private:
    struct Chunk;
    struct Compression;
    class SourceParser;

    void readAll();
    void readFile(std::size_t input);
    void readPasted(std::size_t input);
    bool readSource(InputStream &stream, SourceBegun begun);
    void readMembers(InputStream &archive, std::size_t input, SourceInfo &source);
    void readStream(InputStream &stream, std::size_t serial, SourceInfo &source);
    void readRest(InputStream &stream, SourceInfo &source);
    void parseAll();
    void compressAll();
    void emitBlock(ParsedBlock block);

    const std::vector<SourceInfo> m_sources;
    const QByteArray m_pasted;
    BoundedQueue<Chunk> m_chunks;
    BoundedQueue<Compression> m_toCompress;
    BoundedQueue<PipelineItem> m_items;
    std::atomic<std::int64_t> m_bytesRead = 0;
    std::atomic<std::size_t> m_abandoned = 0; // serial of the source that is not read on
    std::atomic<bool> m_stopped = false;
    std::size_t m_serial = 0; // the reader's
    std::int64_t m_filesRead = 0; // and bytes of the files before the one at hand
    const InputStream *m_file = nullptr;
    std::vector<std::jthread> m_threads; // last member: they use the others
};

} // namespace auditloupe
