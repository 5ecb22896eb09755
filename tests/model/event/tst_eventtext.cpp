// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"
#include "model/event/jsontokens.h"
#include "tests/model/event/eventcorpus.h"
#include "tests/model/event/yamlcompare.h"

#include <QTest>

#include <random>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_EventText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void pathsBecomeFilters();
    void deepTextStaysSmall();
    void yamlReadsBack_data();
    void yamlReadsBack();
    void yamlOfRandomStringsReadsBack();
    void yamlLooksLikeKubectl();
    void yamlNeedsJson();
    void yamlOfEventsReadsBack();
    void rawCommandIsOneArgument_data();
    void rawCommandIsOneArgument();
};

namespace {

std::string jsonOf(const QString &text)
{
    return '"' + escapeJson(text.toStdString()) + '"';
}

} // namespace

void tst_EventText::init()
{
    QTest::failOnWarning();
}

void tst_EventText::pathsBecomeFilters()
{
    const QString path = u"annotations[\"k8s.io/a\"][0].b"_s;
    QCOMPARE(jqFilter(path), u".annotations[\"k8s.io/a\"][0].b"_s);
    QCOMPARE(jsonPath(path), u"$.annotations[\"k8s.io/a\"][0].b"_s);
    QCOMPARE(jqFilter(QString()), u"."_s);
    QCOMPARE(jsonPath(QString()), u"$"_s);
    QCOMPARE(jqFilter(u"[\"a b\"]"_s), u".[\"a b\"]"_s);
    QCOMPARE(jsonPath(u"[0].a"_s), u"$[0].a"_s);
}

void tst_EventText::deepTextStaysSmall()
{
    constexpr std::size_t Depth = 10'000;
    std::string json;
    for (std::size_t i = 0; i < Depth; ++i) {
        json += "{\"a\":[";
    }
    json += "1, 2";
    for (std::size_t i = 0; i < Depth; ++i) {
        json += "]}";
    }
    const std::optional<std::string> yaml = toYaml(json);
    QVERIFY(yaml.has_value());
    QVERIFY(yaml->size() < 3 * json.size());
}

void tst_EventText::yamlReadsBack_data()
{
    QTest::addColumn<QByteArray>("json");
    for (
        const char *json :
        {"{}", "[]", "null", "1", "\"a\"", "[[],{},[[1]],[{\"a\":1,\"b\":2}]]",
         R"({"a":{"b":{"c":[{"d":[1,2,{"e":[]}]},[[{"f":{}}]]]}},"g":[]})",
         R"(["yes","No","on","OFF","y","N","true","False","null","Null","~","","nan",".inf"])",
         R"(["1","-1","0x1F","1_000","1e3","1.5","12:30:45","2026-11-20","1:20",".5","+1","0b1"])",
         R"(["10.0.0.1","1.36.2"," a","a ","a: b","a:","a #b","#a","- a","-","?","? a",":","*a"])",
         R"(["&a","!a","|","> a","%a","@a","`a","'a'","\"a\"","[a]","{a}","a, b",",a","=","<<"])",
         R"(["---","...","a\tb","\ta","a\rb","a\u0000b","\u0085","\u2028","\ufeff","\u202e","é"])",
         R"(["a\nb","a\nb\n","a\n\nb\n\n","\na","a\n b"," a\nb","a\n  \nb","a \nb","a\r\nb","\n"])",
         R"(["#!/bin/sh\nset -e\nif x; then\n  y: # z\nfi\n","---\na: b\n","a\n\tb","a\n---\nb"])",
         R"({"yes":1,"1":2,"a b":3,"a: b":4,"":5,"a.b/c":6,"<<":7,"~":8,"a\nb":9,"- a":10})",
         R"(["\ud83d\ude00","\u0026\u003c\/","/path","https://x/y?z=1","a:b","system:node:n"])"}) {
        QTest::newRow(json) << QByteArray(json);
    }
    const QByteArray longKey(1500, 'k');
    QTest::newRow("long key") << QByteArray("{\"a\":1,\"" + longKey + "\":{\"b\":[1]},\"c\":2}");
}

void tst_EventText::yamlReadsBack()
{
    QFETCH(const QByteArray, json);
    const std::optional<std::string> yaml = toYaml(json.toStdString());
    QVERIFY(yaml.has_value());
    QCOMPARE(yamlDifference(json.toStdString(), *yaml), QString());
}

void tst_EventText::yamlOfRandomStringsReadsBack()
{
    constexpr int Rounds = 20'000;
    const QString alphabet = u"ab01 \n\t:-#'\"\\{}[],&*!|>%@`~.=?_\r\u0085\u2028é\uFEFF"_s;
    std::mt19937 random(7); // NOLINT(bugprone-random-generator-seed): the same strings every time
    std::string json = "[";
    for (int round = 0; round < Rounds; ++round) {
        QString text;
        for (auto left = random() % 12; left > 0; --left) {
            text += alphabet[qsizetype(random() % unsigned(alphabet.size()))];
        }
        json += (round == 0 ? "" : ",") + ("{\"k\":" + jsonOf(text) + "}");
    }
    json += "]";
    QCOMPARE(yamlDifference(json, toYaml(json).value_or("")), QString());
}

void tst_EventText::yamlLooksLikeKubectl()
{
    const std::optional<std::string> yaml = toYaml(
        R"({"kind":"Pod","spec":{"containers":[{"name":"a","args":["-c","x\ny\n"]}],"x":1}})");
    QCOMPARE(yaml.value_or(""),
             std::string("kind: Pod\n"
                         "spec:\n"
                         "  containers:\n"
                         "  - name: a\n"
                         "    args:\n"
                         "    - \"-c\"\n"
                         "    - |\n"
                         "      x\n"
                         "      y\n"
                         "  x: 1\n"));
}

void tst_EventText::yamlNeedsJson()
{
    QVERIFY(!toYaml("").has_value());
    QVERIFY(!toYaml("{\"a\":").has_value());
}

void tst_EventText::yamlOfEventsReadsBack()
{
    for (const QString &name : {u"sentences.jsonl"_s, u"bodies.jsonl"_s, u"credentials.jsonl"_s}) {
        const std::vector<std::string> events = nativeEvents(name);
        QVERIFY(!events.empty());
        for (const std::string &event : events) {
            QCOMPARE(yamlDifference(event, toYaml(event).value_or("")), QString());
        }
    }
}

void tst_EventText::rawCommandIsOneArgument_data()
{
    QTest::addColumn<QByteArray>("uri");
    QTest::addColumn<QString>("command");
    const auto row = [](const char *uri, const QString &argument) {
        QTest::newRow(uri) << QByteArray(uri) << u"kubectl get --raw '%1'"_s.arg(argument);
    };
    row("/api/v1/pods?limit=5&x=%2F", u"/api/v1/pods?limit=5&x=%2F"_s);
    row("/a'; rm -rf ~; '", u"/a%27;%20rm%20-rf%20~;%20%27"_s);
    row("/a\n\x1b[201~$(id)`id`", u"/a%0A%1B[201~$(id)`id`"_s);
    row("/\xC3\xA9\x7F\xFF", u"/%C3%A9%7F%FF"_s);
    row("-x", u"/-x"_s);
    row("/%1%2", u"/%1%2"_s);
    QTest::newRow("nothing") << QByteArray() << QString();
}

void tst_EventText::rawCommandIsOneArgument()
{
    QFETCH(const QByteArray, uri);
    QFETCH(const QString, command);
    QCOMPARE(kubectlGetRaw(uri.toStdString()), command);
}

QTEST_GUILESS_MAIN(tst_EventText)
#include "tst_eventtext.moc"
