// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/conditionedit.h"
#include "model/query/filter.h"
#include "tests/testsupport.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

namespace {

Condition read(const QString &text)
{
    return text.isEmpty() ? Condition() : parseFilter(text).value().condition;
}

} // namespace

class tst_ConditionEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void edits_data();
    void edits();
    void standingIsFound_data();
    void standingIsFound();
    void whatIsChosenIsFoundAgain_data();
    void whatIsChosenIsFoundAgain();
    void fieldsOfChoices_data();
    void fieldsOfChoices();
};

void tst_ConditionEdit::edits_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("included");
    QTest::addColumn<QString>("excluded");
    QTest::addColumn<QString>("only");
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("dropped");
    const auto row = [](const char *name, const char *whole, const char *part, const char *included,
                        const char *excluded, const char *only, const char *chosen,
                        const char *dropped) {
        QTest::newRow(name) << QString::fromUtf8(whole) << QString::fromUtf8(part)
                            << QString::fromUtf8(included) << QString::fromUtf8(excluded)
                            << QString::fromUtf8(only) << QString::fromUtf8(chosen)
                            << QString::fromUtf8(dropped);
    };

    row("empty filter", "", "verb=get", "verb=get", "not verb=get", "verb=get", "verb=get", "");
    row("another field", "ns=a", "verb=get", "ns=a and verb=get", "ns=a and not verb=get",
        "ns=a and verb=get", "ns=a and verb=get", "ns=a");
    row("another value", "verb=list and ns=a", "verb=get", "verb=list and ns=a and verb=get",
        "verb=list and ns=a and not verb=get", "verb=get and ns=a", "verb in (list, get) and ns=a",
        "verb=list and ns=a");
    row("there already", "verb=get", "verb=get", "verb=get", "not verb=get", "verb=get", "verb=get",
        "");
    row("one of several", "verb in (get, list)", "verb=get", "verb=get",
        "verb=list and not verb=get", "verb=get", "verb in (list, get)", "verb=list");
    row("one of three", "verb in (a, b, c) and ns=x", "verb=b", "verb=b and ns=x",
        "verb in (a, c) and ns=x and not verb=b", "verb=b and ns=x", "verb in (a, c, b) and ns=x",
        "verb in (a, c) and ns=x");
    row("excluded so far", "not verb=get and ns=a", "verb=get", "ns=a and verb=get",
        "not verb=get and ns=a", "verb=get and ns=a", "ns=a and verb=get", "ns=a");
    row("excluded among others", "not verb in (get, list)", "verb=get",
        "not verb=list and verb=get", "not verb in (get, list)", "verb=get",
        "not verb=list and verb=get", "not verb=list");
    row("a choice", "ns=a or code=1", "verb=get", "(ns=a or code=1) and verb=get",
        "(ns=a or code=1) and not verb=get", "(ns=a or code=1) and verb=get",
        "(ns=a or code=1) and verb=get", "ns=a or code=1");
    row("a choice of the field", "verb=get or verb=list", "verb=get", "verb=get",
        "verb=list and not verb=get", "verb=get", "verb in (list, get)", "verb=list");
    row("missing", "ns=a", "not ns exists", "ns=a and not ns exists", "ns=a and ns exists",
        "not ns exists", "ns=a or not ns exists", "ns=a");
    row("missing excluded so far", "ns exists", "not ns exists", "not ns exists", "ns exists",
        "not ns exists", "not ns exists", "");
    row("missing among values", "(ns=a or not ns exists) and verb=get", "not ns exists",
        "not ns exists and verb=get", "ns=a and verb=get and ns exists",
        "not ns exists and verb=get", "(ns=a or not ns exists) and verb=get", "ns=a and verb=get");
    row("not recorded", "", "not known(code)", "not known(code)", "known(code)", "not known(code)",
        "not known(code)", "");
    row("a network", "ip in 10.0.0.0/8", "ip=10.1.1.1", "ip in 10.0.0.0/8 and ip=10.1.1.1",
        "ip in 10.0.0.0/8 and not ip=10.1.1.1", "ip=10.1.1.1", "ip in (10.0.0.0/8, 10.1.1.1)",
        "ip in 10.0.0.0/8");
    row("no choice at all", "latency>1s", "latency>1s", "latency>1s", "not latency>1s",
        "latency>1s", "latency>1s", "");
    row("capitals do not matter there", "verb iglob get", "verb=get", "verb iglob get and verb=get",
        "verb iglob get and not verb=get", "verb iglob get and verb=get",
        "verb iglob get and verb=get", "verb iglob get");
}

void tst_ConditionEdit::edits()
{
    QFETCH(const QString, whole);
    QFETCH(const QString, part);
    const Condition before = read(whole);
    const Condition one = read(part);
    QTEST(including(before, one).toText(), "included");
    QTEST(excluding(before, one).toText(), "excluded");
    QTEST(choosingOnly(before, one).toText(), "only");
    QTEST(choosingToo(before, one).toText(), "chosen");
    QTEST(leavingOpen(before, one).toText(), "dropped");
}

void tst_ConditionEdit::standingIsFound_data()
{
    QTest::addColumn<QString>("whole");
    QTest::addColumn<QString>("part");
    QTest::addColumn<Standing>("standing");

    QTest::newRow("empty") << QString() << u"verb=get"_s << Standing::Open;
    QTest::newRow("alone") << u"verb=get"_s << u"verb=get"_s << Standing::Included;
    QTest::newRow("in a list") << u"ns=a and verb in (list, get)"_s << u"verb=get"_s
                               << Standing::Included;
    QTest::newRow("not in the list")
        << u"verb in (list, get)"_s << u"verb=watch"_s << Standing::Open;
    QTest::newRow("excluded") << u"not verb=get"_s << u"verb=get"_s << Standing::Excluded;
    QTest::newRow("excluded in a list")
        << u"not verb in (list, get)"_s << u"verb=get"_s << Standing::Excluded;
    QTest::newRow("excluded by or")
        << u"not (verb=list or verb=get)"_s << u"verb=get"_s << Standing::Excluded;
    QTest::newRow("missing") << u"not ns exists"_s << u"not ns exists"_s << Standing::Included;
    QTest::newRow("missing excluded") << u"ns exists"_s << u"not ns exists"_s << Standing::Excluded;
    QTest::newRow("not recorded excluded")
        << u"known(code)"_s << u"not known(code)"_s << Standing::Excluded;
    QTest::newRow("in a choice of other things")
        << u"verb=get or ns=a"_s << u"verb=get"_s << Standing::Open;
    QTest::newRow("deeper") << u"not (verb=get and ns=a)"_s << u"verb=get"_s << Standing::Open;
}

void tst_ConditionEdit::standingIsFound()
{
    QFETCH(const QString, whole);
    QFETCH(const QString, part);
    QTEST(standingOf(read(whole), read(part)), "standing");
}

void tst_ConditionEdit::whatIsChosenIsFoundAgain_data()
{
    QTest::addColumn<QString>("whole");
    for (const char *whole :
         {"", "ns=a", "verb=list", "verb in (list, watch)", "not verb=list", "not verb=get",
          "verb=list or ns=a", "verb=list or not verb exists", "known(verb) and ns=x",
          "not (verb=get or verb=list)", "verb!=get", "verb glob g*"}) {
        QTest::newRow(whole) << QString::fromUtf8(whole);
    }
}

/// Whatever the filter was, the text of what comes out is read as the very same condition.
void tst_ConditionEdit::whatIsChosenIsFoundAgain()
{
    QFETCH(const QString, whole);
    const Condition before = read(whole);
    for (const QString &text : {u"verb=get"_s, u"not verb exists"_s, u"not known(verb)"_s}) {
        const Condition part = read(text);
        const auto expect = [&](const Condition &after, Standing standing) {
            QCOMPARE(standingOf(after, part), standing);
            QCOMPARE(read(after.toText()).toText(), after.toText());
            QVERIFY(read(after.toText()) == after);
        };
        expect(including(before, part), Standing::Included);
        expect(choosingToo(before, part), Standing::Included);
        expect(choosingOnly(before, part), Standing::Included);
        expect(excluding(before, part), Standing::Excluded);
        expect(leavingOpen(including(before, part), part), Standing::Open);
        expect(leavingOpen(excluding(before, part), part), Standing::Open);
    }
}

void tst_ConditionEdit::fieldsOfChoices_data()
{
    QTest::addColumn<QString>("part");
    QTest::addColumn<QString>("field");

    QTest::newRow("value") << u"verb=get"_s << u"verb"_s;
    QTest::newRow("values") << u"verb in (get, list)"_s << u"verb"_s;
    QTest::newRow("not") << u"not verb in (get, list)"_s << u"verb"_s;
    QTest::newRow("missing") << u"not ns exists"_s << u"objectRef.namespace"_s;
    QTest::newRow("values or missing") << u"ns=a or not ns exists"_s << u"objectRef.namespace"_s;
    QTest::newRow("two fields") << u"ns=a or verb=get"_s << QString();
    QTest::newRow("pattern") << u"verb glob g*"_s << QString();
    QTest::newRow("unequal") << u"verb!=get"_s << QString();
    QTest::newRow("either way") << u"verb=get or not verb=list"_s << QString();
}

void tst_ConditionEdit::fieldsOfChoices()
{
    QFETCH(const QString, part);
    const Field *field = chosenField(read(part));
    QTEST(field == nullptr ? QString() : QString::fromUtf8(field->name), "field");
}

QTEST_GUILESS_MAIN(tst_ConditionEdit)
#include "tst_conditionedit.moc"
