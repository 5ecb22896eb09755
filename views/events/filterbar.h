// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;
class QLineEdit;
class QToolButton;

namespace auditloupe {

class CaseSession;
class FilterLine;
class NoiseSwitch;

/// The line above all screens: history, condition, time range and time zone. What cannot be read
/// is said under it, while the last good result stays.
class FilterBar : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBar(CaseSession *session, QWidget *parent = nullptr);

    /// For Ctrl+L.
    void focusFilter();
    /// A local time's offset depends on the day: the one that is shown is this time's.
    void setReferenceTime(std::optional<std::int64_t> us);
    /// How many rows are noise; nothing while that is not known.
    void setNoise(std::optional<std::int64_t> count);
    /// What there is to know of the result, below the line; an error goes first.
    void showNote(const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;

Q_SIGNALS:
    void filterApplied(); ///< Enter was pressed on a filter that could be read

private:
    void arrange();
    void connectAll();
    QToolButton *addHistoryButton(const QString &icon, const QString &text);
    QLineEdit *makeTimeEdit(const QString &placeholder, const QString &explanation);
    void showSession();
    void showTimeRange();
    void showZone();
    void applyFilter();
    void applyTimeRange();
    void showProblem(const QString &text);
    void showMessage();
    void fitMessage();

    CaseSession *m_session;
    QToolButton *m_back;
    QToolButton *m_forward;
    FilterLine *m_filter;
    QLineEdit *m_from;
    QLineEdit *m_to;
    QToolButton *m_zone;
    NoiseSwitch *m_noise;
    QLabel *m_message;
    QString m_problem;
    QString m_note;
    std::optional<std::int64_t> m_referenceUs;
};

} // namespace auditloupe
