// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "views/details/jsonpane.h"

#include "views/details/jsoncopy.h"
#include "views/details/jsonsearchbar.h"
#include "views/details/jsonview.h"

#include <QAction>
#include <QApplication>
#include <QBoxLayout>
#include <QClipboard>
#include <QLabel>
#include <QLocale>
#include <QMenu>
#include <QMimeData>

using namespace Qt::StringLiterals;

namespace auditloupe {

JsonPane::JsonPane(QWidget *parent)
    : QWidget(parent)
    , m_view(new JsonView(this))
    , m_search(new JsonSearchBar(m_view, this))
    , m_note(new QLabel(this))
    , m_find(addShortcut(tr("Find…"), QKeySequence::Find))
    , m_foldAll(addShortcut(tr("Fold all"), QKeySequence(tr("Ctrl+Shift+Up"))))
    , m_unfoldAll(addShortcut(tr("Unfold all"), QKeySequence(tr("Ctrl+Shift+Down"))))
    , m_wrap(addShortcut(tr("Wrap long lines"), {}))
{
    m_note->setTextFormat(Qt::PlainText);
    m_note->setWordWrap(true);
    m_note->setContentsMargins(12, 4, 12, 4);
    m_note->setForegroundRole(QPalette::PlaceholderText);
    m_wrap->setCheckable(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_note);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_search);
    setFocusProxy(m_view);

    connect(m_find, &QAction::triggered, m_search, &JsonSearchBar::open);
    connect(m_foldAll, &QAction::triggered, m_view, &JsonView::foldAll);
    connect(m_unfoldAll, &QAction::triggered, m_view, &JsonView::unfoldAll);
    connect(m_wrap, &QAction::toggled, m_view, [this](bool wrap) {
        m_view->setLineWrapMode(wrap ? QPlainTextEdit::WidgetWidth : QPlainTextEdit::NoWrap);
    });
    connect(addShortcut(tr("Find next"), QKeySequence(Qt::Key_F3)), &QAction::triggered, m_search,
            &JsonSearchBar::findNext);
    connect(addShortcut(tr("Find previous"), QKeySequence(Qt::SHIFT | Qt::Key_F3)),
            &QAction::triggered, m_search, &JsonSearchBar::findPrevious);
    connect(m_view, &QWidget::customContextMenuRequested, this, &JsonPane::showMenu);
}

QAction *JsonPane::addShortcut(const QString &text, const QKeySequence &keys)
{
    auto *action = new QAction(text, this);
    action->setShortcut(keys);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

void JsonPane::setEvent(JsonPage page, std::shared_ptr<QTextDocument> document, const EventRow &row,
                        bool masked)
{
    m_row = row;
    m_masked = masked;
    m_view->setPage(std::move(page), std::move(document));
    m_search->refresh();
    updateNote();
}

void JsonPane::updateNote()
{
    const JsonPage &page = m_view->page();
    QStringList notes;
    if (!page.outline.whole) {
        notes << tr("This text is damaged: what could not be read stands at the end, as it is.");
    }
    if (!m_view->isHighlighted() && !page.text.isEmpty()) {
        const auto bytes = static_cast<qint64>(page.json.size());
        notes << tr("This event is long (%1) and shown without colours.")
                     .arg(locale().formattedDataSize(bytes));
    }
    if (!page.hidden.empty()) {
        notes << tr("%n long values are shown shortened; copying takes them whole.", nullptr,
                    static_cast<int>(page.hidden.size()));
    }
    m_note->setText(notes.join(u' '));
    m_note->setVisible(!notes.isEmpty());
}

void JsonPane::showMenu(const QPoint &at)
{
    const QTextCursor under = m_view->cursorForPosition(at);
    if (!m_view->textCursor().hasSelection() && m_view->viewport()->rect().contains(at)) {
        m_view->setTextCursor(under);
    }
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (m_view->textCursor().hasSelection()) {
        menu->addAction(tr("Copy selection"), QKeySequence::Copy, m_view, &QPlainTextEdit::copy);
        menu->addSeparator();
    }
    addValueActions(*menu);
    menu->addSeparator();
    addViewActions(*menu);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void JsonPane::addValueActions(QMenu &menu)
{
    if (m_view->currentNode() != JsonNode::NoNode) {
        menu.addAction(tr("Copy value"), this, &JsonPane::copyValue);
        menu.addAction(tr("Copy JSON path"), this, &JsonPane::copyPath);
        menu.addAction(tr("Copy as YAML"), this, &JsonPane::copyYaml);
        menu.addAction(tr("Copy jq filter"), this, &JsonPane::copyJqFilter);
        menu.addSeparator();
    }
    QAction *kubectl =
        menu.addAction(tr("Copy kubectl get --raw line"), this, &JsonPane::copyKubectl);
    kubectl->setEnabled(m_row.requestUri.has_value());
    menu.addAction(m_masked ? tr("Copy event, masked") : tr("Copy event as recorded"), this,
                   &JsonPane::copyEvent);
}

void JsonPane::addViewActions(QMenu &menu)
{
    menu.addAction(m_foldAll);
    menu.addAction(m_unfoldAll);
    menu.addAction(m_wrap);
    menu.addAction(m_find);
}

void JsonPane::copyValue()
{
    if (m_view->currentNode() != JsonNode::NoNode) {
        copy(copyOfValue(m_view->page(), m_view->currentNode()), tr("Value copied."));
    }
}

void JsonPane::copyPath()
{
    if (m_view->currentNode() != JsonNode::NoNode) {
        copy(copyOfPath(m_view->page(), m_view->currentNode()), tr("JSON path copied."));
    }
}

void JsonPane::copyYaml()
{
    if (m_view->currentNode() == JsonNode::NoNode) {
        return;
    }
    const QString yaml = copyAsYaml(m_view->page(), m_view->currentNode());
    if (yaml.isEmpty()) {
        Q_EMIT copied(tr("Nothing was copied: damaged JSON cannot be turned into YAML."));
    } else {
        copy(yaml, tr("Copied as YAML."));
    }
}

void JsonPane::copyJqFilter()
{
    if (m_view->currentNode() != JsonNode::NoNode) {
        copy(copyAsJqFilter(m_view->page(), m_view->currentNode(), m_row), tr("jq filter copied."));
    }
}

void JsonPane::copyKubectl()
{
    copy(copyAsKubectl(m_row), tr("kubectl line copied."));
}

void JsonPane::copyEvent()
{
    const std::string &json = m_view->page().json;
    // As text for editors, and byte for byte for whoever asks: text must be whole UTF-8.
    auto *content = new QMimeData;
    content->setText(QString::fromStdString(json));
    content->setData(u"application/json"_s, QByteArray::fromStdString(json));
    QApplication::clipboard()->setMimeData(content);
    announce(tr("Event copied."));
}

void JsonPane::copy(const QString &text, const QString &what)
{
    QApplication::clipboard()->setText(text);
    announce(what);
}

void JsonPane::announce(const QString &what)
{
    Q_EMIT copied(m_masked ? tr("%1 Credentials in it are masked.").arg(what) : what);
}

} // namespace auditloupe
