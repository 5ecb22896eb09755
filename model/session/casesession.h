// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/query/eventquery.h"
#include "model/session/filterstate.h"

#include <QObject>
#include <QString>
#include <QTimeZone>

#include <cstdint>
#include <optional>
#include <vector>

namespace auditloupe {

/// What the screens share: the open case, the filter, the selected event. Screens listen to it
/// and call its setters; none calls another. GUI thread only; nothing here reads the case.
class CaseSession : public QObject
{
    Q_OBJECT

public:
    explicit CaseSession(QObject *parent = nullptr);

    /// Empty while nothing is open.
    QString casePath() const { return m_casePath; }
    bool hasCase() const { return !m_casePath.isEmpty(); }
    /// Shows another case: filter, history, selection and revealed credentials begin anew. Unit and
    /// noise begin as they were chosen last.
    void setCasePath(const QString &path);
    /// The same case under a new name: everything stays as it is.
    void renameCase(const QString &path);

    bool isImporting() const { return m_importing; }
    /// Ending an import also tells of new content.
    void setImporting(bool importing);
    /// Rows were added to the case.
    void announceContent();

    /// The last filter that could be read, with time range, unit and noise. All of it is what the
    /// history goes through.
    const Filter &filter() const { return state().filter; }
    /// The condition as it was written, without the time range.
    QString filterText() const { return state().text; }
    /// An error leaves the filter as it was.
    Result<void> setFilterText(const QString &text);
    void setTimeRange(std::optional<std::int64_t> fromUs, std::optional<std::int64_t> toUs);
    // What is selected anywhere goes into the filter by one of these; nothing happens where it
    // stands there already. For `field=value`, `not field exists` and the like.
    /// Adds it with "and".
    void includeCondition(const QString &condition);
    /// Adds its "not".
    void excludeCondition(const QString &condition);
    /// In place of all that chooses among the values of its field.
    void onlyCondition(const QString &condition);
    /// Beside the values of its field that are chosen already: `field in (a, b)`.
    void chooseCondition(const QString &condition);
    /// Takes it out again, whether it is included or excluded.
    void dropCondition(const QString &condition);
    /// Chooses nothing among the field's values any more.
    void dropChoices(const Field &field);
    /// What "and" joins in the condition, and what of it is switched off for a moment.
    const std::vector<FilterPart> &parts() const { return state().parts; }
    void setPartOn(std::size_t index, bool isOn);
    void dropPart(std::size_t index);
    void negatePart(std::size_t index);
    /// Condition and time range; unit and noise stay.
    void clearFilter();
    /// The condition with time range, unit and noise of `rest`: a filter that was saved.
    Result<void> showFilter(const QString &text, const Filter &rest);
    /// Shows exactly what the condition selects in the unit within the time range, noise and all:
    /// for links from a number to what was counted. Chooses nothing for the next case.
    Result<void> showCounted(const QString &text, Unit unit,
                             std::optional<std::int64_t> fromUs = {},
                             std::optional<std::int64_t> toUs = {});

    /// One row a request or an event; never Unit::Copies.
    Unit unit() const { return filter().unit; }
    void setUnit(Unit unit);
    Noise noise() const { return filter().noise; }
    void setNoise(Noise noise);
    /// What the next case begins with: the unit and the noise that were chosen last, not those that
    /// a link or the history brought.
    Unit chosenUnit() const { return m_first.filter.unit; }
    Noise chosenNoise() const { return m_first.filter.noise; }
    void setChosen(Unit unit, Noise noise);

    // Filters beside each other, each with a history, an order and a selection of its own. One of
    // them is what everything else here is about.
    std::size_t tabCount() const { return m_tabs.size(); }
    std::size_t currentTab() const { return m_current; }
    /// The condition of the tab's filter as it was written.
    QString tabText(std::size_t tab) const;
    /// Behind the current one and as it is; with the condition, where there is one.
    void openTab(const QString &condition = {});
    void showTab(std::size_t tab);
    void moveTab(std::size_t from, std::size_t to);
    /// The last one stays.
    void closeTab(std::size_t tab);

    bool canGoBack() const { return tab().position > 0; }
    bool canGoForward() const { return tab().position + 1 < tab().history.size(); }
    void goBack();
    void goForward();

    const SortOrder &sortOrder() const { return tab().order; }
    void setSortOrder(const SortOrder &order);

    QTimeZone timeZone() const { return m_timeZone; }
    void setTimeZone(const QTimeZone &zone);

    /// EventId{0} where nothing is selected.
    EventId selectedEvent() const { return tab().selected; }
    void setSelectedEvent(EventId id);

    /// Whether credentials are shown; never stored.
    bool revealsCredentials() const { return m_revealsCredentials; }
    void setRevealsCredentials(bool reveals);

    /// Grows with everything that makes another result: case, content, filter, order.
    quint64 generation() const { return m_generation; }

Q_SIGNALS:
    void caseChanged();
    void caseRenamed();
    void importingChanged(bool importing);
    void contentChanged();
    void filterChanged(); ///< condition, time range, unit or noise
    void historyChanged();
    void tabsChanged(); ///< their number, place or filters, or which is the current one
    void sortOrderChanged();
    void timeZoneChanged();
    void selectionChanged();
    void revealsCredentialsChanged(bool reveals);

private:
    struct Tab
    {
        std::vector<FilterState> history = {}; // like a browser's: `position` is what is shown
        std::size_t position = 0;
        SortOrder order = {};
        EventId selected = EventId{0};
    };

    using Edit = Condition (*)(const Condition &whole, const Condition &part);

    void edit(const QString &condition, Edit change);
    Tab &tab() { return m_tabs[m_current]; }
    const Tab &tab() const { return m_tabs[m_current]; }
    const FilterState &state() const { return tab().history[tab().position]; }
    void announceTab();
    void remember(FilterState next);
    void visit(std::size_t position);

    QString m_casePath;
    FilterState m_first{.filter = {.unit = Unit::Requests}}; // the next case: unit, noise
    std::vector<Tab> m_tabs;
    std::size_t m_current = 0;
    QTimeZone m_timeZone = QTimeZone(QTimeZone::UTC);
    quint64 m_generation = 0;
    bool m_importing = false;
    bool m_revealsCredentials = false;
};

} // namespace auditloupe
