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
    , m_tabs(1, Tab{.history = {m_first}})
{
}

void CaseSession::setCasePath(const QString &path)
{
    m_casePath = path;
    const SortOrder order = sortOrder();
    setRevealsCredentials(false);
    setSelectedEvent(EventId{0});
    m_tabs.assign(1, Tab{.history = {m_first}, .order = order});
    m_current = 0;
    ++m_generation;
    Q_EMIT caseChanged();
    Q_EMIT historyChanged();
    Q_EMIT tabsChanged();
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
    if (text.trimmed() == filterText()) {
        return {};
    }
    Result<FilterState> next = state().withText(text);
    if (!next) {
        return std::unexpected(next.error());
    }
    remember(std::move(*next));
    return {};
}

void CaseSession::setTimeRange(std::optional<std::int64_t> fromUs, std::optional<std::int64_t> toUs)
{
    FilterState next = state();
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
    const Condition without = withoutChoices(filter().condition, field);
    if (without != filter().condition) {
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
    const Condition whole = filter().condition;
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
    QString text = inAnd(whole, filterText());
    for (const Condition &added : std::span(after).subspan(before.size())) {
        text += u" and "_s + inAnd(added, added.toText());
    }
    static_cast<void>(setFilterText(text));
}

void CaseSession::setPartOn(std::size_t index, bool isOn)
{
    std::vector<FilterPart> all = parts();
    if (index < all.size()) {
        all[index].isOn = isOn;
        remember(state().withParts(all));
    }
}

void CaseSession::negatePart(std::size_t index)
{
    std::vector<FilterPart> all = parts();
    if (index < all.size()) {
        all[index].condition = opposite(all[index].condition);
        remember(state().withParts(all));
    }
}

void CaseSession::dropPart(std::size_t index)
{
    std::vector<FilterPart> all = parts();
    if (index < all.size()) {
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(index));
        remember(state().withParts(all));
    }
}

void CaseSession::clearFilter()
{
    if (filter().hasQuestion() || !parts().empty()) {
        remember({.filter = {.unit = unit(), .noise = noise()}});
    }
}

Result<void> CaseSession::showFilter(const QString &text, const Filter &rest)
{
    return FilterState{.filter = rest}.withText(text).transform(
        [this](FilterState next) { remember(std::move(next)); });
}

Result<void> CaseSession::showCounted(const QString &text, Unit unit,
                                      std::optional<std::int64_t> fromUs,
                                      std::optional<std::int64_t> toUs)
{
    return showFilter(text, {.fromUs = fromUs, .toUs = toUs, .unit = unit});
}

void CaseSession::setUnit(Unit unit)
{
    m_first.filter.unit = unit;
    FilterState next = state();
    next.filter.unit = unit;
    remember(std::move(next));
}

void CaseSession::setNoise(Noise noise)
{
    m_first.filter.noise = noise;
    FilterState next = state();
    next.filter.noise = noise;
    remember(std::move(next));
}

void CaseSession::setChosen(Unit unit, Noise noise)
{
    m_first.filter = {.unit = unit, .noise = noise};
    if (!hasCase()) {
        tab().history.assign(1, m_first);
        visit(0);
    }
}

void CaseSession::goBack()
{
    if (canGoBack()) {
        visit(tab().position - 1);
    }
}

void CaseSession::goForward()
{
    if (canGoForward()) {
        visit(tab().position + 1);
    }
}

QString CaseSession::tabText(std::size_t tab) const
{
    const Tab &asked = m_tabs[tab];
    return asked.history[asked.position].text;
}

void CaseSession::openTab(const QString &condition)
{
    const Tab added{.history = {state()}, .order = tab().order, .selected = tab().selected};
    m_tabs.insert(m_tabs.begin() + static_cast<std::ptrdiff_t>(m_current) + 1, added);
    showTab(m_current + 1);
    if (!condition.isEmpty()) {
        includeCondition(condition);
    }
}

void CaseSession::showTab(std::size_t tab)
{
    if (tab < m_tabs.size() && tab != m_current) {
        m_current = tab;
        announceTab();
    }
}

void CaseSession::moveTab(std::size_t from, std::size_t to)
{
    if (std::max(from, to) >= m_tabs.size() || from == to) {
        return;
    }
    Tab moved = std::move(m_tabs[from]);
    m_tabs.erase(m_tabs.begin() + static_cast<std::ptrdiff_t>(from));
    m_tabs.insert(m_tabs.begin() + static_cast<std::ptrdiff_t>(to), std::move(moved));
    if (m_current == from) {
        m_current = to;
    } else {
        m_current -= m_current > from ? 1 : 0;
        m_current += m_current >= to ? 1 : 0;
    }
    Q_EMIT tabsChanged();
}

void CaseSession::closeTab(std::size_t tab)
{
    if (m_tabs.size() == 1 || tab >= m_tabs.size()) {
        return;
    }
    const bool wasShown = tab == m_current;
    m_tabs.erase(m_tabs.begin() + static_cast<std::ptrdiff_t>(tab));
    if (m_current > tab || m_current == m_tabs.size()) {
        --m_current;
    }
    if (wasShown) {
        announceTab();
    } else {
        Q_EMIT tabsChanged();
    }
}

/// All that another tab has of its own.
void CaseSession::announceTab()
{
    ++m_generation;
    Q_EMIT tabsChanged();
    Q_EMIT sortOrderChanged();
    Q_EMIT filterChanged();
    Q_EMIT historyChanged();
    Q_EMIT selectionChanged();
}

void CaseSession::setSortOrder(const SortOrder &order)
{
    if (order == sortOrder()) {
        return;
    }
    tab().order = order;
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
    if (id != selectedEvent()) {
        tab().selected = id;
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

/// What is shown already is no step of the history.
void CaseSession::remember(FilterState next)
{
    if (next == state()) {
        return;
    }
    tab().history.resize(tab().position + 1);
    tab().history.push_back(std::move(next));
    visit(tab().position + 1);
}

void CaseSession::visit(std::size_t position)
{
    tab().position = position;
    ++m_generation;
    Q_EMIT filterChanged();
    Q_EMIT historyChanged();
    Q_EMIT tabsChanged();
}

} // namespace auditloupe
