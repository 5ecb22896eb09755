// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"
#include "model/casefile/storage.h"
#include "model/event/time.h"
#include "model/evidence/evidencework.h"
#include "model/evidence/storetime.h"
#include "model/sources/formats.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace auditloupe {
namespace {

// Opening an entry once more is not cheap, and clocks need no more.
constexpr std::size_t MostSampled = 200; // events of one source

Result<std::map<std::int64_t, QString>> envelopeFormats(CaseReader &reader)
{
    return guardStorage(reader.path(), [&] {
        std::map<std::int64_t, QString> formats;
        SQLite::Statement query(reader.database(), "SELECT id, format FROM envelope");
        while (query.executeStep()) {
            formats[query.getColumn(0).getInt64()] =
                QString::fromStdString(query.getColumn(1).getString());
        }
        return formats;
    });
}

bool isWrapped(const SourceTally &tally)
{
    return std::ranges::any_of(tally.envelopes, [](const auto &entry) { return entry.first != 0; });
}

/// The smallest and the largest delay for each fact.
class Delays
{
public:
    void add(const std::vector<WrapperFact> &facts, std::int64_t eventUs)
    {
        for (const WrapperFact &fact : facts) {
            if (const std::optional<std::int64_t> us = storeTime(fact.name, fact.value)) {
                add(fact.name, *us - eventUs);
            }
        }
    }

    std::vector<StoreDelay> take()
    {
        std::vector<StoreDelay> delays;
        for (auto &[name, delay] : m_delays) {
            delays.push_back(std::move(delay));
        }
        return delays;
    }

private:
    void add(const QString &name, std::int64_t us)
    {
        const auto [found, isNew] =
            m_delays.try_emplace(name, StoreDelay{.fact = name, .leastUs = us, .mostUs = us});
        StoreDelay &delay = found->second;
        ++delay.events;
        delay.leastUs = std::min(delay.leastUs, us);
        delay.mostUs = std::max(delay.mostUs, us);
    }

    std::map<QString, StoreDelay> m_delays;
};

/// Events from all over the source.
Result<std::vector<StoreDelay>> delaysOf(const SourceEvidence &evidence, const SourceTally &tally,
                                         CaseReader &reader)
{
    Delays delays;
    const std::vector<Occurrence> &all = tally.occurrences;
    const std::size_t step = std::max<std::size_t>(1, all.size() / MostSampled);
    for (std::size_t i = 0; i < all.size(); i += step) {
        const EventId id{all[i].event};
        const Result<EventPlace> place = reader.eventPlace(id);
        if (!place) {
            return std::unexpected(place.error());
        }
        if (place->source != evidence.source.id || place->envelope == 0) {
            continue; // what wraps the row says nothing of this copy
        }
        const Result<std::vector<WrapperFact>> facts = reader.wrapperFacts(id);
        if (!facts) {
            return std::unexpected(facts.error());
        }
        delays.add(*facts, all[i].timeUs);
    }
    return delays.take();
}

} // namespace

Result<void> addFormats(EvidenceWork &work, CaseReader &reader)
{
    Result<std::map<std::int64_t, QString>> names = envelopeFormats(reader);
    if (!names) {
        return std::unexpected(names.error());
    }
    (*names)[0] = QString::fromUtf8(NativeFormat);
    for (std::size_t i = 0; i < work.evidence.size(); ++i) {
        std::map<QString, std::int64_t> counts;
        for (const auto &[envelope, count] : work.tallies[i].envelopes) {
            counts[(*names)[envelope]] += count;
        }
        for (const auto &[format, count] : counts) {
            work.evidence[i].formats.push_back({.format = format, .events = count});
        }
        std::ranges::stable_sort(work.evidence[i].formats, std::ranges::greater{},
                                 &FormatCount::events);
    }
    return {};
}

Result<void> addStoreDelays(EvidenceWork &work, CaseReader &reader)
{
    for (std::size_t i = 0; i < work.evidence.size(); ++i) {
        if (!isWrapped(work.tallies[i])) {
            continue;
        }
        Result<std::vector<StoreDelay>> delays =
            delaysOf(work.evidence[i], work.tallies[i], reader);
        if (!delays) {
            return std::unexpected(delays.error());
        }
        work.evidence[i].delays = std::move(*delays);
    }
    return {};
}

} // namespace auditloupe
