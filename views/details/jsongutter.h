// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

class QTextBlock;

namespace auditloupe {

class JsonView;

/// Line numbers and fold triangles beside a JsonView.
class JsonGutter : public QWidget
{
    Q_OBJECT

public:
    explicit JsonGutter(JsonView *view);

    int preferredWidth() const;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    int lineAt(qreal y) const;
    void paintTriangle(QPainter &painter, const QRectF &area, bool folded) const;

    JsonView *m_view;
};

} // namespace auditloupe
