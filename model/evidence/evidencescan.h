// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/casefile/casereader.h"
#include "model/evidence/sourcetally.h"
#include "model/query/documentsource.h"

#include <cstdint>
#include <map>
#include <SQLiteCpp/SQLiteCpp.h>
#include <unordered_set>
#include <vector>

namespace auditloupe {

/// The last event of a request by its auditID: equal hashes are candidates for one request that
/// two servers saw.
struct AuditIdHash
{
    std::uint64_t hash = 0;
    std::uint32_t event = 0;
};

/// What a scan found, by id of the source.
struct ScanResult
{
    std::map<std::int32_t, SourceTally> tallies = {};
    std::vector<AuditIdHash> auditIds = {};

    void merge(ScanResult &&other);
};

/// Looks at stretches of a case's events: their columns, their bytes, and their copies. One
/// reader and one scan a thread. All throw SQLite's exceptions.
class EvidenceScan
{
public:
    struct Options
    {
        bool comparesStages = false; ///< the index that finds a request's stages is there
        bool keepsAuditIds = false;
    };

    EvidenceScan(CaseReader &reader, const std::map<std::int32_t, SourceInfo> &sources,
                 Options options);

    /// Events with ids in [from, to).
    void scan(std::int64_t from, std::int64_t to);

    ScanResult take() { return std::move(m_result); }

private:
    struct Row;

    Row currentRow();
    void addRow(const Row &row);
    void addPlace(const Row &row, SourceTally &tally);
    void checkTimes(const Row &row, SourceTally &tally, const SourceInfo &source);
    void addOpenRequest(const Row &row, SourceTally &tally);
    void addForm(const Row &row, std::string_view document, SourceTally &tally, bool isOwn);
    bool isServersOwn(const Row &row) const;
    void addColumns(std::uint32_t event, SourceTally &tally);
    void addCopies(const std::vector<Row> &rows, std::int64_t from, std::int64_t to);
    void compareStages(std::int64_t from, std::int64_t to);
    void compareStage();

    CaseReader &m_reader;
    const std::map<std::int32_t, SourceInfo> &m_sources;
    Options m_options;
    DocumentSource m_documents;
    EventFormReader m_forms;
    EventForm m_form;
    SQLite::Statement m_events;
    SQLite::Statement m_copies;
    SQLite::Statement m_columns;
    SQLite::Statement m_stages;
    std::size_t m_stageTime; // index in fieldCatalogue()
    std::size_t m_receiptTime;
    std::unordered_set<std::int64_t> m_composing; // ids of envelopes
    std::unordered_set<std::int64_t> m_longRunning; // ids of strings: verbs and subresources
    ScanResult m_result;
};

} // namespace auditloupe
