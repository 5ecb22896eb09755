// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/fieldreference.h"
#include "model/query/filter.h"
#include "model/query/termvalue.h"
#include "model/query/unknownnote.h"
#include "tests/testsupport.h"

using namespace Qt::StringLiterals;
using namespace auditloupe;

class tst_Filter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsConditions_data();
    void readsConditions();
    void namesColumnAndExpectation_data();
    void namesColumnAndExpectation();
    void depthAndLengthAreBounded();
    void noteNamesWhatWasLeftOut_data();
    void noteNamesWhatWasLeftOut();
    void knowsTheLastWord_data();
    void knowsTheLastWord();
    void lastWordTellsWhatItIsFor();
    void textIsReadAsTokens_data();
    void textIsReadAsTokens();
    void everyFieldOfTheCatalogueCanBeNamed();
    void textIsReadBack_data();
    void textIsReadBack();
    void backslashesOfAnExpressionStay();
    void pathsHaveOneSpelling();
    void shortNameWinsOverObject();
    void durationsAreRead_data();
    void durationsAreRead();
};

void tst_Filter::readsConditions_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("written"); // as it is written back

    const auto row = [](const char *name, const char *text, const char *written) {
        QTest::newRow(name) << QString::fromUtf8(text) << QString::fromUtf8(written);
    };
    const auto same = [&row](const char *text) { row(text, text, text); };
    row("nothing", "  ", "");
    same("verb=delete");
    row("blanks around the sign", " verb =  delete ", "verb=delete");
    row("two equal signs", "verb==delete", "verb=delete");
    row("long names", "user.username=alice and objectRef.namespace=prod", "user=alice and ns=prod");
    row("Falco's names", "ka.verb=get and ka.user.name=a", "verb=get and user=a");
    row("Falco's paths", "ka.req.pod.host_pid=true", "requestObject.spec.hostPID=true");
    row("keywords in capitals", "user=alice AND NOT code=403", "user=alice and not code=403");
    same("user=system:serviceaccount:ci:deployer");
    same("uri=/api/v1/pods?limit=500");
    same(R"(user="a \"b\" \ (c), d")");
    row("doubled backslash", R"(user="a\\ b")", R"(user="a\ b")");
    same(R"(user="a \\")");
    same(R"(user="a \\\"")");
    same(R"(user="a \\'")");
    same(R"(user="a \\\ b")");
    same(R"(uri regex "/api/\w+/(pods|nodes)\..*")");
    row("single quotes", "user='a \"b\"'", R"(user="a \"b\"")");
    same(R"(ns="")");
    row("key in brackets", R"(annotations["authorization.k8s.io/decision"]=allow)",
        "decision=allow");
    same(R"(annotations["a = b"]=c)");
    same("requestObject.spec.containers[].image=evil/x:1");
    same(R"(user.extra.scopes[]=y)");
    row("list written with brackets", "user.groups[]=system:masters", "group=system:masters");
    row("level in lower case", "level=requestresponse", "level=RequestResponse");
    row("values that begin like words", "user=andy and name=and", "user=andy and name=and");
    same("name=müller");
    same("verb!=get");
    row("signs without blanks", "code>=400 and code<500", "code>=400 and code<500");
    row("list", "verb in(get,list)", "verb in (get, list)");
    same("verb in ()");
    same("ip in 10.0.0.0/8");
    same("group intersects (a, b)");
    same("name contains app and name icontains APP");
    row("operators in capitals", "name ENDSWITH x", "name endswith x");
    same("requestObject.spec exists");
    row("known", "known( requestObject )", "known(requestObject)");
    row("or is looser than and", "verb=a or verb=b and ns=c", "verb=a or verb=b and ns=c");
    row("parentheses that matter", "( verb=a or verb=b )and ns=c", "(verb=a or verb=b) and ns=c");
    row("parentheses that do not", "((verb=a) and (verb=b and ns=c))",
        "verb=a and verb=b and ns=c");
    same("not (verb=a and ns=b)");
    row("not of a not", "not not(verb=a)", "not not verb=a");
    same("any(requestObject.rules[], verbs[] in (*, create) and resources[] in (*, secrets))");
    same("any(requestObject.a, any(b[], c=1))");
    row("words", R"(secrets  "kube system")", R"(secrets and "kube system")");
    row("word beside a test", "secrets and verb=get", "secrets and verb=get");
    row("field's name as a word", R"("verb")", R"("verb")");
    row("words are not fields", "text icontains foo", "foo");
    same("time>=now-2h");
    same("time>=2026-11-20");
    same("time>=now-12h30m and time<now-36000s and time!=now+1d");
    same("time>=\"2026-11-20 16:00\" or time=2026-11-20T16:00");
    row("not on the name's side", "user=a and not user.kind=node", "user=a and not user.kind=node");
}

void tst_Filter::readsConditions()
{
    QFETCH(const QString, text);
    QFETCH(const QString, written);

    const Result<Filter> filter = parseFilter(text);
    VERIFY_OK(filter);
    QCOMPARE(filter->toText(), written);
    const Result<Filter> again = parseFilter(written);
    VERIFY_OK(again);
    QVERIFY(again->condition == filter->condition);
}

void tst_Filter::namesColumnAndExpectation_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<qint64>("column");
    QTest::addColumn<QString>("word"); // of the message

    QTest::newRow("unknown field") << u"foo=1"_s << 1LL << u"foo"_s;
    QTest::newRow("second unknown field") << u"verb=get and foo=1"_s << 14LL << u"foo"_s;
    QTest::newRow("path below a text") << u"verb.x=1"_s << 1LL << u"verb.x"_s;
    QTest::newRow("no operator") << u"verb"_s << 5LL << u"operator"_s;
    QTest::newRow("field alone") << u"verb=get and user"_s << 18LL << u"quotes"_s;
    QTest::newRow("unknown operator") << u"user ~ admin"_s << 6LL << u"operator"_s;
    QTest::newRow("signs for and") << u"verb=get && ns=a"_s << 10LL << u"“and”"_s;
    QTest::newRow("not open") << u"verb=get)"_s << 9LL << u"quotes"_s;
    QTest::newRow("open") << u"(verb=get"_s << 10LL << u"column 1"_s;
    QTest::newRow("open list") << u"verb in (get, list"_s << 19LL << u"“)”"_s;
    QTest::newRow("nothing in a list") << u"verb in (get,,list)"_s << 14LL << u"value"_s;
    QTest::newRow("nothing behind not") << u"not "_s << 5LL << u"not"_s;
    QTest::newRow("nothing behind or") << u"verb=get or "_s << 13LL << u"or"_s;
    QTest::newRow("bad expression") << u"user regex (a"_s << 12LL << u"quotes"_s;
    QTest::newRow("bad expression in quotes") << u"user regex \"(a\""_s << 12LL << u"RE2"_s;
    QTest::newRow("bad network") << u"ip in (10.0.0.1, 10.0.0.0/33)"_s << 18LL << u"network"_s;
    QTest::newRow("network without in") << u"ip=10.0.0.0/8"_s << 4LL << u"ip in 10.0.0.0/8"_s;
    QTest::newRow("no order") << u"outcome>denied"_s << 9LL << u"order"_s;
    QTest::newRow("any of a text") << u"any(outcome, a=1)"_s << 5LL << u"list"_s;
    QTest::newRow("any without condition") << u"any(requestObject.a[])"_s << 22LL << u"condition"_s;
    QTest::newRow("word in an element") << u"any(requestObject.a[], \"x\")"_s << 24LL << u"field"_s;
    QTest::newRow("similar field") << u"Namespace=a"_s << 1LL << u"“ns”"_s;
    QTest::newRow("field in capitals") << u"VERB=get"_s << 1LL << u"“verb”"_s;
    QTest::newRow("no value") << u"verb="_s << 6LL << u"value"_s;
    QTest::newRow("no field") << u"=get"_s << 1LL << u"field"_s;
    QTest::newRow("no and") << u"verb=get user=a"_s << 10LL << u"and"_s;
    QTest::newRow("nothing behind and") << u"verb=get and "_s << 14LL << u"and"_s;
    QTest::newRow("andverb") << u"verb=get andverb=a"_s << 10LL << u"and"_s;
    QTest::newRow("open quote") << u"user=\"abc"_s << 10LL << u"quote"_s;
    QTest::newRow("comma") << u"user=a,b"_s << 7LL << u"quotes"_s;
    QTest::newRow("<>") << u"verb<>get"_s << 6LL << u"quotes"_s;
    QTest::newRow("=~") << u"user=~alic.*"_s << 6LL << u"quotes"_s;
    QTest::newRow("===") << u"user===alice"_s << 7LL << u"quotes"_s;
    QTest::newRow("=>") << u"requestObject.spec.replicas=>2"_s << 29LL << u"quotes"_s;
    QTest::newRow("!~ in a list") << u"user in (a, !b)"_s << 13LL << u"quotes"_s;
    QTest::newRow("no number") << u"code=ok"_s << 6LL << u"number"_s;
    QTest::newRow("no level") << u"level=Everything"_s << 7LL << u"Metadata"_s;
    QTest::newRow("no outcome") << u"outcome=bad"_s << 9LL << u"denied"_s;
    QTest::newRow("no time") << u"time=yesterday"_s << 6LL << u"time"_s;
    QTest::newRow("no number of seconds") << u"latency>nan"_s << 9LL << u"duration"_s;
    QTest::newRow("no distance") << u"time>=now-nans"_s << 7LL << u"time"_s;
    QTest::newRow("two signs") << u"time>=now--2h"_s << 7LL << u"time"_s;
    QTest::newRow("no day") << u"time>=2026-02-30"_s << 7LL << u"time"_s;
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

void tst_Filter::depthAndLengthAreBounded()
{
    const auto nested = [](const QString &open, const QString &close, int times) {
        return open.repeated(times) + u"verb=get"_s + close.repeated(times);
    };
    VERIFY_OK(parseFilter(nested(u"("_s, u")"_s, 100)));
    VERIFY_OK(parseFilter(nested(u"not "_s, {}, 100)));
    for (const QString &text : {nested(u"("_s, u")"_s, 10'000), nested(u"not "_s, {}, 10'000),
                                nested(u"any(requestObject.a[],"_s, u")"_s, 2000)}) {
        const Result<Filter> filter = parseFilter(text);
        QVERIFY(!filter);
        QVERIFY2(filter.error().message.contains(u"inside each other"_s),
                 qPrintable(filter.error().message));
        static_cast<void>(lastFilterWord(text));
    }
    QVERIFY(!parseFilter(u"verb=get or "_s.repeated(2001) + u"verb=get"_s));
    const Result<Filter> deep = parseFilter(u"a"_s + u".a"_s.repeated(30'000) + u"=1"_s);
    QVERIFY(!deep);
    QVERIFY(deep.error().message.size() < 300);
    QVERIFY(!parseFilter(u"verb in ("_s + u"get,"_s.repeated(20'000) + u"get)"_s));
}

void tst_Filter::noteNamesWhatWasLeftOut_data()
{
    QTest::addColumn<QString>("condition");
    QTest::addColumn<QString>("names");

    QTest::newRow("body") << u"requestObject.spec.a=1 or requestObject.b[]=2"_s
                          << u"requestObject"_s;
    QTest::newRow("what is always there is none") << u"verb=get and not code=200"_s << u"code"_s;
    QTest::newRow("elements") << u"any(responseObject.items[], a=1)"_s << u"responseObject"_s;
    QTest::newRow("damaged events") << u"verb=get"_s << u"verb"_s;
    QTest::newRow("many") << u"code=1 and latency>1s and cluster=a and requestObject exists"_s
                          << u"code, latency, cluster, …"_s;
}

void tst_Filter::noteNamesWhatWasLeftOut()
{
    QFETCH(const QString, condition);
    QFETCH(const QString, names);

    const Result<Filter> filter = parseFilter(condition);
    VERIFY_OK(filter);
    QVERIFY2(unknownNote(*filter, 1204).endsWith(u" left out "_s + names + u'.'),
             qPrintable(unknownNote(*filter, 1204)));
    QVERIFY(unknownNote(*filter, 0).isEmpty());
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
    row("ns=prod ", Connective, "", "ns=prod");
    row("ns=prod an", Connective, "an", "ns=prod");
    row("ns=prod and", Connective, "and", "ns=prod");
    row("verb ", Operator);
    row("verb cont", Operator, "cont");
    row("verb in", Operator, "in");
    row("verb!", Operator, "!");
    row("verb!=", Value);
    row("verb in (", Value);
    row("verb in (get, li", Value, "li");
    row("verb in (get, ", Value);
    row("verb in (get ", Connective);
    row("verb in (get, list) ", Connective, "", "verb in (get, list)");
    row("verb in (get, list) and ns!=", Value, "", "verb in (get, list)");
    row("ns=prod and (verb=get or user=", Value, "", "ns=prod");
    row("ns=prod and (verb=get and user=x", Value, "x", "ns=prod and verb=get");
    row("ns=prod and not (verb=get and user=", Value, "", "ns=prod and verb=get");
    row("ns=prod or ve", FieldName, "ve");
    row("(verb=get) ", Connective, "", "verb=get");
    row("any(requestObject.a[], im", FieldName, "im");
    row("any(requestObject.a[], x=1 and y=", Value);
    row("known(req", FieldName, "req");
    row("secrets ku", FieldName, "ku", "secrets");
    row("ns=prod and ", FieldName, "", "ns=prod");
    row("ns=prod and ve", FieldName, "ve", "ns=prod");
    row("ns=prod and verb=", Value, "", "ns=prod");
    row("ns=prod and verb=get and user=\"x", Value, "x", "ns=prod and verb=get");
    row("foo=1 and ve", Nothing);
    row("verb=get)) and ve", Nothing);
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
    QCOMPARE(word.field != nullptr,
             kind == FilterWord::Kind::Value || kind == FilterWord::Kind::Operator);
}

void tst_Filter::lastWordTellsWhatItIsFor()
{
    QCOMPARE(lastFilterWord(u"ve"_s).use, FilterWord::Use::Test);
    QCOMPARE(lastFilterWord(u"known(ve"_s).use, FilterWord::Use::Known);
    QCOMPARE(lastFilterWord(u"any(requ"_s).use, FilterWord::Use::List);
    QCOMPARE(lastFilterWord(u"any(requestObject.a[], ve"_s).use, FilterWord::Use::Test);
    QVERIFY(lastFilterWord(u"verb in (ge"_s).isInList);
    QVERIFY(lastFilterWord(u"verb in (get "_s).isInList);
    QVERIFY(!lastFilterWord(u"verb in ge"_s).isInList);
    QVERIFY(!lastFilterWord(u"verb in (get) "_s).isInList);
}

void tst_Filter::textIsReadAsTokens_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("tokens");
    const auto row = [](const char *text, const char *tokens) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(tokens);
    };
    row("", "");
    row("verb=delete", "field verb|operator =|value delete");
    row("not ns in (a, \"b c\")", "keyword not|field ns|operator in|value a|value \"b c\"");
    row("verb == get OR code>=400",
        "field verb|operator ==|value get|keyword OR|field code|operator >=|value 400");
    row("secrets \"kube system\" and ns exists",
        "word secrets|word \"kube system\"|keyword and|field ns|operator exists");
    row("any(requestObject.rules[], verbs[]=* and known(a))",
        "keyword any|field requestObject.rules[]|field verbs[]|operator =|value *|keyword and"
        "|keyword known|field a");
    row("verb=get and nosuch=1", "field verb|operator =|value get|keyword and|operator =");
    row("verb=get and ver", "field verb|operator =|value get|keyword and|word ver");
    row("code=abc", "field code|operator =|value abc");
    row("verb", "field verb");
    row("(user=a or", "field user|operator =|value a|keyword or");
    row("user.extra[\"a/b\"]!='x'", "field user.extra[\"a/b\"]|operator !=|value 'x'");
}

void tst_Filter::textIsReadAsTokens()
{
    QFETCH(const QString, text);
    const FilterReading reading = readFilterText(text);
    QCOMPARE(reading.error.has_value(), !text.isEmpty() && !parseFilter(text).has_value());
    static const QStringList Kinds{u"keyword"_s, u"field"_s, u"operator"_s, u"value"_s, u"word"_s};
    QStringList tokens;
    for (const FilterToken &token : reading.tokens) {
        tokens += Kinds.at(int(token.kind)) + u' ' + text.mid(token.from, token.length);
    }
    QTEST(tokens.join(u'|'), "tokens");
}

void tst_Filter::everyFieldOfTheCatalogueCanBeNamed()
{
    for (const Field &field : fieldCatalogue()) {
        const Field *found = resolveField(field.name);
        QVERIFY2(found != nullptr, field.name.data());
        // An object's name may be another field's short one.
        QVERIFY(found == &field || found->shortName == field.name);
        for (const std::string_view name : {field.shortName, field.alias}) {
            QVERIFY2(name.empty() || resolveField(name) == &field, field.name.data());
        }
    }
    for (const PathAlias &alias : pathAliases()) {
        QVERIFY2(resolveField(alias.alias) != nullptr, alias.alias.data());
    }
}

void tst_Filter::textIsReadBack_data()
{
    QTest::addColumn<QString>("value");

    QTest::newRow("plain") << u"alice"_s;
    QTest::newRow("blank") << u"a b"_s;
    QTest::newRow("quotes and backslashes") << uR"("\")"_s;
    QTest::newRow("two backslashes") << uR"(\\ \\)"_s;
    QTest::newRow("backslash at the end") << uR"( \)"_s;
    QTest::newRow("backslashes and quotes") << uR"(\'\" \w)"_s;
    QTest::newRow("empty") << QString();
    QTest::newRow("comma and parentheses") << u"f(a,b)"_s;
    QTest::newRow("line break") << u"a\nb"_s;
    QTest::newRow("equal sign in front") << u"=="_s;
    QTest::newRow("less in front") << u"<a"_s;
    QTest::newRow("tilde in front") << u"~a"_s;
    QTest::newRow("exclamation mark in front") << u"!a"_s;
}

void tst_Filter::textIsReadBack()
{
    QFETCH(const QString, value);

    const QString term = filterTermText("user", value);
    const Result<Filter> filter = parseFilter(term + u" and verb=get"_s);
    VERIFY_OK(filter);
    const std::vector<std::string> &values = filter->condition.parts.front().test.values;
    QCOMPARE(QString::fromStdString(values.front()), value);
    QCOMPARE(filter->toText(), term + u" and verb=get"_s);
}

void tst_Filter::backslashesOfAnExpressionStay()
{
    const Result<Filter> filter = parseFilter(uR"(uri regex "/pods/\w+\.log\"\\.")"_s);
    VERIFY_OK(filter);
    QCOMPARE(filter->condition.test.values.front(), R"(/pods/\w+\.log"\.)");
}

void tst_Filter::pathsHaveOneSpelling()
{
    QCOMPARE(resolveField(R"(requestObject["spec"].hostNetwork)"),
             resolveField("requestObject.spec.hostNetwork"));
    QCOMPARE(resolveField(R"(user.extra["scopes"][])")->name, "user.extra.scopes[]");
    QCOMPARE(resolveField(R"(annotations["a\"b"])")->name, R"(annotations["a\"b"])");
    QCOMPARE(resolveField("ip[1]")->name, "sourceIPs[1]");
    const std::string deep = "requestObject" + QByteArray(".a").repeated(99).toStdString();
    QCOMPARE(resolveField(deep)->name, deep);
    QCOMPARE(resolveField(deep + ".a"), nullptr);
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
    QTest::newRow("days") << u"1d12h"_s << 129'600'000'000LL;
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
