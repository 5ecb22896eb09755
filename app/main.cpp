// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/commandline.h"
#include "app/commands/interruption.h"
#include "app/mainwindow.h"
#include "app/theme.h"
#include "views/start/applicationicon.h"

#include <QApplication>
#include <QLibraryInfo>
#include <QLocale>
#include <QStyle>
#include <QTranslator>

#include <stop_token>

using namespace Qt::StringLiterals;

namespace {

void nameApplication()
{
    QCoreApplication::setOrganizationName(u"auditloupe"_s);
    QCoreApplication::setApplicationName(u"auditloupe"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(AUDITLOUPE_VERSION));
    QGuiApplication::setDesktopFileName(u"org.auditloupe.Auditloupe"_s);
    QGuiApplication::setApplicationDisplayName(u"Auditloupe"_s);
}

void installTranslator(const QString &name, const QString &folder)
{
    auto *translator = new QTranslator(QCoreApplication::instance());
    if (translator->load(QLocale(), name, u"_"_s, folder)) {
        QCoreApplication::installTranslator(translator);
    }
}

/// English, too, has a catalogue: for its plural forms.
void translate()
{
    auto *english = new QTranslator(QCoreApplication::instance());
    if (english->load(u":/i18n/auditloupe_en.qm"_s)) {
        QCoreApplication::installTranslator(english);
    }
    installTranslator(u"qtbase"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    installTranslator(u"auditloupe"_s, u":/i18n"_s);
}

/// Of the styles that Qt brings itself, Fusion is the one that knows dark palettes everywhere.
void chooseStyle()
{
    const QString name = QApplication::style()->name();
    if (name == "windows"_L1 || name == "windowsvista"_L1) {
        QApplication::setStyle(u"fusion"_s);
    }
}

} // namespace

int main(int argc, char **argv)
{
    nameApplication();
    if (const std::optional<int> status = auditloupe::runCommandLine(argc, argv)) {
        return *status;
    }
    const auditloupe::Interruption interruption; // before any thread
    const QApplication application(argc, argv);
    const std::stop_callback leaving(interruption.token(), [] {
        // Without a question: what runs is stopped, and temporary cases go.
        QMetaObject::invokeMethod(qApp, [] { QCoreApplication::exit(); }, Qt::QueuedConnection);
    });
    translate();
    chooseStyle();
    QApplication::setWindowIcon(auditloupe::applicationIcon());
    auditloupe::applyTheme(auditloupe::storedTheme());

    auditloupe::MainWindow window;
    window.show();
    window.open(QCoreApplication::arguments().sliced(1));
    const int status = QApplication::exec();
    return interruption.exitStatus() != 0 ? interruption.exitStatus() : status;
}
