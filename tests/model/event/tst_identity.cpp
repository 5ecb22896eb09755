// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/identity.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_Identity : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void judgesKindByName_data();
    void judgesKindByName();
    void splitsServiceAccount();
    void showsUserInWords_data();
    void showsUserInWords();
};

void tst_Identity::init()
{
    QTest::failOnWarning();
}

void tst_Identity::judgesKindByName_data()
{
    QTest::addColumn<QString>("username");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *username, const char *kind) {
        QTest::newRow(username) << QString::fromLatin1(username) << QString::fromLatin1(kind);
    };
    row("", "");
    row("jane@example.com", "human");
    row("kubernetes-admin", "human");
    row("system:admin", "human");
    row("system", "human");
    row("system:serviceaccount:ci:deployer", "serviceaccount");
    row("system:serviceaccount:kube-system:replicaset-controller", "serviceaccount");
    row("system:node:node-1", "node");
    row("system:bootstrap:abcdef", "node");
    row("system:kube-scheduler", "controlplane");
    row("system:apiserver", "controlplane");
    row("eks:node-manager", "controlplane");
    row("aksService", "controlplane");
    row("system:anonymous", "anonymous");
}

void tst_Identity::judgesKindByName()
{
    QFETCH(const QString, username);
    QFETCH(const QString, kind);
    const std::string_view name = userKindName(userKind(username.toStdString()));
    QCOMPARE(QString::fromLatin1(name), kind);
}

void tst_Identity::splitsServiceAccount()
{
    const ServiceAccount account = serviceAccount("system:serviceaccount:ci:deployer");
    QVERIFY(account.nameSpace == "ci" && account.name == "deployer");
    QVERIFY(serviceAccount("system:serviceaccount:ci").name.empty());
    QVERIFY(serviceAccount("system:serviceaccount::x").name.empty());
    QVERIFY(serviceAccount("system:serviceaccount:ci:").name.empty());
    QVERIFY(serviceAccount("jane").name.empty());
}

void tst_Identity::showsUserInWords_data()
{
    QTest::addColumn<QByteArray>("username");
    QTest::addColumn<QString>("text");
    const auto row = [](const char *name, const char *username, const QString &text) {
        QTest::newRow(name) << QByteArray(username) << text;
    };
    row("person", "jane@example.com", u"jane@example.com"_s);
    row("service account", "system:serviceaccount:ci:deployer", u"service account ci/deployer"_s);
    row("broken service account", "system:serviceaccount:ci", u"system:serviceaccount:ci"_s);
    row("node", "system:node:node-1", u"node node-1"_s);
    row("anonymous", "system:anonymous", u"an anonymous client"_s);
    row("line break", "a\nb", u"a\\u000ab"_s);
    row("reversed text",
        "a\xE2\x80\xAE"
        "b",
        u"a\\u202eb"_s);
    row("no UTF-8", "a\xFF", u"a\uFFFD"_s);
}

void tst_Identity::showsUserInWords()
{
    QFETCH(const QByteArray, username);
    QFETCH(const QString, text);
    QCOMPARE(userText(username.toStdString()), text);
}

QTEST_GUILESS_MAIN(tst_Identity)
#include "tst_identity.moc"
