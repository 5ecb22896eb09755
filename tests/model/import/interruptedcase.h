// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/blockcodec.h"
#include "model/casefile/casewriter.h"
#include "model/import/importinputs.h"
#include "model/sources/blockbuilder.h"
#include "model/sources/recordsplitter.h"
#include "tests/model/casefile/casetesting.h"

namespace auditloupe::testing {

/// The lines as the importer would hand them to the case's writer.
inline std::vector<ParsedBlock> parsedBlocks(std::string_view lines)
{
    std::vector<ParsedBlock> blocks;
    BlockBuilder builder({}, [&blocks](ParsedBlock block) { blocks.push_back(std::move(block)); });
    RecordSplitter splitter(builder);
    splitter.feed(lines);
    splitter.finish();
    return blocks;
}

/// Writes what an import leaves that is killed when it has read the first lines of a file.
inline CaseWriter interruptedImport(const QString &casePath, const QString &log,
                                    std::string_view firstLines)
{
    Result<CaseWriter> writer = CaseWriter::open(casePath);
    if (!writer) {
        qFatal("%s", qPrintable(writer.error().toText()));
    }
    SourceInfo source = describeFile(log);
    source.id = writer->addSource(source).value();
    bool isWritten = writer->setPlace(source).has_value();
    for (const ParsedBlock &block : parsedBlocks(firstLines)) {
        isWritten = isWritten && writer->addBlock(block, BlockCodec().compress(block.bytes));
    }
    if (!isWritten || !writer->commit()) {
        qFatal("the case cannot be written");
    }
    return std::move(*writer);
}

} // namespace auditloupe::testing
