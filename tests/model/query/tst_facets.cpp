// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/query/conditionedit.h"
#include "model/query/eventquery.h"
#include "model/query/facets.h"
#include "tests/model/casefile/casetesting.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;
using namespace auditloupe;
using namespace auditloupe::testing;

namespace {

using Kind = FacetValue::Kind;

std::vector<FacetWish> allWishes()
{
    std::vector<FacetWish> wishes;
    for (const Field *field : facetFields()) {
        wishes.push_back({.field = field});
    }
    return wishes;
}

Filter filterOf(const QString &text, Unit unit = Unit::Events)
{
    Filter filter = parseFilter(text).value();
    filter.unit = unit;
    return filter;
}

/// "delete 3, get 1"
QString shown(const Facet &facet)
{
    QStringList texts;
    for (const FacetValue &value : facet.values) {
        const QString name = value.kind == Kind::Missing ? u"(missing)"_s
            : value.kind == Kind::Unrecorded             ? u"(unrecorded)"_s
                                                         : QString::fromStdString(value.text);
        texts += u"%1 %2"_s.arg(name).arg(value.count);
    }
    return texts.join(u", "_s);
}

} // namespace

class tst_Facets : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void countsAreThoseOfTheConditions_data();
    void countsAreThoseOfTheConditions();
    void agreesWithCountBy();
    void ownChoiceDoesNotBoundItsFacet();
    void choicesOfTwoFieldsBoundEachOther();
    void whatIsChosenStaysListed();
    void searchesWithin();
    void listsTheMostFrequent();
    void sourcesOfOnePathAreTwo();
    void credentialsAreMasked_data();
    void credentialsAreMasked();
    void threadsCountEverythingOnce();
    void cancelStops();
    void emptyCaseHasNoValues();

private:
    QString importText(const QString &name, std::string_view text);
    CaseReader corpus() { return CaseReader::open(m_corpus).value(); }
    Facet facet(CaseReader &reader, const QString &filter, const char *field, FacetWish wish = {});

    QTemporaryDir m_folder;
    QString m_corpus;
};

QString tst_Facets::importText(const QString &name, std::string_view text)
{
    const QString path = m_folder.filePath(name + u".auditcase"_s);
    const ImportRequest request{.casePath = path,
                                .inputs = {writeFile(m_folder, name + u".log"_s, text)}};
    return importLogs(request, {}) ? path : QString();
}

void tst_Facets::initTestCase()
{
    const QString corpus = QStringLiteral(AUDITLOUPE_TEST_CORPUS);
    m_corpus = m_folder.filePath(u"corpus.auditcase"_s);
    VERIFY_OK(importLogs(
        {.casePath = m_corpus,
         .inputs = {corpus + u"/native"_s, corpus + u"/odd"_s, corpus + u"/formats"_s,
                    corpus + u"/must-gather"_s, QStringLiteral(AUDITLOUPE_SAMPLE "/audit.log")}},
        {}));
}

Facet tst_Facets::facet(CaseReader &reader, const QString &filter, const char *field,
                        FacetWish wish)
{
    wish.field = findField(field);
    const Result<Facets> facets = countFacets(reader, filterOf(filter), std::span(&wish, 1), {});
    return facets ? facets->facets.front() : Facet{};
}

void tst_Facets::countsAreThoseOfTheConditions_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<bool>("requests");
    const std::vector<QString> filters{u""_s,
                                       u"verb=delete"_s,
                                       u"verb in (get, list) and not ns=production"_s,
                                       u"not code=200 and user.kind=human"_s,
                                       u"agent.family=kubectl or outcome=denied"_s,
                                       u"not ns exists and verb=get and ip in 10.0.0.0/8"_s,
                                       u"time >= now-2h"_s,
                                       u"requestObject exists"_s,
                                       u"secrets and verb=get and not user.kind=node"_s,
                                       u"cluster=\"\" and level=Metadata"_s};
    for (const QString &filter : filters) {
        for (const bool requests : {false, true}) {
            QTest::newRow(qPrintable(filter + (requests ? u" (requests)"_s : u" (events)"_s)))
                << filter << requests;
        }
    }
}

/// The number beside each value is that of the rows which its condition selects.
void tst_Facets::countsAreThoseOfTheConditions()
{
    QFETCH(const QString, filter);
    QFETCH(const bool, requests);
    CaseReader reader = corpus();
    const Filter whole = filterOf(filter, requests ? Unit::Requests : Unit::Events);
    const Result<Facets> counted = countFacets(reader, whole, allWishes(), {});
    VERIFY_OK(counted);
    QVERIFY(counted->isWhole);
    QCOMPARE(counted->facets.size(), facetFields().size());
    for (const Facet &facet : counted->facets) {
        std::size_t asked = 0;
        for (const FacetValue &value : facet.values) {
            if (value.condition.isEmpty() || ++asked > 40) {
                continue;
            }
            const Condition part = parseFilter(value.condition).value().condition;
            Filter narrowed = whole;
            narrowed.condition = choosingOnly(whole.condition, part);
            const Result<std::int64_t> count = countEvents(reader, narrowed, {});
            VERIFY_OK(count);
            QVERIFY2(*count == value.count,
                     qPrintable(u"%1: %2, counted %3, selects %4"_s.arg(filter, value.condition)
                                    .arg(value.count)
                                    .arg(*count)));
        }
    }
}

void tst_Facets::agreesWithCountBy()
{
    CaseReader reader = corpus();
    const Filter all;
    const std::vector<FacetWish> wishes = allWishes();
    const Facets facets = countFacets(reader, all, wishes, {}, Credentials::Plain).value();
    for (const Facet &facet : facets.facets) {
        const std::vector<GroupCount> groups =
            countBy(reader, all, std::span(&facet.field, 1), {}, Credentials::Plain).value();
        std::map<std::string, std::int64_t> expected;
        std::int64_t absent = 0;
        for (const GroupCount &group : groups) {
            if (group.values.front()) {
                expected[*group.values.front()] += group.count;
            } else {
                absent += group.count;
            }
        }
        std::map<std::string, std::int64_t> listed;
        for (const FacetValue &value : facet.values) {
            if (value.kind == Kind::Value) {
                listed[value.text] += value.count;
            } else {
                absent -= value.count;
            }
        }
        if (expected.size() <= 200) {
            QVERIFY2(listed == expected, facet.field->name.data());
        }
        QVERIFY2(absent == 0, facet.field->name.data());
        QVERIFY2(facet.distinct == expected.size() || facet.field->name == "source",
                 facet.field->name.data());
    }
}

void tst_Facets::ownChoiceDoesNotBoundItsFacet()
{
    CaseReader reader = corpus();
    QCOMPARE(shown(facet(reader, u"verb=delete"_s, "verb")), shown(facet(reader, {}, "verb")));
    QCOMPARE(shown(facet(reader, u"not verb in (get, list)"_s, "verb")),
             shown(facet(reader, {}, "verb")));
    QVERIFY(shown(facet(reader, u"verb=delete"_s, "user")) != shown(facet(reader, {}, "user")));
    QCOMPARE(shown(facet(reader, u"verb=delete and verb glob d*"_s, "verb")),
             shown(facet(reader, u"verb glob d*"_s, "verb"))); // that one is no choice
}

void tst_Facets::choicesOfTwoFieldsBoundEachOther()
{
    CaseReader reader = corpus();
    const QString both = u"verb=get and resource=secrets and level=Metadata"_s;
    const std::vector<FacetWish> wishes{{.field = findField("verb")},
                                        {.field = findField("resource")},
                                        {.field = findField("level")},
                                        {.field = findField("user")}};
    const Facets facets = countFacets(reader, filterOf(both), wishes, {}).value();
    QCOMPARE(shown(facets.facets[0]),
             shown(facet(reader, u"resource=secrets and level=Metadata"_s, "verb", {})));
    QCOMPARE(shown(facets.facets[1]).left(60),
             shown(facet(reader, u"verb=get and level=Metadata"_s, "resource")).left(60));
    QCOMPARE(shown(facets.facets[3]), shown(facet(reader, both, "user")));
}

void tst_Facets::whatIsChosenStaysListed()
{
    CaseReader reader = corpus();
    const Facet verbs =
        facet(reader, u"verb in (nosuchverb, get) and not verb=absent"_s, "verb", {.most = 1});
    QStringList conditions;
    for (const FacetValue &value : verbs.values) {
        conditions += value.condition;
    }
    QVERIFY(conditions.contains(u"verb=nosuchverb"_s));
    QVERIFY(conditions.contains(u"verb=absent"_s));
    QVERIFY(conditions.contains(u"verb=get"_s));
    const Facet missing = facet(reader, u"not ns exists and ns=nosuch"_s, "ns");
    QVERIFY(std::ranges::contains(missing.values, u"not ns exists"_s, &FacetValue::condition));
}

void tst_Facets::searchesWithin()
{
    CaseReader reader = corpus();
    const Facet all = facet(reader, {}, "user");
    const Facet some = facet(reader, {}, "user", {.containing = u"SYSTEM:node"_s});
    std::vector<FacetValue> expected = all.values;
    std::erase_if(expected, [](const FacetValue &value) {
        return !QString::fromStdString(value.text).contains(u"system:node"_s);
    });
    QVERIFY(!expected.empty() && expected.size() < all.values.size());
    QCOMPARE(some.values.size(), expected.size());
    for (std::size_t i = 0; i < expected.size(); ++i) {
        QCOMPARE(some.values[i].text, expected[i].text);
        QCOMPARE(some.values[i].count, expected[i].count);
    }
    QVERIFY(facet(reader, {}, "user", {.containing = u"no such user"_s}).values.empty());
}

void tst_Facets::listsTheMostFrequent()
{
    CaseReader reader = corpus();
    for (const char *field : {"verb", "user", "name", "ip", "agent.family"}) {
        Facet all = facet(reader, {}, field, {.most = 100'000});
        std::erase_if(all.values,
                      [](const FacetValue &value) { return value.kind != Kind::Value; });
        QVERIFY2(all.values.size() > 3, field);
        QCOMPARE(all.distinct, all.values.size());
        const Facet few = facet(reader, {}, field, {.most = 3});
        QCOMPARE(few.distinct, all.distinct);
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(few.values[i].count, all.values[i].count);
        }
    }
}

void tst_Facets::sourcesOfOnePathAreTwo()
{
    const QString path = importText(u"twice"_s, auditLines(0, 3));
    writeFile(m_folder, u"twice.log"_s, auditLines(10, 15)); // rotation without a new name
    VERIFY_OK(importLogs({.casePath = path, .inputs = {m_folder.filePath(u"twice.log"_s)}}, {}));
    CaseReader reader = CaseReader::open(path).value();
    const Facet sources = facet(reader, {}, "source");
    QCOMPARE(sources.values.size(), std::size_t(2));
    QCOMPARE(sources.values[0].condition, u"source=2"_s);
    QCOMPARE(sources.values[0].count, 5);
    QCOMPARE(sources.values[1].condition, u"source=1"_s);
    QCOMPARE(sources.values[1].count, 3);
    QCOMPARE(facet(reader, u"source=1"_s, "source").values.size(), std::size_t(2));
}

void tst_Facets::credentialsAreMasked_data()
{
    QTest::addColumn<QByteArray>("field");
    QTest::addColumn<QByteArray>("before"); // the token, in an event
    QTest::addColumn<QByteArray>("behind");
    QTest::newRow("user agent") << "agent"_ba << R"(,"userAgent":"curl )"_ba << R"(")"_ba;
    QTest::newRow("name") << "name"_ba
                          << R"(,"objectRef":{"resource":"configmaps","name":")"_ba << R"("})"_ba;
    QTest::newRow("groups") << "group"_ba << R"(,"user":{"username":"u","groups":[")"_ba
                            << R"("]})"_ba;
}

void tst_Facets::credentialsAreMasked()
{
    QFETCH(const QByteArray, field);
    QFETCH(const QByteArray, before);
    QFETCH(const QByteArray, behind);
    const std::string token = "eyJhbGciOiJSUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJrdWJlcm5ldGVzIn0."
                              "c2lnbmF0dXJlLW9mLXRoZS10b2tlbi1pdHNlbGY";
    const QString path = importText(
        QString::fromUtf8("token-" + field),
        auditLine(1, "ResponseComplete", before.toStdString() + token + behind.toStdString())
            + '\n');
    CaseReader reader = CaseReader::open(path).value();
    const FacetWish wish{.field = findField(field.toStdString())};
    const Facets masked = countFacets(reader, {}, std::span(&wish, 1), {}).value();
    QVERIFY(!masked.facets[0].values[0].text.contains(token));
    QVERIFY(masked.facets[0].values[0].condition.isEmpty());
    const Facets plain =
        countFacets(reader, {}, std::span(&wish, 1), {}, Credentials::Plain).value();
    QVERIFY(plain.facets[0].values[0].text.contains(token));
}

void tst_Facets::threadsCountEverythingOnce()
{
    const QString path = importText(u"large"_s, auditLines(0, 30'000));
    CaseReader reader = CaseReader::open(path).value();
    const Facet users = facet(reader, u"ns=ns"_s, "user");
    QCOMPARE(users.values.size(), std::size_t(7));
    std::int64_t sum = 0;
    for (const FacetValue &value : users.values) {
        sum += value.count;
    }
    QCOMPARE(sum, 30'000);
    const Facet names = facet(reader, {}, "name", {.most = 5});
    QCOMPARE(names.distinct, std::size_t(30'000));
    QCOMPARE(names.values.front().count, 1);
    QCOMPARE(names.values.front().text, std::string("c00000000"));
    const Facet found = facet(reader, u"c00029999"_s, "user"); // a text, so that bytes are read
    QCOMPARE(shown(found), u"user%1 1"_s.arg(29'999 % 7));
}

void tst_Facets::cancelStops()
{
    CaseReader reader = corpus();
    std::stop_source stop;
    stop.request_stop();
    const Result<Facets> facets = countFacets(reader, {}, allWishes(), {.stop = stop.get_token()});
    QVERIFY(!facets);
    QCOMPARE(facets.error().code, Error::Code::Cancelled);
}

void tst_Facets::emptyCaseHasNoValues()
{
    const QString path = importText(u"empty"_s, "no event\n");
    if (path.isEmpty()) {
        QSKIP("an import without events leaves no case");
    }
    CaseReader reader = CaseReader::open(path).value();
    const Facets facets = countFacets(reader, {}, allWishes(), {}).value();
    for (const Facet &facet : facets.facets) {
        QVERIFY(facet.values.empty());
    }
}

QTEST_GUILESS_MAIN(tst_Facets)
#include "tst_facets.moc"
