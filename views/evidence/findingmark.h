// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/evidence/evidence.h"

#include <QWidget>

namespace auditloupe {

/// A broken line for what is missing, an unequal sign for what is unlike.
class FindingMark : public QWidget
{
    Q_OBJECT

public:
    FindingMark(FindingGroup group, QWidget *parent);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    FindingGroup m_group;
};

} // namespace auditloupe
