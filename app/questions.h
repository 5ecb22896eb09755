// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

#include <functional>
#include <vector>

class QWidget;

namespace auditloupe {

/// A question with a few answers, asked without stopping the event loop. The first answer is the
/// default; Escape answers nothing.
struct Question
{
    struct Answer
    {
        QString text = {};
        std::function<void(bool isChecked)> action = {}; ///< whether the box was checked
    };

    QString text = {};
    QString explanation = {};
    std::vector<Answer> answers = {};
    QString checkBox = {}; ///< none where empty
};

void ask(QWidget *parent, const Question &question);

} // namespace auditloupe
