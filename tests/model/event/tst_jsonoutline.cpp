// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsonoutline.h"

#include <QStringList>
#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_JsonOutline : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void nodesKnowTheirPaths();
    void oddKeysAreQuoted();
};

namespace {

QStringList paths(std::string_view json)
{
    const JsonOutline outline = JsonOutline::read(json);
    QStringList result;
    for (std::uint32_t node = 0; node < outline.nodes.size(); ++node) {
        result += QString::fromStdString(outline.path(json, node));
    }
    return result;
}

} // namespace

void tst_JsonOutline::nodesKnowTheirPaths()
{
    QCOMPARE(
        paths(R"({"requestObject":{"containers":[{"image":"a"},{"image":"b"}],"x":[[1]]}})"),
        (QStringList{u""_s, u"requestObject"_s, u"requestObject.containers"_s,
                     u"requestObject.containers[0]"_s, u"requestObject.containers[0].image"_s,
                     u"requestObject.containers[1]"_s, u"requestObject.containers[1].image"_s,
                     u"requestObject.x"_s, u"requestObject.x[0]"_s, u"requestObject.x[0][0]"_s}));
}

void tst_JsonOutline::oddKeysAreQuoted()
{
    const QStringList found =
        paths(R"({"annotations":{"authorization.k8s.io/decision":1,"a\"\\b":2,"a-b":3,"1a":4,)"
              R"("":5,"\u202e":6,"ü":7}})");
    QCOMPARE(found.sliced(2),
             (QStringList{u"annotations[\"authorization.k8s.io/decision\"]"_s,
                          u"annotations[\"a\\\"\\\\b\"]"_s, u"annotations[\"a-b\"]"_s,
                          u"annotations[\"1a\"]"_s, u"annotations[\"\"]"_s,
                          u"annotations[\"\\u202e\"]"_s, u"annotations[\"ü\"]"_s}));
    QCOMPARE(paths(R"({"a b":[1]})").last(), u"[\"a b\"][0]"_s);
}

QTEST_GUILESS_MAIN(tst_JsonOutline)
#include "tst_jsonoutline.moc"
