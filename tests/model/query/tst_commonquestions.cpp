// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/casefile/casereader.h"
#include "model/import/importer.h"
#include "model/query/commonquestions.h"
#include "model/query/eventquery.h"
#include "tests/testsupport.h"

#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <set>

using namespace auditloupe;
using namespace Qt::StringLiterals;

/// Every question is a condition, and the sample incident answers those that it is about.
class tst_CommonQuestions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyQuestionIsACondition();
    void oddValuesStayValues_data();
    void oddValuesStayValues();
    void whatMustBeKnownIsAskedFor();
    void sampleAnswers_data();
    void sampleAnswers();

private:
    static const CommonQuestion &question(std::string_view id);

    QTemporaryDir m_folder;
    QString m_casePath;
};

namespace {

constexpr std::int64_t LastUs = 1'763'000'000'000'000;

const BlankValues Known{{Blank::User, u"developer-kiran"_s},
                        {Blank::Resource, u"configmaps"_s},
                        {Blank::Namespace, u"production"_s},
                        {Blank::Name, u"web-config"_s},
                        {Blank::Time, u"2026-11-20T16:13:25Z"_s}};

} // namespace

const CommonQuestion &tst_CommonQuestions::question(std::string_view id)
{
    return *std::ranges::find(commonQuestions(), id, &CommonQuestion::id);
}

void tst_CommonQuestions::initTestCase()
{
    m_casePath = m_folder.filePath(u"sample.auditcase"_s);
    VERIFY_OK(
        importLogs({.casePath = m_casePath, .inputs = {QStringLiteral(AUDITLOUPE_SAMPLE)}}, {}));
}

void tst_CommonQuestions::everyQuestionIsACondition()
{
    std::set<std::string_view> ids;
    for (const CommonQuestion &question : commonQuestions()) {
        QVERIFY(ids.insert(question.id).second);
        QVERIFY(!question.titleText().isEmpty());
        const std::optional<QString> text = question.ask(Known, LastUs);
        QVERIFY(text);
        const Result<Filter> filter = parseFilter(*text);
        VERIFY_OK(filter);
        QVERIFY(!filter->isEmpty());
    }
}

void tst_CommonQuestions::oddValuesStayValues_data()
{
    QTest::addColumn<QString>("value");
    QTest::newRow("quotes and blanks") << u"a \"b' (c), d\\"_s;
    QTest::newRow("looks like a placeholder") << u"{name}"_s;
    QTest::newRow("looks like a condition") << u"x or verb exists"_s;
    QTest::newRow("beyond the basic plane") << u"\U0001F511 schlüssel"_s;
}

void tst_CommonQuestions::oddValuesStayValues()
{
    QFETCH(QString, value);
    const std::optional<QString> text =
        question("touched-object")
            .ask({{Blank::Resource, value}, {Blank::Namespace, value}, {Blank::Name, value}},
                 LastUs);
    QVERIFY(text);
    const Result<Filter> filter = parseFilter(*text);
    VERIFY_OK(filter);
    const std::vector<Condition> parts = conjuncts(filter->condition);
    QCOMPARE(parts.size(), 3U);
    for (const Condition &part : parts) {
        QVERIFY2(part.toText().endsWith(u'=' + filterValueText(value)), qPrintable(part.toText()));
    }
}

void tst_CommonQuestions::whatMustBeKnownIsAskedFor()
{
    QVERIFY(!question("what-did").ask({}, LastUs));
    QVERIFY(!question("who-read-this-secret").ask({{Blank::Name, u"db-pass"_s}}, LastUs));
    QVERIFY(!question("hour-before").ask({{Blank::Time, u"yesterday"_s}}, LastUs));
    const std::optional<QString> deleted =
        question("who-deleted").ask({{Blank::Resource, u"pods"_s}}, LastUs);
    QCOMPARE(deleted.value_or(QString()),
             u"resource=pods and (verb=delete or verb=deletecollection)"_s);
    const std::optional<QString> before = question("hour-before").ask(Known, LastUs);
    QVERIFY(before && before->contains(u"time>=2026-11-20T15:13:25"_s));
    QVERIFY(before->contains(u"time<2026-11-20T16:13:25"_s));
}

void tst_CommonQuestions::sampleAnswers_data()
{
    QTest::addColumn<QByteArray>("id");
    QTest::addColumn<QString>("oracle"); // the same, asked in another way
    QTest::newRow("who deleted")
        << "who-deleted"_ba
        << u"verb=delete and uri=/api/v1/namespaces/production/configmaps/web-config"_s;
    QTest::newRow("what did") << "what-did"_ba << u"user=developer-kiran"_s;
    QTest::newRow("denied") << "who-was-denied"_ba << u"outcome.by exists"_s;
    QTest::newRow("failed logins") << "failed-logins"_ba << u"code=401"_s;
    QTest::newRow("outside") << "from-outside"_ba
                             << u"ip startswith 203.0.113. or ip startswith 198.51.100."_s;
}

void tst_CommonQuestions::sampleAnswers()
{
    QFETCH(QByteArray, id);
    QFETCH(QString, oracle);
    Result<CaseReader> reader = CaseReader::open(m_casePath);
    VERIFY_OK(reader);
    const auto count = [&reader](const QString &text) {
        const Result<Filter> filter = parseFilter(text);
        return filter ? countEvents(*reader, *filter, {}).value_or(-1) : -2;
    };
    const std::int64_t found =
        count(question(id.toStdString()).ask(Known, LastUs).value_or(QString()));
    QVERIFY(found > 0);
    QCOMPARE(found, count(oracle));
}

QTEST_GUILESS_MAIN(tst_CommonQuestions)
#include "tst_commonquestions.moc"
