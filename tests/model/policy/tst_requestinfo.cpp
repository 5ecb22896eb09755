// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/selectors.h"
#include "tests/model/policy/policytesting.h"

#include <QTest>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

class tst_RequestInfo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void resolvesAsKubernetes_data();
    void resolvesAsKubernetes();
    void brokenUrisAreNone();
    void hostsAreNoPart();
    void selectorsThatAreNoneGiveNoName();
    void fieldSelectors_data();
    void fieldSelectors();
    void labelSelectors_data();
    void labelSelectors();
};

void tst_RequestInfo::init()
{
    QTest::failOnWarning();
}

void tst_RequestInfo::resolvesAsKubernetes_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("own") << corpusFile("requestinfo.jsonl");
    if (QFile::exists(sharedFile("requestinfo.jsonl"))) {
        QTest::newRow("shared") << sharedFile("requestinfo.jsonl");
    }
}

void tst_RequestInfo::resolvesAsKubernetes()
{
    QFETCH(const QString, path);
    const QList<QJsonObject> vectors = jsonLines(path);
    QVERIFY(vectors.size() >= 100);
    for (const QJsonObject &vector : vectors) {
        const auto info = requestInfo(vector["method"_L1].toString().toStdString(),
                                      vector["url"_L1].toString().toStdString());
        const QJsonObject expect = vector["expect"_L1].toObject();
        QCOMPARE(info.has_value(), !expect.contains("error"_L1));
        if (!info) {
            continue;
        }
        const auto text = [](const std::string &value) { return QString::fromStdString(value); };
        const QJsonObject found{{u"apiGroup"_s, text(info->apiGroup)},
                                {u"apiVersion"_s, text(info->apiVersion)},
                                {u"isResourceRequest"_s, info->isResourceRequest},
                                {u"longRunning"_s, info->isLongRunning},
                                {u"name"_s, text(info->name)},
                                {u"namespace"_s, text(info->objectNamespace)},
                                {u"path"_s, text(info->path)},
                                {u"resource"_s, text(info->resource)},
                                {u"subresource"_s, text(info->subresource)},
                                {u"verb"_s, text(info->verb)}};
        QVERIFY2(found == expect,
                 (QJsonDocument(vector).toJson() + QJsonDocument(found).toJson()).constData());
    }
}

void tst_RequestInfo::brokenUrisAreNone()
{
    QVERIFY(!requestInfo("GET", "/api/v1/pods/%"));
    QVERIFY(!requestInfo("GET", "/api/v1/pods/%4"));
    QVERIFY(!requestInfo("GET", "/api/v1/pods/%zz"));
    QVERIFY(requestInfo("GET", "/api/v1/pods?fieldSelector=%zz")->name.empty());
    QVERIFY(requestInfo("GET", "")->path.empty());
}

void tst_RequestInfo::hostsAreNoPart()
{
    const auto info = requestInfo("GET", "https://10.0.0.1:6443/api/v1/pods/p?x=http://y/");
    QVERIFY(info->path == "/api/v1/pods/p" && info->name == "p");
    QVERIFY(requestInfo("GET", "http://h")->path.empty());
}

void tst_RequestInfo::selectorsThatAreNoneGiveNoName()
{
    const auto nameOf = [](const std::string &query) {
        return QString::fromStdString(
            requestInfo("GET", "/api/v1/pods?fieldSelector=metadata.name%3Dx" + query)->name);
    };
    QCOMPARE(nameOf(""), u"x"_s);
    QCOMPARE(nameOf("&labelSelector=a%3Db&limit=5&watch=1"), u"x"_s);
    QCOMPARE(nameOf("&limit=a"), u""_s);
    QCOMPARE(nameOf("&timeoutSeconds="), u""_s);
    QCOMPARE(nameOf("&labelSelector=a%3D%3D%3Db"), u""_s);
    QCOMPARE(QString::fromStdString(
                 requestInfo("GET", "/api/v1/pods?fieldSelector=metadata.name%3Da%2Fb")->name),
             u""_s);
}

void tst_RequestInfo::fieldSelectors_data()
{
    QTest::addColumn<std::string>("selector");
    QTest::addColumn<std::optional<std::string>>("name");
    const auto row = [](const char *selector, std::optional<std::string> name) {
        QTest::newRow(selector) << std::string(selector) << name;
    };
    row("metadata.name=x", "x");
    row("metadata.name==x", "x");
    row("metadata.name!=x", std::nullopt);
    row("a=b,metadata.name=x,", "x");
    row("metadata.name=b,metadata.name=a", "a"); // sorted
    row("metadata.name=a\\,b", "a,b");
    row("metadata.name=a\\b", std::nullopt);
    row("metadata.name=a=b", std::nullopt);
    row("metadata.name=a,b", std::nullopt);
    row("", std::nullopt);
    row("metadata.name=", "");
}

void tst_RequestInfo::fieldSelectors()
{
    QFETCH(const std::string, selector);
    QFETCH(const std::optional<std::string>, name);
    QVERIFY(nameOfFieldSelector(selector) == name);
}

void tst_RequestInfo::labelSelectors_data()
{
    QTest::addColumn<bool>("isGood");
    for (const char *good :
         {"", " ", "a", "!a", "a=b", "a==b", "a!=b", "a in (b, c)", "a notin (b)", "a in (,)",
          "a>5", "a.b/c=d,!e", "a=", "a=,b", "in", "in in (in)", "a = b , c"}) {
        QTest::newRow(*good == 0 ? "empty" : good) << true;
    }
    for (const char *bad :
         {",", "a,", "a b", "a===b", "a=b=c", "a in b", "a in ()", "a in (b", "!a=b", "a>b", "a>",
          "a<-5", "-a", "A_B/c", "a/b/c", "a=-b", "(a)", "!"}) {
        QTest::newRow(bad) << false;
    }
}

void tst_RequestInfo::labelSelectors()
{
    QFETCH(const bool, isGood);
    const std::string name = QTest::currentDataTag();
    QCOMPARE(isLabelSelector(name == "empty" ? "" : name), isGood);
}

QTEST_GUILESS_MAIN(tst_RequestInfo)
#include "tst_requestinfo.moc"
