// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/sortorder.h"

#include "model/event/fields.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>
#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace auditloupe {

namespace {

using enum SortKey;

constexpr std::array<std::pair<SortKey, std::string_view>, 22> Names{
    {{Import, "import"},
     {Time, "time"},
     {Level, "level"},
     {Stage, "stage"},
     {Verb, "verb"},
     {User, "user"},
     {Resource, "resource"},
     {Namespace, "ns"},
     {Name, "name"},
     {Code, "code"},
     {SourceIp, "ip"},
     {UserAgent, "agent"},
     {End, "stageTimestamp"},
     {Latency, "latency"},
     {Duration, "session.duration"},
     {Command, "session.command"},
     {AuditId, "auditID"},
     {RequestUri, "uri"},
     {Cluster, "cluster"},
     {Node, "node"},
     {Server, "server"},
     {Source, "source"}}};

/// By any of the field's names.
const SortKey *keyNamed(const QString &name)
{
    const std::string text = name.toStdString();
    const Field *field = findField(text);
    const auto found = std::ranges::find_if(Names, [&](const auto &known) {
        return known.second == text || (field != nullptr && findField(known.second) == field);
    });
    return found != Names.end() ? &found->first : nullptr;
}

QString allNames()
{
    QStringList names;
    for (const auto &[key, name] : Names) {
        names += QString::fromUtf8(name);
    }
    return names.join(u", "_s);
}

std::unexpected<Error> mistake(const QString &message)
{
    return std::unexpected(Error{.message = message});
}

} // namespace

SortOrder SortOrder::by(SortKey key, bool descending)
{
    return {.terms = {{.key = key, .descending = descending}}};
}

bool SortOrder::isBy(SortKey key) const
{
    return terms.size() == 1 && terms.front().key == key;
}

bool SortOrder::followsTime() const
{
    return !terms.empty() && terms.front().key == Time;
}

SortOrder SortOrder::withKey(SortKey key) const
{
    SortOrder order = *this;
    const auto present = std::ranges::find(order.terms, key, &SortTerm::key);
    if (present != order.terms.end()) {
        present->descending = !present->descending;
        return order;
    }
    if (order.terms.size() == MostTerms) {
        order.terms.pop_back();
    }
    order.terms.push_back({.key = key});
    return order;
}

Result<SortOrder> parseSortOrder(const QString &text)
{
    SortOrder order{.terms = {}};
    for (const QString &part : text.split(u',')) {
        const QString word = part.trimmed();
        const bool descending = word.startsWith(u'-');
        const SortKey *key = keyNamed(descending ? word.sliced(1) : word);
        if (key == nullptr) {
            return mistake(QCoreApplication::translate("SortOrder",
                                                       "“%1” is nothing to sort by. It can be %2.")
                               .arg(word, allNames()));
        }
        if (std::ranges::contains(order.terms, *key, &SortTerm::key)) {
            return mistake(
                QCoreApplication::translate("SortOrder", "“%1” stands there twice.").arg(word));
        }
        order.terms.push_back({.key = *key, .descending = descending});
    }
    if (order.terms.size() > SortOrder::MostTerms) {
        return mistake(QCoreApplication::translate("SortOrder", "Sorting takes at most %1 fields.")
                           .arg(SortOrder::MostTerms));
    }
    return order;
}

std::string_view sortName(SortKey key)
{
    return std::ranges::find(Names, key, &std::pair<SortKey, std::string_view>::first)->second;
}

} // namespace auditloupe
