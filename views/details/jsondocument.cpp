// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsondocument.h"

#include <QCoreApplication>
#include <QPlainTextDocumentLayout>
#include <QThread>

namespace auditloupe {

namespace {

void discard(QTextDocument *document)
{
    if (document->thread() == QThread::currentThread()) {
        std::default_delete<QTextDocument>()(document);
    } else {
        document->deleteLater();
    }
}

} // namespace

std::shared_ptr<QTextDocument> makeJsonDocument(const QString &text, const QFont &font)
{
    std::shared_ptr<QTextDocument> document(new QTextDocument, discard);
    document->setDocumentLayout(new QPlainTextDocumentLayout(document.get()));
    document->setUndoRedoEnabled(false);
    document->setDefaultFont(font);
    document->setPlainText(text);
    document->moveToThread(QCoreApplication::instance()->thread());
    return document;
}

} // namespace auditloupe
