// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/emptyresult.h"

#include "model/casefile/casereader.h"
#include "model/query/eventquery.h"

#include <algorithm>

namespace auditloupe {

namespace {

using Kind = HidingPart::Kind;

/// All that the filter could do without.
std::vector<HidingPart> partsOf(const Filter &filter)
{
    std::vector<HidingPart> parts;
    const std::vector<Condition> conditions = conjuncts(filter.condition);
    for (std::size_t i = 0; i < conditions.size(); ++i) {
        std::vector<Condition> others = conditions;
        others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
        HidingPart part{.text = conditions[i].toText(), .without = filter};
        part.without.condition = Condition::all(std::move(others));
        parts.push_back(std::move(part));
    }
    if (filter.fromUs || filter.toUs) {
        parts.push_back({.kind = Kind::TimeRange, .without = filter});
        parts.back().without.fromUs.reset();
        parts.back().without.toUs.reset();
    }
    if (filter.noise == Noise::Hidden) {
        parts.push_back({.kind = Kind::Noise, .without = filter});
        parts.back().without.noise = Noise::Shown;
    }
    return parts;
}

class EmptyQuestions
{
public:
    EmptyQuestions(CaseReader &reader, const Filter &filter, const JobControl &control)
        : m_reader(reader)
        , m_filter(filter)
        , m_control(control)
    {
    }

    Result<EmptyResult> ask()
    {
        return askParts()
            .and_then([this] { return askNowhere(); })
            .and_then([this] { return askRange(); })
            .and_then([this] { return countUnknown(m_reader, m_filter, m_control); })
            .transform([this](std::int64_t unknown) {
                m_result.unknown = unknown;
                return std::move(m_result);
            });
    }

private:
    Result<void> askParts()
    {
        for (HidingPart &part : partsOf(m_filter)) {
            const Result<std::int64_t> shown = countEvents(m_reader, part.without, m_control);
            if (!shown) {
                return std::unexpected(shown.error());
            }
            part.wouldShow = *shown;
            if (*shown > (m_result.hiding ? m_result.hiding->wouldShow : 0)) {
                m_result.hiding = std::move(part);
            }
        }
        return {};
    }

    Result<void> askNowhere()
    {
        const std::vector<Condition> conditions = conjuncts(m_filter.condition);
        for (std::size_t i = 0; i < conditions.size() && !m_result.hiding; ++i) {
            const Result<std::int64_t> found = countEvents(
                m_reader, {.condition = conditions[i], .unit = m_filter.unit}, m_control);
            if (!found) {
                return std::unexpected(found.error());
            }
            if (*found == 0) {
                m_result.nowhere.push_back(conditions[i].toText());
            }
        }
        return {};
    }

    Result<void> askRange()
    {
        const Result<CaseSummary> summary = m_reader.summary();
        if (!summary) {
            return std::unexpected(summary.error());
        }
        m_result.firstUs = summary->firstUs;
        m_result.lastUs = summary->lastUs;
        if (!m_filter.fromUs && !m_filter.toUs) {
            return {};
        }
        const Result<std::vector<SourceInfo>> sources = m_reader.sources();
        if (!sources) {
            return std::unexpected(sources.error());
        }
        m_result.sourcesInRange = std::ranges::count_if(*sources, [this](const SourceInfo &source) {
            return source.firstUs && source.lastUs
                && (!m_filter.toUs || *source.firstUs < *m_filter.toUs)
                && (!m_filter.fromUs || *source.lastUs >= *m_filter.fromUs);
        });
        return countEvents(m_reader, {.fromUs = m_filter.fromUs, .toUs = m_filter.toUs}, m_control)
            .transform([this](std::int64_t events) { m_result.eventsInRange = events; });
    }

    CaseReader &m_reader;
    const Filter &m_filter;
    const JobControl &m_control;
    EmptyResult m_result;
};

} // namespace

Result<EmptyResult> whyEmpty(CaseReader &reader, const Filter &filter, const JobControl &control)
{
    return EmptyQuestions(reader, filter, control).ask();
}

} // namespace auditloupe
