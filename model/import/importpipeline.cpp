// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/import/importpipeline.h"

#include "model/base/sha256.h"
#include "model/casefile/blockcodec.h"
#include "model/casefile/sourcename.h"
#include "model/import/importinputs.h"
#include "model/sources/blockbuilder.h"
#include "model/sources/formats.h"
#include "model/sources/inputstream.h"
#include "model/sources/recordsplitter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

constexpr std::size_t ChunksInFlight = 16; // of up to 256 KiB
constexpr std::size_t BlocksInFlight = 24; // between the parser and the compressors
/// Between the parser and the writer: some 24 usual blocks with their rows. One record may be as
/// long as 64 MiB, so that blocks alone would be no bound.
constexpr std::size_t BytesInFlight = 16U << 20U;
constexpr std::size_t ItemBytes = 4096; // of an item without a block
/// A binary file that shows no audit event in its first 64 MiB is no audit log. Text is read to
/// its end, however late the first event comes.
constexpr std::int64_t PatientBytes = 64LL << 20;

std::size_t bytesOf(const ParsedBlock &block)
{
    return ItemBytes + block.bytes.size() + block.text.size()
        + block.events.size() * sizeof(ParsedEvent);
}

unsigned compressorCount()
{
    return std::clamp(std::thread::hardware_concurrency() / 2, 1U, 4U);
}

} // namespace

/// What the reading thread hands on: the begin, the bytes and the end of a source.
struct ImportPipeline::Chunk
{
    std::variant<SourceBegun, std::string, MemberSkipped, SourceEnded> part = {};
};

struct ImportPipeline::Compression
{
    std::shared_ptr<const ParsedBlock> block = {};
    std::promise<std::string> result = {};
};

/// The parsing state of the file at hand.
class ImportPipeline::SourceParser
{
public:
    SourceParser(ImportPipeline &pipeline, std::size_t serial, const SourceInfo &source)
        : m_pipeline(pipeline)
        , m_serial(serial)
        , m_builder({.rotationSet = rotationSetOf(source.path.toStdString()),
                     .format = formatNamed(source.format.toStdString()),
                     .isCancelled = [&pipeline] { return pipeline.m_stopped.load(); }},
                    [this](ParsedBlock block) { take(std::move(block)); })
        , m_splitter(m_builder)
    {
    }

    void feed(std::string_view bytes)
    {
        m_streamBytes += static_cast<std::int64_t>(bytes.size());
        m_splitter.feed(bytes);
        if (m_streamBytes > PatientBytes && m_builder.eventCount() == 0 && m_builder.sawBinary()) {
            m_pipeline.m_abandoned = m_serial;
        }
    }

    void finish(SourceEnded &end)
    {
        m_splitter.finish();
        end.source.streamBytes = m_streamBytes;
        end.source.format = mostCommonFormat();
        end.isLog = m_builder.eventCount() > 0 || m_builder.hasAuditTraces();
        end.mostly = m_streamBytes == 0 ? u"empty"_s : mostly();
    }

private:
    void take(ParsedBlock block)
    {
        for (const auto &[reason, count] : block.other) {
            m_other[reason] += count;
        }
        m_pipeline.emitBlock(std::move(block));
    }

    QString mostCommonFormat() const
    {
        const auto &formats = m_builder.formats();
        const auto most =
            std::ranges::max_element(formats, {}, [](const auto &entry) { return entry.second; });
        return most == formats.end() ? QString() : QString::fromStdString(most->first);
    }

    QString mostly() const
    {
        const auto most =
            std::ranges::max_element(m_other, {}, [](const auto &entry) { return entry.second; });
        return most == m_other.end() ? QString() : QString::fromStdString(most->first);
    }

    ImportPipeline &m_pipeline;
    std::size_t m_serial;
    BlockBuilder m_builder;
    RecordSplitter m_splitter;
    std::map<std::string, std::int64_t> m_other;
    std::int64_t m_streamBytes = 0;
};

ImportPipeline::ImportPipeline(std::vector<SourceInfo> sources, QByteArray pasted)
    : m_sources(std::move(sources))
    , m_pasted(std::move(pasted))
    , m_chunks(ChunksInFlight)
    , m_toCompress(BlocksInFlight)
    , m_items(BytesInFlight)
{
    m_threads.emplace_back([this] { readAll(); });
    m_threads.emplace_back([this] { parseAll(); });
    for (unsigned i = 0; i < compressorCount(); ++i) {
        m_threads.emplace_back([this] { compressAll(); });
    }
}

ImportPipeline::~ImportPipeline()
{
    stop();
}

void ImportPipeline::stop()
{
    m_stopped = true;
    m_chunks.abort();
    m_items.abort();
    // Drained, not dropped: somebody may be waiting for a block's frame.
    m_toCompress.close();
}

std::optional<PipelineItem> ImportPipeline::next()
{
    return m_items.pop();
}

void ImportPipeline::readAll()
{
    for (std::size_t input = 0; input < m_sources.size(); ++input) {
        if (m_stopped) {
            break;
        }
        if (m_sources[input].path == PastedText) {
            readPasted(input);
        } else {
            readFile(input);
        }
    }
    m_chunks.close();
}

void ImportPipeline::readPasted(std::size_t input)
{
    constexpr std::size_t ChunkSize = 256U << 10U;
    std::string_view rest(m_pasted.constData(), static_cast<std::size_t>(m_pasted.size()));
    SourceEnded ended{.source = m_sources[input]};
    Sha256 hash;
    hash.add(rest);
    ended.source.sha256 = hash.result();
    ended.source.compression = u"none"_s;
    ended.source.state = SourceState::Complete;
    bool isWanted = m_chunks.push(
        {SourceBegun{.serial = ++m_serial, .input = input, .source = m_sources[input]}});
    while (isWanted && !rest.empty()) {
        const std::string_view chunk = rest.substr(0, ChunkSize);
        rest.remove_prefix(chunk.size());
        m_filesRead += static_cast<std::int64_t>(chunk.size());
        m_bytesRead = m_filesRead;
        isWanted = m_chunks.push({std::string(chunk)});
    }
    m_chunks.push({std::move(ended)});
}

void ImportPipeline::readFile(std::size_t input)
{
    SourceBegun begun{.input = input, .source = m_sources[input]};
    Result<InputStream> stream = InputStream::open(begun.source.path);
    if (stream) {
        stream->setCancelCheck([this] { return m_stopped.load(); });
        m_file = &*stream;
        readSource(*stream, std::move(begun));
        m_filesRead += stream->bytesFound();
        m_bytesRead = m_filesRead;
        return;
    }
    SourceInfo failed = begun.source;
    failed.state = SourceState::Damaged;
    failed.message = stream.error().message;
    begun.serial = ++m_serial;
    if (m_chunks.push({std::move(begun)})) {
        m_chunks.push({SourceEnded{.source = std::move(failed)}});
    }
}

/// A file or a member from its begin to its end. False when nobody wants any more.
bool ImportPipeline::readSource(InputStream &stream, SourceBegun begun)
{
    begun.serial = ++m_serial;
    begun.isArchive = stream.isArchive();
    const auto [serial, input] = std::pair(begun.serial, begun.input);
    SourceEnded ended{.source = begun.source, .isArchive = begun.isArchive};
    if (!m_chunks.push({std::move(begun)})) {
        return false;
    }
    SourceInfo &source = ended.source;
    if (ended.isArchive) {
        readMembers(stream, input, source);
        source.format = stream.archive();
    } else {
        readStream(stream, serial, source);
    }
    if (m_abandoned != serial) {
        readRest(stream, source);
    }
    if (m_stopped) {
        return false; // wherever it was: this is not its end
    }
    if (source.state == SourceState::Importing) {
        source.state = SourceState::Complete;
    }
    return m_chunks.push({std::move(ended)});
}

void ImportPipeline::readMembers(InputStream &archive, std::size_t input, SourceInfo &source)
{
    while (!m_stopped) {
        Result<std::optional<InputStream>> next = archive.nextMember();
        if (!next) {
            source.fail(next.error().message);
        }
        if (!next || !*next) {
            return;
        }
        InputStream &member = **next;
        const bool isRead = member.member().problem.isEmpty()
            ? readSource(
                  member,
                  {.input = input, .isMember = true, .source = describeMember(member, source)})
            : m_chunks.push({MemberSkipped{{.path = member.path(),
                                            .reason = member.member().problem,
                                            .isFault = member.member().isFault}}});
        if (!isRead) {
            return;
        }
    }
}

void ImportPipeline::readStream(InputStream &stream, std::size_t serial, SourceInfo &source)
{
    while (m_abandoned != serial) {
        const Result<std::string_view> bytes = stream.read();
        m_bytesRead = m_filesRead + m_file->bytesFound();
        if (!bytes) {
            source.fail(bytes.error().message);
        }
        if (!bytes || bytes->empty() || !m_chunks.push({std::string(*bytes)})) {
            return;
        }
    }
}

/// So that the hash covers it whole.
void ImportPipeline::readRest(InputStream &stream, SourceInfo &source)
{
    const Result<void> rest = stream.drain([this] { return m_stopped.load(); });
    if (!rest && source.state != SourceState::Damaged) {
        source.fail(rest.error().message);
    }
    source.compression = stream.compression();
    source.encoding = stream.encoding();
    source.bytes = stream.bytesFound();
    source.sha256 = stream.sha256();
}

void ImportPipeline::parseAll()
{
    std::unique_ptr<SourceParser> parser;
    while (std::optional<Chunk> chunk = m_chunks.pop()) {
        if (const auto *bytes = std::get_if<std::string>(&chunk->part)) {
            parser->feed(*bytes);
        } else if (auto *begun = std::get_if<SourceBegun>(&chunk->part)) {
            if (!begun->isArchive) {
                parser = std::make_unique<SourceParser>(*this, begun->serial, begun->source);
            }
            m_items.push(std::move(*begun), ItemBytes);
        } else if (auto *ended = std::get_if<SourceEnded>(&chunk->part)) {
            if (parser) {
                parser->finish(*ended);
                parser.reset();
            }
            m_items.push(std::move(*ended), ItemBytes);
        } else {
            m_items.push(std::get<MemberSkipped>(std::move(chunk->part)), ItemBytes);
        }
    }
    m_items.close();
    m_toCompress.close();
}

void ImportPipeline::emitBlock(ParsedBlock block)
{
    BlockParsed item{.block = std::make_shared<const ParsedBlock>(std::move(block))};
    Compression work{.block = item.block};
    item.compressed = work.result.get_future();
    m_toCompress.push(std::move(work));
    const std::size_t bytes = bytesOf(*item.block);
    m_items.push(std::move(item), bytes);
}

void ImportPipeline::compressAll()
{
    BlockCodec codec;
    while (std::optional<Compression> work = m_toCompress.pop()) {
        try {
            work->result.set_value(codec.compress(work->block->bytes));
        } catch (const std::exception &) {
            work->result.set_exception(std::current_exception());
        }
    }
}

} // namespace auditloupe
