// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QTextEdit>

namespace auditloupe {

/// Plain text that can be selected and copied, as high as it needs to be. Unlike a label it also
/// breaks words that are longer than a line, as names in a log can be. Never rich text.
class FlowingText : public QTextEdit
{
    Q_OBJECT

public:
    explicit FlowingText(QWidget *parent = nullptr);

    void setText(const QString &text);
    /// In the colour of what matters less.
    void setQuiet(bool quiet);

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void applyColors();

    bool m_quiet = false;
};

} // namespace auditloupe
