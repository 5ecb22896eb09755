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
    , m_history(1)
{
}

void CaseSession::setCasePath(const QString &path)
{
    m_casePath = path;
    m_filter = {};
    m_filterText.clear();
    m_history.assign(1, State{});
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
    parsed->fromUs = m_filter.fromUs;
    parsed->toUs = m_filter.toUs;
    remember({.text = trimmed, .filter = std::move(*parsed)});
    return {};
}

void CaseSession::setTimeRange(std::optional<std::int64_t> fromUs, std::optional<std::int64_t> toUs)
{
    if (fromUs == m_filter.fromUs && toUs == m_filter.toUs) {
        return;
    }
    State state{.text = m_filterText, .filter = m_filter};
    state.filter.fromUs = fromUs;
    state.filter.toUs = toUs;
    remember(std::move(state));
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
    if (!m_filter.isEmpty()) {
        remember({});
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

void CaseSession::remember(State state)
{
    m_history.resize(m_position + 1);
    m_history.push_back(std::move(state));
    visit(m_position + 1);
}

void CaseSession::visit(std::size_t position)
{
    m_position = position;
    apply(m_history[position]);
    Q_EMIT historyChanged();
}

} // namespace auditloupe
