// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "model/event/auditevent.h"

#include <QWidget>

namespace auditloupe {

/// The level as a disc that is filled as far as the request was written down, and its words.
class LevelBadge : public QWidget
{
    Q_OBJECT

public:
    explicit LevelBadge(QWidget *parent = nullptr);

    /// `words` name level and stage: "Metadata at ResponseComplete".
    void setLevel(Level level, const QString &words);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int discSize() const;

    Level m_level = Level::Unknown;
    QString m_words;
};

} // namespace auditloupe
