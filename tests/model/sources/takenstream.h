// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/blockbuilder.h"
#include "model/sources/formats.h"
#include "model/sources/recordsplitter.h"
#include "tests/testsupport.h"

#include <QFile>
#include <QStringList>

#include <map>

namespace auditloupe::testing {

inline QString formatCorpus()
{
    return QStringLiteral(AUDITLOUPE_TEST_CORPUS "/formats");
}

inline std::string contentOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("%s cannot be read", qPrintable(path));
    }
    return file.readAll().toStdString();
}

/// The events that every sample was made from, one a line.
inline QStringList originals()
{
    return QString::fromStdString(contentOf(formatCorpus() + QStringLiteral("/events.jsonl")))
        .split(u'\n', Qt::SkipEmptyParts);
}

/// Takes a stream apart and keeps, beside the rows, each event as a reader of the case finds it.
struct Taken
{
    QStringList events = {};
    std::map<std::string, int> formats = {};
    std::map<std::string, std::int64_t> other = {};
    QStringList rejected = {};
    QStringList clusters = {};
    QStringList nodes = {};
    /// By auditID the texts of some columns, null where there is none.
    std::map<std::string, QStringList> columns = {};
    std::string stream = {};
    int salvaged = 0;
    int inferred = 0;
};

inline QStringList columnsOf(const ParsedBlock &block, const ParsedEvent &event)
{
    QStringList columns;
    for (const std::int32_t number :
         {event.verb, event.username, event.userGroups, event.sourceIps, event.userAgent,
          event.resource, event.objectNamespace, event.reason}) {
        columns << (number == 0 ? QString()
                                : QString::fromUtf8(
                                      block.strings.at(static_cast<std::size_t>(number - 1))));
    }
    for (const TextSlice &slice : {event.requestUri, event.name}) {
        columns << QString::fromStdString(block.text.substr(
            static_cast<std::size_t>(std::max(slice.offset, decltype(slice.offset){0})),
            slice.length));
    }
    return columns;
}

inline void takeBlock(const ParsedBlock &block, Taken &taken)
{
    if (!block.encodedAt) {
        taken.stream += block.bytes;
    }
    Unwrapper unwrapper;
    for (const ParsedEvent &event : block.events) {
        const std::string_view entry =
            std::string_view(block.bytes).substr(event.offset, event.length);
        std::string bytes(entry);
        std::string name(NativeFormat);
        if (event.envelope != 0) {
            const auto &envelope = block.envelopes[static_cast<std::size_t>(event.envelope - 1)];
            name = envelope.format;
            bytes = unwrapper.reopen(FormatChain::fromName(name).value(), entry, envelope.head);
        }
        taken.events << QString::fromStdString(bytes);
        taken.columns[block.text.substr(static_cast<std::size_t>(event.auditId.offset),
                                        event.auditId.length)] = columnsOf(block, event);
        ++taken.formats[name];
        taken.salvaged += (event.flags & bit(EventFlag::Salvaged)) != 0 ? 1 : 0;
        taken.inferred += (event.flags & bit(EventFlag::Inferred)) != 0 ? 1 : 0;
        const auto addString = [&](QStringList &strings, std::int32_t number) {
            if (number != 0) {
                strings << QString::fromUtf8(
                    block.strings.at(static_cast<std::size_t>(number - 1)));
            }
        };
        addString(taken.clusters, event.cluster);
        addString(taken.nodes, event.node);
    }
    for (const ParsedRejection &rejection : block.rejected) {
        taken.rejected << QString::fromStdString(rejection.reason);
    }
    for (const auto &[what, count] : block.other) {
        taken.other[what] += count;
    }
}

inline Taken take(const std::string &stream, std::size_t piece = 64 << 10,
                  const Format *chosen = nullptr)
{
    Taken taken;
    BlockBuilder builder({.format = chosen},
                         [&](const ParsedBlock &block) { takeBlock(block, taken); });
    RecordSplitter splitter(builder);
    for (std::size_t at = 0; at < stream.size(); at += piece) {
        splitter.feed(std::string_view(stream).substr(at, piece));
    }
    splitter.finish();
    return taken;
}

} // namespace auditloupe::testing
