// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/sources/blockbuilder.h"
#include "model/sources/formats.h"

#include <QStringList>

#include <vector>

namespace auditloupe::testing {

/// Asks every format about every entry of a stream.
class CertainFormats : public BlockBuilder
{
public:
    CertainFormats()
        : BlockBuilder({}, [](const ParsedBlock &) { })
    {
    }

    Verdict json(std::string_view bytes, RecordPlace place) override
    {
        const Verdict verdict = BlockBuilder::json(bytes, place);
        if (verdict == Verdict::Taken) {
            ask(bytes.starts_with('[') ? Entry::Shape::Array : Entry::Shape::Object, bytes,
                m_heads.back());
        }
        return verdict;
    }

    TextVerdict text(std::string_view line, RecordPlace place) override
    {
        const TextVerdict verdict = BlockBuilder::text(line, place);
        m_table.kind =
            verdict == TextVerdict::CommaRows ? ListHead::Kind::CommaRows : ListHead::Kind::TabRows;
        ask(Entry::Shape::Line, line, m_heads.back());
        return verdict;
    }

    void row(std::string_view bytes, RecordPlace place) override
    {
        BlockBuilder::row(bytes, place);
        if (m_table.bytes.empty()) {
            m_table.bytes = bytes;
        } else {
            ask(Entry::Shape::Row, bytes, m_table);
        }
    }

    void document(std::string_view bytes, RecordPlace place) override
    {
        BlockBuilder::document(bytes, place);
        ask(Entry::Shape::Document, bytes, m_heads.back());
    }

    void listBegun(std::string_view head) override
    {
        BlockBuilder::listBegun(head);
        m_heads.push_back({.kind = head.empty() ? ListHead::Kind::None : ListHead::Kind::Json,
                           .bytes = closeCutObject(head, CutParts::Lists).text});
    }

    void listEnded() override
    {
        BlockBuilder::listEnded();
        m_heads.pop_back();
    }

    QStringList certain = {}; // every format that was certain of an entry
    QStringList contested = {}; // entries of which two were

private:
    void ask(Entry::Shape shape, std::string_view bytes, const ListHead &head)
    {
        Entry entry;
        entry.open(shape, bytes, head);
        QStringList sure;
        for (const Format *format : allFormats()) {
            if (format->confidence(entry) == Confidence::Certain) {
                sure << QString::fromUtf8(format->name());
            }
        }
        certain << sure;
        if (sure.size() > 1) {
            contested << sure.join(u'+');
        }
    }

    std::vector<ListHead> m_heads = std::vector<ListHead>(1);
    ListHead m_table;
};

} // namespace auditloupe::testing
