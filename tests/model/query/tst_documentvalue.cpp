// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/documentvalue.h"
#include "tests/testsupport.h"

using namespace Qt::StringLiterals;
using namespace auditloupe;

class tst_DocumentValue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsByPath_data();
    void readsByPath();
    void listsGiveTheirElements();
    void depthIsNoDanger();
};

void tst_DocumentValue::readsByPath_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QByteArray>("path");
    QTest::addColumn<QByteArrayList>("json");

    const QByteArray pod = R"({"a":{"list":[{"image":"x"},{"image":"y\n"},{"n":1}],)"
                           R"("b.c/d":"k","big":9007199254740993,"null":null,"yes":true}})";
    QTest::newRow("text with escapes kept")
        << pod << "a.list[1].image"_ba << QByteArrayList{R"("y\n")"};
    QTest::newRow("every element")
        << pod << "a.list[].image"_ba << QByteArrayList{R"("x")", R"("y\n")"};
    QTest::newRow("key in brackets") << pod << R"(a["b.c/d"])"_ba << QByteArrayList{R"("k")"};
    QTest::newRow("number beyond 2^53") << pod << "a.big"_ba << QByteArrayList{"9007199254740993"};
    QTest::newRow("null is missing") << pod << "a.null"_ba << QByteArrayList();
    QTest::newRow("word") << pod << "a.yes"_ba << QByteArrayList{"true"};
    QTest::newRow("missing") << pod << "a.x.y"_ba << QByteArrayList();
    QTest::newRow("below a text") << pod << R"(a["b.c/d"].x)"_ba << QByteArrayList();
    QTest::newRow("past the end") << pod << "a.list[3]"_ba << QByteArrayList();
    QTest::newRow("object") << pod << "a.list[2]"_ba << QByteArrayList{R"({"n":1})"};
    QTest::newRow("escaped key") << R"({"a":1})"_ba << "a"_ba << QByteArrayList{"1"};
    QTest::newRow("last of two equal keys")
        << R"({"a":1,"a":2})"_ba << "a"_ba << QByteArrayList{"2"};
    QTest::newRow("pretty printed on one line")
        << "{\n \"a\": [\n  1,\n  2\n ]\n}"_ba << "a"_ba << QByteArrayList{"[   1,   2  ]"};
    QTest::newRow("cut behind the value")
        << R"({"a":{"b":"c"},"d":{"e":)"_ba << "a.b"_ba << QByteArrayList{R"("c")"};
    QTest::newRow("cut within the value")
        << R"({"a":{"b":"cde)"_ba << "a.b"_ba << QByteArrayList{R"("cde")"};
    QTest::newRow("no JSON") << "hello"_ba << "a"_ba << QByteArrayList();
    QTest::newRow("nothing") << QByteArray() << "a"_ba << QByteArrayList();
    QTest::newRow("invalid UTF-8")
        << QByteArray("{\"a\":\"x\xff\"}") << "a"_ba << QByteArrayList{"\"x\xef\xbf\xbd\""};
}

void tst_DocumentValue::readsByPath()
{
    QFETCH(const QByteArray, document);
    QFETCH(const QByteArray, path);
    QFETCH(const QByteArrayList, json);

    QByteArrayList found;
    DocumentReader reader;
    for (const DocumentValue &value :
         reader.values(document.toStdString(), parsePath(path.toStdString()))) {
        found += QByteArray::fromStdString(value.json);
    }
    QCOMPARE(found, json);
}

void tst_DocumentValue::listsGiveTheirElements()
{
    DocumentReader reader;
    const auto values = reader.elements(R"({"a":["x",["y"],3]})", parsePath("a"));
    QCOMPARE(values.size(), 3U);
    QCOMPARE(values[0].text, "x");
    QCOMPARE(values[1].text, R"(["y"])");
    QCOMPARE(values[2].text, "3");
}

void tst_DocumentValue::depthIsNoDanger()
{
    constexpr std::size_t Depth = 10'000;
    const std::string deep = R"({"a":)" + std::string(Depth, '[') + std::string(Depth, ']') + '}';
    DocumentReader reader;
    const auto values = reader.values(deep, parsePath("a"));
    QCOMPARE(values.size(), 1U);
    QCOMPARE(values[0].json.size(), 2 * Depth);
}

QTEST_GUILESS_MAIN(tst_DocumentValue)
#include "tst_documentvalue.moc"
