// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldreference.h"
#include "model/query/filter.h"
#include "model/query/termvalue.h"
#include "tests/testsupport.h"

using namespace Qt::StringLiterals;
using namespace auditloupe;

class tst_Filter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsTerms_data();
    void readsTerms();
    void namesColumnAndExpectation_data();
    void namesColumnAndExpectation();
    void saysWhatIsUnderstood_data();
    void saysWhatIsUnderstood();
    void knowsTheLastWord_data();
    void knowsTheLastWord();
    void everyFieldOfTheCatalogueCanBeNamed();
    void textIsReadBack_data();
    void textIsReadBack();
    void pathsHaveOneSpelling();
    void shortNameWinsOverObject();
    void durationsAreRead_data();
    void durationsAreRead();
};

void tst_Filter::readsTerms_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("terms"); // "field|value"

    QTest::newRow("nothing") << u"  "_s << QStringList();
    QTest::newRow("one") << u"verb=delete"_s << QStringList{u"verb|delete"_s};
    QTest::newRow("blanks around the sign")
        << u" verb =  delete "_s << QStringList{u"verb|delete"_s};
    QTest::newRow("two, short names")
        << u"user=alice and ns=prod"_s
        << QStringList{u"user.username|alice"_s, u"objectRef.namespace|prod"_s};
    QTest::newRow("AND in capitals")
        << u"user=alice AND code=403"_s
        << QStringList{u"user.username|alice"_s, u"responseStatus.code|403"_s};
    QTest::newRow("colons need no quotes")
        << u"user=system:serviceaccount:ci:deployer"_s
        << QStringList{u"user.username|system:serviceaccount:ci:deployer"_s};
    QTest::newRow("value with an equal sign")
        << u"uri=/api/v1/pods?limit=500"_s << QStringList{u"requestURI|/api/v1/pods?limit=500"_s};
    QTest::newRow("quoted") << uR"(user="a \"b\" \\ (c), d")"_s
                            << QStringList{uR"(user.username|a "b" \ (c), d)"_s};
    QTest::newRow("empty value in quotes")
        << uR"(ns="")"_s << QStringList{u"objectRef.namespace|"_s};
    QTest::newRow("key in brackets")
        << uR"(annotations["authorization.k8s.io/decision"]=allow)"_s
        << QStringList{uR"(annotations["authorization.k8s.io/decision"]|allow)"_s};
    QTest::newRow("key with a blank and an equal sign")
        << uR"(annotations["a = b"]=c)"_s << QStringList{uR"(annotations["a = b"]|c)"_s};
    QTest::newRow("path into a body")
        << u"requestObject.spec.containers[].image=evil/x:1"_s
        << QStringList{u"requestObject.spec.containers[].image|evil/x:1"_s};
    QTest::newRow("list written with brackets")
        << u"user.groups[]=system:masters"_s << QStringList{u"user.groups|system:masters"_s};
    QTest::newRow("level in lower case")
        << u"level=requestresponse"_s << QStringList{u"level|RequestResponse"_s};
    QTest::newRow("value that begins like and")
        << u"user=andy and name=and"_s
        << QStringList{u"user.username|andy"_s, u"objectRef.name|and"_s};
    QTest::newRow("not ASCII") << u"name=müller"_s << QStringList{u"objectRef.name|müller"_s};
}

void tst_Filter::readsTerms()
{
    QFETCH(const QString, text);
    QFETCH(const QStringList, terms);

    const Result<Filter> filter = parseFilter(text);
    VERIFY_OK(filter);
    QStringList found;
    for (const FilterTerm &term : filter->terms) {
        found += QString::fromUtf8(term.field->name) + u'|' + QString::fromStdString(term.value);
    }
    QCOMPARE(found, terms);
}

void tst_Filter::namesColumnAndExpectation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("column");
    QTest::addColumn<QString>("word"); // of the message

    QTest::newRow("unknown field") << u"foo=1"_s << 1LL << u"foo"_s;
    QTest::newRow("second unknown field") << u"verb=get and foo=1"_s << 14LL << u"foo"_s;
    QTest::newRow("path below a text") << u"verb.x=1"_s << 1LL << u"verb.x"_s;
    QTest::newRow("no sign") << u"verb"_s << 5LL << u"="_s;
    QTest::newRow("another sign") << u"verb != get"_s << 6LL << u"="_s;
    QTest::newRow("another sign, no blank") << u"verb!=get"_s << 5LL << u"="_s;
    QTest::newRow("similar field") << u"Namespace=a"_s << 1LL << u"“ns”"_s;
    QTest::newRow("field in capitals") << u"VERB=get"_s << 1LL << u"“verb”"_s;
    QTest::newRow("no value") << u"verb="_s << 6LL << u"value"_s;
    QTest::newRow("no field") << u"=get"_s << 1LL << u"field"_s;
    QTest::newRow("no and") << u"verb=get user=a"_s << 10LL << u"and"_s;
    QTest::newRow("nothing behind and") << u"verb=get and "_s << 14LL << u"and"_s;
    QTest::newRow("andverb") << u"verb=get andverb=a"_s << 10LL << u"and"_s;
    QTest::newRow("open quote") << u"user=\"abc"_s << 10LL << u"quote"_s;
    QTest::newRow("comma") << u"user=a,b"_s << 7LL << u"quotes"_s;
    QTest::newRow("no number") << u"code=ok"_s << 6LL << u"number"_s;
    QTest::newRow("no level") << u"level=Everything"_s << 7LL << u"Metadata"_s;
    QTest::newRow("no outcome") << u"outcome=bad"_s << 9LL << u"denied"_s;
    QTest::newRow("no time") << u"time=yesterday"_s << 6LL << u"time"_s;
    QTest::newRow("no duration") << u"latency=slow"_s << 9LL << u"duration"_s;
    QTest::newRow("bracket not closed") << u"annotations[\"x\"=1"_s << 1LL << u"annotations"_s;
}

void tst_Filter::namesColumnAndExpectation()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, column);
    QFETCH(const QString, word);

    const Result<Filter> filter = parseFilter(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().where.column.value_or(0), column);
    QVERIFY2(filter.error().message.contains(word), qPrintable(filter.error().message));
    QVERIFY(filter.error().message.contains(QString::number(column)));
}

void tst_Filter::saysWhatIsUnderstood_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("column");

    QTest::newRow("not equal") << u"verb!=get"_s << 5LL;
    QTest::newRow("two equal signs") << u"verb==get"_s << 6LL;
    QTest::newRow("more") << u"code>=400"_s << 5LL;
    QTest::newRow("like") << u"user ~ admin"_s << 6LL;
    QTest::newRow("in") << u"verb in (get, list)"_s << 6LL;
    QTest::newRow("contains") << u"name contains app"_s << 6LL;
    QTest::newRow("or") << u"verb=get or verb=list"_s << 10LL;
    QTest::newRow("signs for and") << u"verb=get && ns=a"_s << 10LL;
    QTest::newRow("not") << u"not verb=get"_s << 1LL;
    QTest::newRow("brackets") << u"(verb=get)"_s << 1LL;
    QTest::newRow("a word alone") << u"secrets"_s << 1LL;
    QTest::newRow("a field alone") << u"verb=get and user"_s << 18LL;
}

void tst_Filter::saysWhatIsUnderstood()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, column);

    const Result<Filter> filter = parseFilter(text);
    QVERIFY(!filter);
    QCOMPARE(filter.error().where.column.value_or(0), column);
    QVERIFY2(filter.error().message.contains(u"understands only “field=value”"_s),
             qPrintable(filter.error().message));
}

void tst_Filter::knowsTheLastWord_data()
{
    using enum FilterWord::Kind;
    QTest::addColumn<QString>("text");
    QTest::addColumn<FilterWord::Kind>("kind");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("before");
    const auto row = [](const char *text, FilterWord::Kind kind, const char *typed = "",
                        const char *before = "") {
        QTest::newRow(text) << QString::fromUtf8(text) << kind << QString::fromUtf8(typed)
                            << QString::fromUtf8(before);
    };
    row("", FieldName);
    row("ve", FieldName, "ve");
    row("verb", FieldName, "verb");
    row("verb=", Value);
    row("ns = ", Value);
    row("ns=pro", Value, "pro");
    row("level=Meta", Value, "Meta");
    row("user=\"a b", Value, "a b");
    row("user=\"", Value);
    row("ns=prod ", And, "", "ns=prod");
    row("ns=prod an", And, "an", "ns=prod");
    row("ns=prod and", And, "and", "ns=prod");
    row("ns=prod and ", FieldName, "", "ns=prod");
    row("ns=prod and ve", FieldName, "ve", "ns=prod");
    row("ns=prod and verb=", Value, "", "ns=prod");
    row("ns=prod and verb=get and user=\"x", Value, "x", "ns=prod and verb=get");
    row("verb!=", Nothing);
    row("foo=1 and ve", Nothing);
    row("ns=prod or ve", Nothing);
}

void tst_Filter::knowsTheLastWord()
{
    QFETCH(const QString, text);
    QFETCH(const FilterWord::Kind, kind);
    QFETCH(const QString, typed);
    QFETCH(const QString, before);

    const FilterWord word = lastFilterWord(text);
    QCOMPARE(word.kind, kind);
    QCOMPARE(word.typed, typed);
    QCOMPARE(word.before.toText(), before);
    QCOMPARE(word.field != nullptr, kind == FilterWord::Kind::Value);
}

void tst_Filter::everyFieldOfTheCatalogueCanBeNamed()
{
    for (const Field &field : fieldCatalogue()) {
        const Field *found = resolveField(field.name);
        QVERIFY2(found != nullptr, field.name.data());
        // An object's name may be another field's short one.
        QVERIFY(found == &field || found->shortName == field.name);
        if (!field.shortName.empty()) {
            QCOMPARE(resolveField(field.shortName), &field);
        }
    }
}

void tst_Filter::textIsReadBack_data()
{
    QTest::addColumn<QString>("value");

    QTest::newRow("plain") << u"alice"_s;
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("quotes and backslashes") << uR"("\")"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("comma and parentheses") << u"f(a,b)"_s;
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("equal sign in front") << u"=="_s;
}

void tst_Filter::textIsReadBack()
{
    QFETCH(const QString, value);

    const QString term = filterTermText("user", value);
    const Result<Filter> filter = parseFilter(term + u" and verb=get"_s);
    VERIFY_OK(filter);
    QCOMPARE(QString::fromStdString(filter->terms.front().value), value);
    QCOMPARE(filter->toText(), term + u" and verb=get"_s);
}

void tst_Filter::pathsHaveOneSpelling()
{
    QCOMPARE(resolveField(R"(requestObject["spec"].hostNetwork)"),
             resolveField("requestObject.spec.hostNetwork"));
    QCOMPARE(resolveField(R"(user.extra["scopes"][])")->name, "user.extra.scopes[]");
    QCOMPARE(resolveField(R"(annotations["a\"b"])")->name, R"(annotations["a\"b"])");
    QCOMPARE(resolveField("ip[1]")->name, "sourceIPs[1]");
    for (const char *bad : {"", ".", "requestObject.", "requestObject[", "requestObject[x]",
                            "requestObject..a", "requestObject[\"a\"", "latency.x", "nothing.x"}) {
        QCOMPARE(resolveField(bad), nullptr);
    }
}

void tst_Filter::shortNameWinsOverObject()
{
    QCOMPARE(resolveField("user")->name, "user.username");
    QCOMPARE(resolveField("user.uid")->name, "user.uid");
    QCOMPARE(resolveField("user.foo")->name, "user.foo");
}

void tst_Filter::durationsAreRead_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("us");

    QTest::newRow("seconds") << u"1.5s"_s << 1'500'000LL;
    QTest::newRow("milliseconds") << u"200ms"_s << 200'000LL;
    QTest::newRow("microseconds") << u"561.927µs"_s << 562LL;
    QTest::newRow("mixed") << u"1h2m3s"_s << 3'723'000'000LL;
    QTest::newRow("plain number is seconds") << u"0.000796"_s << 796LL;
    QTest::newRow("below zero") << u"-1s"_s << -1'000'000LL;
}

void tst_Filter::durationsAreRead()
{
    QFETCH(const QString, text);
    QFETCH(const qint64, us);

    QCOMPARE(parseDuration(text.toStdString()).value_or(-99), us);
    QCOMPARE(parseDuration(durationText(us)).value_or(-99), us);
}

QTEST_GUILESS_MAIN(tst_Filter)
#include "tst_filter.moc"
