// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// bench_queries [--runs N] [--only NAME] CASE: the named queries over a case made from
// bench_generatelog's log, or those whose names begin so. A line each: name, milliseconds to the
// first rows ("-" for counts), to all, and how many rows there were; times are medians.

#include "model/query/eventquery.h"
#include "model/query/facets.h"

#include <QCommandLineParser>
#include <QCoreApplication>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <string>
#include <vector>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

using Clock = std::chrono::steady_clock;

struct NamedQuery
{
    std::string name = {};
    const char *where = "";
    SortOrder order = {};
    std::vector<std::string_view> countBy = {};
    bool countsOnly = false;
    bool countsFacets = false;
    Unit unit = Unit::Events;
    Noise noise = Noise::Shown;
};

struct Timing
{
    double firstMs = -1; ///< below zero where there is no first row
    double allMs = 0;
    std::int64_t rows = 0;
};

std::vector<NamedQuery> fixedQueries()
{
    return {
        {.name = "everything by time"},
        {.name = "who deleted the ConfigMap",
         .where = "verb=delete and resource=configmaps and ns=production"},
        {.name = "one person", .where = "user=alice.adams@example.com"},
        {.name = "denied", .where = "code=403"},
        {.name = "everything by user", .order = SortOrder::by(SortKey::User)},
        {.name = "group: by verb", .countBy = {"verb"}},
        {.name = "group: by user and resource", .countBy = {"user", "resource"}},
        {.name = "inside bodies", .where = "requestObject.spec.replicas=3"},
        {.name = "count: columns",
         .where = "outcome=denied and access=write and not user.kind=node",
         .countsOnly = true},
        {.name = "count: columns with a pattern",
         .where = "user icontains alice and uri regex \"/api/.*\"",
         .countsOnly = true},
        {.name = "search: bodies",
         .where = "requestObject.spec.replicas!=3 or responseObject.spec.replicas!=3",
         .countsOnly = true},
        {.name = "search: text", .where = "zanzibar", .countsOnly = true},
        {.name = "facets: first screen",
         .countBy = {"outcome", "verb", "user.kind", "user", "ns", "resource", "ip",
                     "agent.family"},
         .countsFacets = true},
        {.name = "facets: of everything", .countsFacets = true},
        {.name = "facets: under a filter",
         .where = "outcome=denied and access=write and not user.kind=node",
         .countsFacets = true},
        {.name = "facets: of two choices",
         .where = "verb in (create, delete) and not ns=kube-system",
         .countsFacets = true},
        {.name = "requests by time", .unit = Unit::Requests},
        {.name = "requests, who deleted the ConfigMap",
         .where = "verb=delete and resource=configmaps and ns=production",
         .unit = Unit::Requests},
        {.name = "requests by duration of a session",
         .order = SortOrder::by(SortKey::Duration),
         .unit = Unit::Requests},
        {.name = "people and workloads", .unit = Unit::Requests, .noise = Noise::Hidden},
        {.name = "count: requests by columns",
         .where = "outcome=denied and access=write and not user.kind=node",
         .countsOnly = true,
         .unit = Unit::Requests},
        {.name = "count: requests with a stage",
         .where = "not stage=RequestReceived",
         .countsOnly = true,
         .unit = Unit::Requests},
        {.name = "count: sessions",
         .where = "session.command contains sh and session.tty=true",
         .countsOnly = true,
         .unit = Unit::Requests},
        {.name = "count: noise", .countsOnly = true, .unit = Unit::Requests, .noise = Noise::Only}};
}

/// And everything by each column, and by several.
std::vector<NamedQuery> namedQueries()
{
    std::vector<NamedQuery> queries = fixedQueries();
    for (int key = static_cast<int>(SortKey::Level); key <= static_cast<int>(SortKey::Source);
         ++key) {
        const auto sortKey = static_cast<SortKey>(key);
        queries.push_back({.name = "sort: by " + std::string(sortName(sortKey)),
                           .order = SortOrder::by(sortKey)});
    }
    queries.push_back(
        {.name = "sort: by user, code and -latency",
         .order = {.terms = {{SortKey::User}, {SortKey::Code}, {SortKey::Latency, true}}}});
    return queries;
}

double msSince(Clock::time_point begin)
{
    return std::chrono::duration<double, std::milli>(Clock::now() - begin).count();
}

Result<Timing> select(CaseReader &reader, const NamedQuery &query, const Filter &filter)
{
    Timing timing;
    const auto begin = Clock::now();
    const auto take = [&](std::span<const EventId> ids) {
        if (timing.rows == 0 && !ids.empty()) {
            timing.firstMs = msSince(begin);
        }
        timing.rows += static_cast<std::int64_t>(ids.size());
        return true;
    };
    return selectEvents(reader, filter, query.order, {}, take).transform([&] {
        timing.allMs = msSince(begin);
        return timing;
    });
}

Result<Timing> count(CaseReader &reader, const NamedQuery &query, const Filter &filter)
{
    std::vector<const Field *> fields;
    for (const std::string_view name : query.countBy) {
        fields.push_back(findField(name));
    }
    const auto begin = Clock::now();
    return countBy(reader, filter, fields, {}).transform([&](const auto &groups) {
        return Timing{.allMs = msSince(begin), .rows = static_cast<std::int64_t>(groups.size())};
    });
}

Result<Timing> countAll(CaseReader &reader, const Filter &filter)
{
    const auto begin = Clock::now();
    return countEvents(reader, filter, {}).transform([&](std::int64_t rows) {
        return Timing{.allMs = msSince(begin), .rows = rows};
    });
}

/// All facets at once where none are named.
Result<Timing> facets(CaseReader &reader, const NamedQuery &query, const Filter &filter)
{
    std::vector<FacetWish> wishes;
    for (const std::string_view name : query.countBy) {
        wishes.push_back({.field = findField(name)});
    }
    for (const Field *field :
         query.countBy.empty() ? facetFields() : std::vector<const Field *>()) {
        wishes.push_back({.field = field});
    }
    const auto begin = Clock::now();
    return countFacets(reader, filter, wishes, {}).transform([&](const Facets &counted) {
        Timing timing{.allMs = msSince(begin)};
        for (const Facet &facet : counted.facets) {
            timing.rows += static_cast<std::int64_t>(facet.distinct);
        }
        return timing;
    });
}

/// As a job of the window does it: with a reader of its own.
Result<Timing> run(const QString &path, const NamedQuery &query)
{
    Result<Filter> filter = parseFilter(QString::fromUtf8(query.where));
    if (!filter) {
        return std::unexpected(filter.error());
    }
    filter->unit = query.unit;
    filter->noise = query.noise;
    return CaseReader::open(path).and_then([&](CaseReader reader) {
        return query.countsFacets   ? facets(reader, query, *filter)
            : query.countsOnly      ? countAll(reader, *filter)
            : query.countBy.empty() ? select(reader, query, *filter)
                                    : count(reader, query, *filter);
    });
}

double median(std::vector<double> values)
{
    std::ranges::sort(values);
    return values[values.size() / 2];
}

Result<Timing> runOften(const QString &path, const NamedQuery &query, int runs)
{
    std::vector<double> first;
    std::vector<double> all;
    Timing timing;
    for (int i = 0; i < runs; ++i) {
        const Result<Timing> one = run(path, query);
        if (!one) {
            return one;
        }
        timing = *one;
        first.push_back(one->firstMs);
        all.push_back(one->allMs);
    }
    return Timing{.firstMs = median(first), .allMs = median(all), .rows = timing.rows};
}

void print(const NamedQuery &query, const Timing &timing)
{
    std::printf("%s\t", query.name.c_str());
    if (timing.firstMs < 0) {
        std::printf("-");
    } else {
        std::printf("%.2f", timing.firstMs);
    }
    std::printf("\t%.2f\t%lld\n", timing.allMs, static_cast<long long>(timing.rows));
    std::fflush(stdout);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    const QCommandLineOption runsOption(u"runs"_s, u"How often each is run."_s, u"N"_s, u"5"_s);
    const QCommandLineOption onlyOption(u"only"_s, u"Queries whose name begins so."_s, u"NAME"_s);
    parser.addOptions({runsOption, onlyOption});
    parser.addPositionalArgument(u"case"_s, u"The case to query."_s);
    parser.addHelpOption();
    parser.process(application);
    const int runs = parser.value(runsOption).toInt();
    if (parser.positionalArguments().size() != 1 || runs < 1) {
        parser.showHelp(2);
    }
    const std::string only = parser.value(onlyOption).toStdString();
    for (const NamedQuery &query : namedQueries()) {
        if (!query.name.starts_with(only)) {
            continue;
        }
        const Result<Timing> timing =
            runOften(parser.positionalArguments().constFirst(), query, runs);
        if (!timing) {
            std::fprintf(stderr, "%s: %s\n", query.name.c_str(),
                         qPrintable(timing.error().toText()));
            return 1;
        }
        print(query, *timing);
    }
    return 0;
}
