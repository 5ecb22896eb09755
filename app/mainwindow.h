// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QMainWindow>
#include <QStringList>

class QStackedWidget;
class QTabWidget;
class QToolBar;

namespace auditloupe {

class CaseController;
class CaseSession;
class EventsPage;
class EvidencePage;
class FacetsPanel;
class FilterBar;
class ImportSummary;
class MessageBar;
class OverviewPage;
class RejectedPage;
class SideDock;
class SourcesPage;
class SqlPage;
class StartPage;
class StatusLine;
class UrlDialog;

/// The program's window: the start page while nothing is open, else the filter, the screens and
/// the details of the selected event.
class MainWindow : public QMainWindow
{
    Q_OBJECT

public:
    /// The screens, in the order of their tabs.
    enum class Page { Overview, Events, Sources, Rejected, Evidence, Sql };

    explicit MainWindow(QWidget *parent = nullptr);
    ~MainWindow() override;

    CaseSession *session() const { return m_session; }
    CaseController *cases() const { return m_cases; }
    EventsPage *events() const { return m_events; }
    SideDock *detailsDock() const { return m_details; }
    SideDock *facetsDock() const { return m_facets; }

    /// Files and cases are opened; URLs are offered for downloading, which contacts nobody.
    void open(const QStringList &arguments);
    void offerUrls(const QStringList &urls);
    /// Takes what the clipboard holds: files, URLs, or the text of events.
    void paste();
    void showPage(Page page);
    Page currentPage() const;
    void focusFilter();
    void focusDetails();
    void focusFacets();
    void showShortcuts();
    void showAbout();
    void showImportReport();
    void showProblem(const QString &message);

protected:
    void closeEvent(QCloseEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

private:
    void makeWorkspace();
    void makeDocks();
    void connectSession();
    void connectPages();
    void connectCases();
    void showState();
    void showDocks();
    void showCounts();
    void beginCase();
    void endImport();
    bool askToStopDownload();
    void saveSettings();
    void restoreSettings();

    CaseSession *m_session;
    MessageBar *m_messages;
    CaseController *m_cases;
    QStackedWidget *m_stack;
    StartPage *m_start;
    QWidget *m_workspace;
    QToolBar *m_toolBar = nullptr;
    FilterBar *m_filterBar = nullptr;
    QTabWidget *m_tabs = nullptr;
    OverviewPage *m_overview = nullptr;
    EventsPage *m_events = nullptr;
    SourcesPage *m_sources = nullptr;
    RejectedPage *m_rejected = nullptr;
    EvidencePage *m_evidence = nullptr;
    SqlPage *m_sql = nullptr;
    ImportSummary *m_summary = nullptr; // a tab only when it is asked for
    UrlDialog *m_urls = nullptr; // made when it is wanted first
    SideDock *m_facets = nullptr;
    SideDock *m_details = nullptr;
    FacetsPanel *m_facetsPanel = nullptr;
    StatusLine *m_status;
    bool m_mayShowOverview = false; // nothing was touched since the import began
};

} // namespace auditloupe
