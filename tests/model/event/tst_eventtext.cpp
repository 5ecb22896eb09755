// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"
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
    void laysOutLines();
    void keepsEveryCharacter_data();
    void keepsEveryCharacter();
    void invalidTextStaysAsItIs_data();
    void invalidTextStaysAsItIs();
    void linesKnowTheirPaths();
    void oddKeysAreQuoted();
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

QStringList paths(const PrettyJson &pretty)
{
    QStringList result;
    for (std::size_t line = 0; line < pretty.lines.size(); ++line) {
        result += pretty.path(line);
    }
    return result;
}

/// What is left of a text without the blanks between tokens.
std::string tokensOf(std::string_view json)
{
    std::string result;
    for (const JsonToken &token : tokenizeJson(json).tokens) {
        result += json.substr(token.begin, token.end - token.begin);
        result += '\n';
    }
    return result;
}

std::string jsonOf(const QString &text)
{
    return '"' + escapeJson(text.toStdString()) + '"';
}

} // namespace

void tst_EventText::init()
{
    QTest::failOnWarning();
}

void tst_EventText::laysOutLines()
{
    const PrettyJson pretty = prettyJson(R"({"a":1,"b":{},"c":[],"d":[true,{"e":null}],"f":"x"})");
    QCOMPARE(pretty.text,
             u"{\n"
             "  \"a\": 1,\n"
             "  \"b\": {},\n"
             "  \"c\": [],\n"
             "  \"d\": [\n"
             "    true,\n"
             "    {\n"
             "      \"e\": null\n"
             "    }\n"
             "  ],\n"
             "  \"f\": \"x\"\n"
             "}"_s);
    QCOMPARE(pretty.lines[4].depth, 1);
    QVERIFY(pretty.value(4) == R"([true,{"e":null}])");
    QVERIFY(pretty.value(9) == R"([true,{"e":null}])");
    QVERIFY(pretty.value(1) == "1");
    QVERIFY(pretty.value(99).empty());
}

void tst_EventText::keepsEveryCharacter_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"1", "\"a\"", "[]", "12345678901234567890.0", "[1e400,-0,1E+5,9007199254740993]",
          R"({"b":1,"a":2,"b":3})", R"(["\u0026\u003c\/\"\\","é","\ud800"])",
          "[[[]],[{}],{\"a\":[{}]}]", " { \"a\" : [ 1 , 2 ] } \n", R"({"":{"":""}})"}) {
        QTest::newRow(json) << QByteArray(json);
    }
}

void tst_EventText::keepsEveryCharacter()
{
    QFETCH(const QByteArray, json);
    const PrettyJson pretty = prettyJson(json.toStdString());
    QCOMPARE(tokensOf(pretty.text.toStdString()), tokensOf(json.toStdString()));
    QCOMPARE(qsizetype(pretty.lines.size()), pretty.text.count(u'\n') + 1);
}

void tst_EventText::invalidTextStaysAsItIs_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"", "{", "{\"a\":1", "no JSON\nat all\n", "[1,]", "{} {}"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void tst_EventText::invalidTextStaysAsItIs()
{
    QFETCH(const QByteArray, text);
    const PrettyJson pretty = prettyJson(text.toStdString());
    QCOMPARE(pretty.text, QString::fromUtf8(text));
    QCOMPARE(qsizetype(pretty.lines.size()), pretty.text.count(u'\n') + 1);
    QCOMPARE(pretty.path(0), QString());
}

void tst_EventText::linesKnowTheirPaths()
{
    const PrettyJson pretty =
        prettyJson(R"({"requestObject":{"containers":[{"image":"a"},{"image":"b"}],"x":[[1]]}})");
    QCOMPARE(
        paths(pretty),
        (QStringList{u""_s, u"requestObject"_s, u"requestObject.containers"_s,
                     u"requestObject.containers[0]"_s, u"requestObject.containers[0].image"_s,
                     u"requestObject.containers[0]"_s, u"requestObject.containers[1]"_s,
                     u"requestObject.containers[1].image"_s, u"requestObject.containers[1]"_s,
                     u"requestObject.containers"_s, u"requestObject.x"_s, u"requestObject.x[0]"_s,
                     u"requestObject.x[0][0]"_s, u"requestObject.x[0]"_s, u"requestObject.x"_s,
                     u"requestObject"_s, u""_s}));
}

void tst_EventText::oddKeysAreQuoted()
{
    const PrettyJson pretty = prettyJson(
        R"({"annotations":{"authorization.k8s.io/decision":1,"a\"\\b":2,"a-b":3,"1a":4,"":5,)"
        R"("\u202e":6,"\n":7,"ü":8}})");
    QCOMPARE(pretty.path(2), u"annotations[\"authorization.k8s.io/decision\"]"_s);
    QCOMPARE(pretty.path(3), u"annotations[\"a\\\"\\\\b\"]"_s);
    QCOMPARE(pretty.path(4), u"annotations[\"a-b\"]"_s);
    QCOMPARE(pretty.path(5), u"annotations[\"1a\"]"_s);
    QCOMPARE(pretty.path(6), u"annotations[\"\"]"_s);
    QCOMPARE(pretty.path(7), u"annotations[\"\\u202e\"]"_s);
    QCOMPARE(pretty.path(8), u"annotations[\"\\u000a\"]"_s);
    QCOMPARE(pretty.path(9), u"annotations[\"ü\"]"_s);
    QCOMPARE(prettyJson(R"({"a b":[1]})").path(2), u"[\"a b\"][0]"_s);
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
    const PrettyJson pretty = prettyJson(json);
    QCOMPARE(tokensOf(pretty.text.toStdString()), tokensOf(json));
    QVERIFY(pretty.text.size() < qsizetype(3 * json.size()));
    QCOMPARE(pretty.lines[DeepestLine].depth, DeepestLine);
    QVERIFY(toYaml(json).has_value());
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
