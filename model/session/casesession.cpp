// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/session/casesession.h"

#include "model/query/conditionedit.h"

#include <algorithm>
#include <span>
#include <utility>

namespace auditloupe {

using namespace Qt::StringLiterals;

CaseSession::CaseSession(QObject *parent)
    : QObject(parent)
    , m_filter(m_first.filter)
    , m_history(1, m_first)
{
}

void CaseSession::setCasePath(const QString &path)
{
    m_casePath = path;
    m_filter = m_first.filter;
    m_filterText.clear();
    m_history.assign(1, m_first);
    m_position = 0;
    ++m_generation;
    setRevealsCredentials(false);
    setSelectedEvent(EventId{0});
    Q_EMIT caseChanged();
    Q_EMIT historyChanged();
}

void CaseSession::renameCase(const QString &path)
{
    m_casePath = path;
    Q_EMIT caseRenamed();
}

void CaseSession::setImporting(bool importing)
{
    if (m_importing == importing) {
        return;
    }
    m_importing = importing;
    Q_EMIT importingChanged(importing);
    if (!importing) {
        announceContent();
    }
}

void CaseSession::announceContent()
{
    ++m_generation;
    Q_EMIT contentChanged();
}

Result<void> CaseSession::setFilterText(const QString &text)
{
    const QString trimmed = text.trimmed();
    if (trimmed == m_filterText) {
        return {};
    }
    Result<Filter> parsed = trimmed.isEmpty() ? Filter{} : parseFilter(trimmed);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    State next{.text = trimmed, .filter = m_filter};
    next.filter.condition = std::move(parsed->condition);
    remember(std::move(next));
    return {};
}

void CaseSession::setTimeRange(std::optional<std::int64_t> fromUs, std::optional<std::int64_t> toUs)
{
    State next = state();
    next.filter.fromUs = fromUs;
    next.filter.toUs = toUs;
    remember(std::move(next));
}

void CaseSession::includeCondition(const QString &condition)
{
    edit(condition, &including);
}

void CaseSession::excludeCondition(const QString &condition)
{
    edit(condition, &excluding);
}

void CaseSession::onlyCondition(const QString &condition)
{
    edit(condition, &choosingOnly);
}

void CaseSession::chooseCondition(const QString &condition)
{
    edit(condition, &choosingToo);
}

void CaseSession::dropCondition(const QString &condition)
{
    edit(condition, &leavingOpen);
}

void CaseSession::dropChoices(const Field &field)
{
    const Condition without = withoutChoices(m_filter.condition, field);
    if (without != m_filter.condition) {
        static_cast<void>(setFilterText(without.toText()));
    }
}

/// The text stays as it was written where something is only added behind it.
void CaseSession::edit(const QString &condition, Edit change)
{
    const Result<Filter> read = parseFilter(condition);
    if (!read || read->condition.isAlways()) {
        return;
    }
    const Condition &whole = m_filter.condition;
    const Condition changed = change(whole, read->condition);
    const std::vector<Condition> before = conjuncts(whole);
    const std::vector<Condition> after = conjuncts(changed);
    const bool isAddition = !before.empty() && before.size() < after.size()
        && std::ranges::equal(before, std::span(after).first(before.size()));
    if (!isAddition) {
        if (changed != whole) {
            static_cast<void>(setFilterText(changed.toText()));
        }
        return;
    }
    const auto inAnd = [](const Condition &part, const QString &text) {
        return part.kind == Condition::Kind::Or ? u'(' + text + u')' : text;
    };
    QString text = inAnd(whole, m_filterText);
    for (const Condition &added : std::span(after).subspan(before.size())) {
        text += u" and "_s + inAnd(added, added.toText());
    }
    static_cast<void>(setFilterText(text));
}

void CaseSession::clearFilter()
{
    if (m_filter.hasQuestion()) {
        remember({.filter = {.unit = m_filter.unit, .noise = m_filter.noise}});
    }
}

Result<void> CaseSession::showCounted(const QString &text, Unit unit,
                                      std::optional<std::int64_t> fromUs,
                                      std::optional<std::int64_t> toUs)
{
    Result<Filter> parsed = text.isEmpty() ? Filter{} : parseFilter(text);
    if (!parsed) {
        return std::unexpected(parsed.error());
    }
    remember({.text = text,
              .filter = {.condition = std::move(parsed->condition),
                         .fromUs = fromUs,
                         .toUs = toUs,
                         .unit = unit}});
    return {};
}

void CaseSession::setUnit(Unit unit)
{
    m_first.filter.unit = unit;
    State next = state();
    next.filter.unit = unit;
    remember(std::move(next));
}

void CaseSession::setNoise(Noise noise)
{
    m_first.filter.noise = noise;
    State next = state();
    next.filter.noise = noise;
    remember(std::move(next));
}

void CaseSession::setChosen(Unit unit, Noise noise)
{
    m_first.filter = {.unit = unit, .noise = noise};
    if (!hasCase()) {
        m_history.assign(1, m_first);
        visit(0);
    }
}

void CaseSession::goBack()
{
    if (canGoBack()) {
        visit(m_position - 1);
    }
}

void CaseSession::goForward()
{
    if (canGoForward()) {
        visit(m_position + 1);
    }
}

void CaseSession::setSortOrder(SortOrder order)
{
    if (order.key == m_sortOrder.key && order.descending == m_sortOrder.descending) {
        return;
    }
    m_sortOrder = order;
    ++m_generation;
    Q_EMIT sortOrderChanged();
}

void CaseSession::setTimeZone(const QTimeZone &zone)
{
    if (zone != m_timeZone) {
        m_timeZone = zone;
        Q_EMIT timeZoneChanged();
    }
}

void CaseSession::setSelectedEvent(EventId id)
{
    if (id != m_selectedEvent) {
        m_selectedEvent = id;
        Q_EMIT selectionChanged();
    }
}

void CaseSession::setRevealsCredentials(bool reveals)
{
    if (reveals != m_revealsCredentials) {
        m_revealsCredentials = reveals;
        Q_EMIT revealsCredentialsChanged(reveals);
    }
}

void CaseSession::apply(const State &state)
{
    m_filterText = state.text;
    m_filter = state.filter;
    ++m_generation;
    Q_EMIT filterChanged();
}

/// What is shown already is no step of the history.
void CaseSession::remember(State next)
{
    if (next == state()) {
        return;
    }
    m_history.resize(m_position + 1);
    m_history.push_back(std::move(next));
    visit(m_position + 1);
}

void CaseSession::visit(std::size_t position)
{
    m_position = position;
    apply(m_history[position]);
    Q_EMIT historyChanged();
}

} // namespace auditloupe
