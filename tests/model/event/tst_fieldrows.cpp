// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fieldrows.h"

#include <QRegularExpression>
#include <QTest>

#include <algorithm>

using namespace auditloupe;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

namespace {

std::vector<FieldRow> rowsOf(const std::string &json, const FieldContext &context)
{
    return fieldRows(JsonOutline::read(json), json, context);
}

const FieldRow *find(const std::vector<FieldRow> &rows, const QString &name)
{
    const auto found = std::ranges::find(rows, name, &FieldRow::name);
    return found == rows.end() ? nullptr : &*found;
}

FieldContext contextOf(Level level, Stage stage)
{
    FieldContext context;
    context.event.level = level;
    context.event.stage = stage;
    return context;
}

} // namespace

class tst_FieldRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(QRegularExpression(u".?"_s)); }

    void catalogueOrderWinsOverTextOrder();
    void listsBecomeOneRowWithElements();
    void bodyBecomesARowWithItsValues();
    void lowLevelExplainsAbsentBody();
    void earlyStageExplainsAbsentCode();
    void otherAbsentFieldsStandInAGroup();
    void unknownMembersAreListed();
    void cutEventListsWhatIsWhole();
    void deepBodyIsBounded();
    void maskedValuesMakeNoConditions();
};

void tst_FieldRows::catalogueOrderWinsOverTextOrder()
{
    const auto rows = rowsOf(R"({"verb":"get","level":"Metadata","auditID":"a"})",
                             contextOf(Level::Metadata, Stage::ResponseComplete));
    QCOMPARE(rows.at(0).name, u"level"_s);
    QCOMPARE(rows.at(1).name, u"auditID"_s);
    QVERIFY(find(rows, u"verb"_s) != nullptr);
    QCOMPARE(find(rows, u"verb"_s)->value, u"get"_s);
    QVERIFY(find(rows, u"verb"_s)->field != nullptr);
}

void tst_FieldRows::listsBecomeOneRowWithElements()
{
    const auto rows = rowsOf(R"({"user":{"groups":["a","b c"]}})",
                             contextOf(Level::Metadata, Stage::ResponseComplete));
    const FieldRow *groups = find(rows, u"user.groups"_s);
    QVERIFY(groups != nullptr);
    QCOMPARE(groups->value, u"a, b c"_s);
    QCOMPARE(groups->elements, (QStringList{u"a"_s, u"b c"_s}));
}

void tst_FieldRows::bodyBecomesARowWithItsValues()
{
    const auto rows = rowsOf(R"({"requestObject":{"kind":"Pod",)"
                             R"("spec":{"hostNetwork":true,"containers":[{"image":"x"}]}}})",
                             contextOf(Level::Request, Stage::ResponseComplete));
    const FieldRow *body = find(rows, u"requestObject"_s);
    QVERIFY(body != nullptr);
    QVERIFY(body->value.startsWith(u"Pod, "_s));
    QVERIFY(find(body->children, u"spec.hostNetwork"_s) != nullptr);
    const FieldRow *image = find(body->children, u"spec.containers[0].image"_s);
    QVERIFY(image != nullptr);
    QCOMPARE(image->path, u"requestObject.spec.containers[0].image"_s);
}

void tst_FieldRows::lowLevelExplainsAbsentBody()
{
    const auto rows =
        rowsOf(R"({"level":"Metadata"})", contextOf(Level::Metadata, Stage::ResponseComplete));
    const FieldRow *body = find(rows, u"requestObject"_s);
    QVERIFY(body != nullptr);
    QCOMPARE(body->kind, FieldRow::Kind::Absent);
    QVERIFY(body->value.contains(u"Metadata"_s));
}

void tst_FieldRows::earlyStageExplainsAbsentCode()
{
    const auto rows = rowsOf(R"({"stage":"RequestReceived"})",
                             contextOf(Level::Metadata, Stage::RequestReceived));
    const FieldRow *status = find(rows, u"responseStatus"_s);
    QVERIFY(status != nullptr);
    QVERIFY(status->value.contains(u"RequestReceived"_s));
}

void tst_FieldRows::otherAbsentFieldsStandInAGroup()
{
    const auto rows = rowsOf(R"({"level":"RequestResponse"})",
                             contextOf(Level::RequestResponse, Stage::ResponseComplete));
    QCOMPARE(rows.back().kind, FieldRow::Kind::Group);
    const FieldRow *absent = find(rows.back().children, u"impersonatedUser"_s);
    QVERIFY(absent != nullptr);
    QVERIFY(!absent->value.isEmpty());
    QVERIFY(find(rows.back().children, u"impersonatedUser.uid"_s) == nullptr);
}

void tst_FieldRows::unknownMembersAreListed()
{
    const auto rows = rowsOf(R"({"annotations":{"example.com/x":"1"},"odd":{"a b":[1,2]}})",
                             contextOf(Level::Metadata, Stage::ResponseComplete));
    QVERIFY(find(rows, u"annotations[\"example.com/x\"]"_s) != nullptr);
    const FieldRow *odd = find(rows, u"odd[\"a b\"]"_s);
    QVERIFY(odd != nullptr);
    QCOMPARE(odd->field, nullptr);
    QCOMPARE(odd->value, u"1, 2"_s);
}

void tst_FieldRows::cutEventListsWhatIsWhole()
{
    FieldContext context = contextOf(Level::Metadata, Stage::ResponseComplete);
    context.event.flags = bit(EventFlag::Salvaged);
    const auto rows = rowsOf(R"({"verb":"get","user":{"username":"jane","uid":"u)", context);
    QVERIFY(find(rows, u"user.username"_s) != nullptr);
    QCOMPARE(find(rows, u"user.username"_s)->value, u"jane"_s);
    const FieldRow *cut = find(rows.back().children, u"auditID"_s);
    QVERIFY(cut != nullptr);
    QVERIFY(cut->value.contains(u"cut off"_s));
}

void tst_FieldRows::deepBodyIsBounded()
{
    std::string list;
    for (int i = 0; i < 5000; ++i) {
        list += (list.empty() ? "" : ",") + R"({"v":)"s + std::to_string(i) + '}';
    }
    const auto rows = rowsOf(R"({"responseObject":{"items":[)" + list + "]}}",
                             contextOf(Level::RequestResponse, Stage::ResponseComplete));
    const FieldRow *body = find(rows, u"responseObject"_s);
    QVERIFY(body != nullptr);
    QCOMPARE(body->children.size(), BodyRowLimit + 1);
    QVERIFY(body->children.back().value.contains(u"4000"_s));

    const std::string deep =
        R"({"requestObject":)" + std::string(10000, '[') + std::string(10000, ']') + '}';
    QVERIFY(!rowsOf(deep, contextOf(Level::Request, Stage::ResponseComplete)).empty());
}

void tst_FieldRows::maskedValuesMakeNoConditions()
{
    const FieldContext context = contextOf(Level::Metadata, Stage::ResponseComplete);
    auto masked = rowsOf(R"({"verb":"get","requestURI":"***"})", context);
    forgetMaskedElements(masked, rowsOf(R"({"verb":"get","requestURI":"/a?token=x"})", context));
    QVERIFY(find(masked, u"requestURI"_s)->elements.isEmpty());
    QVERIFY(!find(masked, u"verb"_s)->elements.isEmpty());
}

QTEST_GUILESS_MAIN(tst_FieldRows)
#include "tst_fieldrows.moc"
