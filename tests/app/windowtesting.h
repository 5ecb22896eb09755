// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/casecontroller.h"
#include "app/mainwindow.h"
#include "model/casefile/caselibrary.h"
#include "model/session/casesession.h"
#include "views/events/eventfeed.h"
#include "views/events/eventspage.h"

#include <QDir>
#include <QFile>
#include <QRegularExpression>
#include <QSettings>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

namespace auditloupe::testing {

using namespace Qt::StringLiterals;

inline QByteArray eventLine(int number, const QByteArray &verb, const QByteArray &user)
{
    const QByteArray second = QByteArray::number(number % 60).rightJustified(2, '0');
    const QByteArray minute = QByteArray::number(number / 60 % 60).rightJustified(2, '0');
    const QByteArray hour = QByteArray::number(number / 3600 % 24).rightJustified(2, '0');
    const QByteArray time = "2026-11-20T" + hour + ':' + minute + ':' + second + ".000000Z";
    return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata","auditID":"id-)"
        + QByteArray::number(number)
        + R"(","stage":"ResponseComplete","requestURI":"/api/v1/x","verb":")" + verb
        + R"(","user":{"username":")" + user
        + R"("},"sourceIPs":["10.0.0.1"],"objectRef":{"resource":"configmaps","namespace":)"
          R"("production","name":"app","apiVersion":"v1"},"responseStatus":{"code":200},)"
          R"("requestReceivedTimestamp":")"
        + time + R"(","stageTimestamp":")" + time + "\"}\n";
}

/// Nothing of the user's is touched, and cases that nobody keeps go.
inline void useTestSettings(const QString &name)
{
    QStandardPaths::setTestModeEnabled(true);
    QCoreApplication::setOrganizationName(u"auditloupe-test"_s);
    QCoreApplication::setApplicationName(name);
}

inline void beginWindowTest()
{
    QTest::failOnWarning(QRegularExpression(u"^(?!This plugin does not support)"_s));
    QSettings().clear();
    QSettings().setValue(u"cases/onClose"_s, u"discard"_s);
}

inline void endWindowTest()
{
    QDir(*caseFolder()).removeRecursively();
}

/// A log in the folder; every tenth event is a deletion.
inline QString writeLog(const QTemporaryDir &folder, const QString &name, int events, int first = 0)
{
    const QString path = folder.filePath(name);
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly)) {
        return {};
    }
    for (int i = first; i < first + events; ++i) {
        file.write(eventLine(i, i % 10 == 3 ? "delete" : "get", i % 2 == 0 ? "jane" : "bob"));
    }
    return path;
}

inline void openLog(MainWindow &window, const QTemporaryDir &folder, int events)
{
    window.show();
    window.cases()->open({writeLog(folder, u"audit.log"_s, events)});
    QTRY_VERIFY(window.session()->hasCase() && !window.session()->isImporting());
    QTRY_COMPARE(window.events()->feed()->model()->rowCount(), events);
}

} // namespace auditloupe::testing
