// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

#include <cstdint>
#include <optional>

class QLabel;

namespace auditloupe {

class CaseSession;
class ChoiceBar;

/// Whether the cluster's own machinery is shown, and how much of it there is.
class NoiseSwitch : public QWidget
{
    Q_OBJECT

public:
    explicit NoiseSwitch(CaseSession *session, QWidget *parent = nullptr);

    /// How many rows are noise under the present filter; nothing while that is not known.
    void setCount(std::optional<std::int64_t> count);

private:
    void showSession();

    CaseSession *m_session;
    ChoiceBar *m_choices;
    QLabel *m_number;
    std::optional<std::int64_t> m_count;
};

} // namespace auditloupe
