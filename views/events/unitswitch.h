// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "views/common/choicebar.h"

namespace auditloupe {

class CaseSession;

/// Whether a row is a request with all its stages, or an event.
class UnitSwitch : public ChoiceBar
{
    Q_OBJECT

public:
    explicit UnitSwitch(CaseSession *session, QWidget *parent = nullptr);
};

} // namespace auditloupe
