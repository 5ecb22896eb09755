// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/base/ids.h"
#include "model/base/result.h"
#include "model/query/commonquestions.h"

#include <QString>

#include <cstdint>
#include <stop_token>

namespace auditloupe {

/// What the case tells a question before somebody says more.
struct QuestionContext
{
    BlankValues values = {}; ///< of the selected event; none where nothing is selected
    std::int64_t lastUs = 0; ///< time of the case's last event
};

/// Opens the case: not for the GUI thread.
Result<QuestionContext> questionContext(const QString &casePath, EventId selected,
                                        const std::stop_token &stop);

} // namespace auditloupe
