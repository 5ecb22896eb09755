// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsontokens.h"

#include <QTest>

using namespace auditloupe;
using Kind = JsonToken::Kind;

class tst_JsonTokens : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void acceptsJson_data();
    void acceptsJson();
    void namesPlaceOfFault_data();
    void namesPlaceOfFault();
    void cutTextKeepsItsTokens();
    void damagedTextStillHasKeys();
    void matchesBrackets();
    void depthCostsNoStack();
    void resolvesEscapes();
    void tracksOriginsOfEscapes();
};

void tst_JsonTokens::init()
{
    QTest::failOnWarning();
}

void tst_JsonTokens::acceptsJson_data()
{
    QTest::addColumn<QByteArray>("json");
    for (const char *json :
         {"null", " 1 ", "-0", "1e400", "1.5E+3", "12345678901234567890", "\"\"", "[]", "{}",
          "[1, 2]", "{\"a\":{\"b\":[true,false,{}]}}", "\"\\u00e9\\\"\\\\\\/\\b\"", "\"\\ud800\"",
          "{\"a\":1,\"a\":2}", "\t[\r\n]\n"}) {
        QTest::newRow(json) << QByteArray(json);
    }
}

void tst_JsonTokens::acceptsJson()
{
    QFETCH(const QByteArray, json);
    QVERIFY(!tokenizeJson(json.toStdString()).errorAt);
}

void tst_JsonTokens::namesPlaceOfFault_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<std::size_t>("place");
    const auto row = [](const char *json, std::size_t place) {
        QTest::newRow(json) << QByteArray(json) << place;
    };
    row("", 0);
    row("  ", 2);
    row("[1,]", 3);
    row("[,1]", 1);
    row("{\"a\"}", 4);
    row("{\"a\":}", 5);
    row("{\"a\":1,}", 7);
    row("{1:2}", 1);
    row("[1}", 2);
    row("[1] 2", 4);
    row("01", 0);
    row("1.", 0);
    row("+1", 0);
    row("tru", 0);
    row("nan", 0);
    row("\"a", 2);
    row("\"\\x\"", 1);
    row("\"\\u12\"", 1);
    row("\"a\nb\"", 2);
    row("[\"a\" \"b\"]", 5);
    row("{\"a\":1", 6);
    row("]", 0);
    row("\xEF\xBB\xBF{}", 0);
}

void tst_JsonTokens::namesPlaceOfFault()
{
    QFETCH(const QByteArray, json);
    QFETCH(const std::size_t, place);
    const JsonTokens tokens = tokenizeJson(json.toStdString());
    QVERIFY(tokens.errorAt.has_value());
    QCOMPARE(*tokens.errorAt, place);
}

void tst_JsonTokens::cutTextKeepsItsTokens()
{
    constexpr std::string_view Text = "{\"a\":{\"b\":\"cde";
    const JsonTokens result = tokenizeJson(Text);
    QCOMPARE(*result.errorAt, Text.size());
    QCOMPARE(result.tokens.size(), 5U);
    QVERIFY(result.tokens.back().kind == Kind::String && !result.tokens.back().isClosed);
    QVERIFY(quotedText(result.tokens.back(), Text) == "cde");
}

void tst_JsonTokens::damagedTextStillHasKeys()
{
    constexpr std::string_view Text = "{\"a\":1 !! ,\"password\" : \"x\"]}";
    const JsonTokens result = tokenizeJson(Text);
    QCOMPARE(*result.errorAt, 7U);
    const auto isPassword = [&](const JsonToken &token) {
        return token.kind == Kind::Key && quotedText(token, Text) == "password";
    };
    QCOMPARE(std::ranges::count_if(result.tokens, isPassword), 1);
    QCOMPARE(result.tokens.back().kind, Kind::ObjectEnd);
}

void tst_JsonTokens::matchesBrackets()
{
    const std::vector<JsonToken> tokens = tokenizeJson("{\"a\":[{}]}").tokens;
    QCOMPARE(tokens.size(), 7U);
    QCOMPARE(tokens[0].match, 6U);
    QCOMPARE(tokens[2].match, 5U);
    QCOMPARE(tokens[3].match, 4U);
    QCOMPARE(tokens[3].parent, 2U);
    QCOMPARE(tokens[2].parent, 0U);
    QCOMPARE(tokens[0].parent, JsonToken::None);
}

void tst_JsonTokens::depthCostsNoStack()
{
    constexpr std::size_t Depth = 1'000'000;
    const std::string text = std::string(Depth, '[') + std::string(Depth, ']');
    const JsonTokens tokens = tokenizeJson(text);
    QVERIFY(!tokens.errorAt);
    QCOMPARE(tokens.tokens.size(), 2 * Depth);
}

void tst_JsonTokens::resolvesEscapes()
{
    QCOMPARE(unescapeJson("a\\n\\t\\\"\\\\\\/b"), std::string("a\n\t\"\\/b"));
    QCOMPARE(unescapeJson("\\u0026\\u00e9\\u20ac"), std::string("&\xC3\xA9\xE2\x82\xAC"));
    QCOMPARE(unescapeJson("\\ud83d\\ude00"), std::string("\xF0\x9F\x98\x80"));
    QCOMPARE(unescapeJson("\\ud83dx"), std::string("\xEF\xBF\xBDx"));
    QCOMPARE(unescapeJson("\\ude00\\ud83d"), std::string("\xEF\xBF\xBD\xEF\xBF\xBD"));
    QCOMPARE(unescapeJson("\\u12"), std::string("\\u12"));
    QCOMPARE(unescapeJson("\\"), std::string("\\"));
    QCOMPARE(escapeJson("a\"\\\n\x01"), std::string("a\\\"\\\\\\n\\u0001"));
}

void tst_JsonTokens::tracksOriginsOfEscapes()
{
    std::vector<std::uint32_t> origins;
    const std::string text = unescapeJson("a\\u00e9\\nb", &origins);
    QCOMPARE(text.size(), 5U);
    QVERIFY((origins == std::vector<std::uint32_t>{0, 1, 1, 7, 9, 10}));
}

QTEST_GUILESS_MAIN(tst_JsonTokens)
#include "tst_jsontokens.moc"
