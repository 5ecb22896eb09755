// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/fields.h"
#include "model/evidence/eventform.h"

#include <QTest>

using namespace auditloupe;

namespace {

// As a server writes it, with everything that has an order.
constexpr std::string_view Native =
    R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Request","auditID":"a",)"
    R"("stage":"ResponseComplete","requestURI":"/x?a=1\u0026b=2","verb":"create",)"
    R"("user":{"username":"u","uid":"1","groups":["g"],"extra":{"a":["1"],"b":["2"]}},)"
    R"("impersonatedUser":{"username":"v"},"sourceIPs":["10.0.0.1"],"userAgent":"c",)"
    R"("objectRef":{"resource":"pods","namespace":"n","apiVersion":"v1","subresource":"exec"},)"
    R"("responseStatus":{"metadata":{},"status":"Failure","details":{"name":"p","kind":"pods"},)"
    R"("code":404},"requestObject":{"z":1,"a":{"y":2,"b":3}},)"
    R"("requestReceivedTimestamp":"2026-03-14T02:00:00.000001Z",)"
    R"("stageTimestamp":"2026-03-14T02:00:00.100000Z","annotations":{"a/b":"1","a/c":"2"}})";

QByteArray replaced(const char *from, const char *to)
{
    QByteArray text(Native.data(), qsizetype(Native.size()));
    return text.contains(from) ? text.replace(from, to) : QByteArray();
}

std::size_t fieldNumber(std::string_view name)
{
    return std::size_t(findField(name) - fieldCatalogue().data());
}

} // namespace

class tst_EventForm : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void serverTextHasNoSign();
    void oneSignIsSeenAlone_data();
    void oneSignIsSeenAlone();
    void presentFieldsAreKnown();
    void foreignMembersAreNamed();
    void brokenTextHasNoForm_data();
    void brokenTextHasNoForm();
    void olderVersionsAreNative();

private:
    EventFormReader m_reader;
};

void tst_EventForm::serverTextHasNoSign()
{
    EventForm form;
    QVERIFY(m_reader.read(Native, form));
    QCOMPARE(form.unlike, EventForm().unlike);
    QVERIFY(form.foreign.empty());
}

void tst_EventForm::oneSignIsSeenAlone_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("sign");
    const auto row = [](const char *name, const char *from, const char *to, Unlike sign) {
        QTest::newRow(name) << replaced(from, to) << int(sign);
    };
    row("verb before the URI", R"("requestURI":"/x?a=1\u0026b=2","verb":"create")",
        R"("verb":"create","requestURI":"/x?a=1\u0026b=2")", Unlike::MemberOrder);
    row("uid before the name", R"("username":"u","uid":"1")", R"("uid":"1","username":"u")",
        Unlike::MemberOrder);
    row("code before the details", R"("details":{"name":"p","kind":"pods"},"code":404)",
        R"("code":404,"details":{"name":"p","kind":"pods"})", Unlike::MemberOrder);
    row("a member twice", R"("verb":"create")", R"("verb":"create","verb":"get")",
        Unlike::MemberOrder);
    row("annotations not sorted", R"("a/b":"1","a/c":"2")", R"("a/c":"2","a/b":"1")",
        Unlike::KeyOrder);
    row("an annotation twice", R"("a/b":"1","a/c":"2")", R"("a/b":"1","a/b":"2")",
        Unlike::KeyOrder);
    row("extra not sorted", R"("a":["1"],"b":["2"])", R"("b":["2"],"a":["1"])", Unlike::KeyOrder);
    row("blank behind a colon", R"("level":"Request")", R"("level": "Request")", Unlike::Spaces);
    row("blank behind a comma", R"(,"level":)", R"(, "level":)", Unlike::Spaces);
    row("line break behind the brace", R"({"kind")", "{\n\"kind\"", Unlike::Spaces);
    row("plain ampersand", R"(\u0026)", "&", Unlike::PlainMarkup);
    row("plain bracket in a body", R"("z":1)", R"("z":"<b>")", Unlike::PlainMarkup);
    row("milliseconds", "02:00:00.100000Z", "02:00:00.100Z", Unlike::TimeDigits);
    row("nanoseconds", "02:00:00.000001Z", "02:00:00.000001000Z", Unlike::TimeDigits);
    row("an offset", "02:00:00.000001Z", "02:00:00.000001+00:00", Unlike::TimeDigits);
    row("no text", R"("2026-03-14T02:00:00.100000Z")", "1773453600", Unlike::TimeDigits);
    row("a strange member", R"("verb":"create")", R"("verb":"create","hostname":"n")",
        Unlike::ForeignMember);
    row("a strange member inside", R"("uid":"1")", R"("uid":"1","email":"u@x")",
        Unlike::ForeignMember);
}

void tst_EventForm::oneSignIsSeenAlone()
{
    QFETCH(const QByteArray, text);
    QFETCH(const int, sign);
    QVERIFY(!text.isEmpty());
    EventForm form;
    QVERIFY(m_reader.read({text.constData(), std::size_t(text.size())}, form));
    EventForm expected;
    expected.unlike[std::size_t(sign)] = true;
    QCOMPARE(form.unlike, expected.unlike);
}

void tst_EventForm::presentFieldsAreKnown()
{
    EventForm form;
    QVERIFY(m_reader.read(Native, form));
    for (const char *name :
         {"level", "user.uid", "user.extra", "impersonatedUser.username", "objectRef.subresource",
          "responseStatus.details.name", "requestObject", "stageTimestamp"}) {
        QVERIFY2(form.present[fieldNumber(name)], name);
    }
    for (const char *name :
         {"objectRef.name", "responseObject", "responseStatus.message", "impersonatedUser.uid",
          R"(annotations["authorization.k8s.io/decision"])"}) {
        QVERIFY2(!form.present[fieldNumber(name)], name);
    }
    const QByteArray null = replaced(R"("2026-03-14T02:00:00.100000Z")", "null");
    QVERIFY(m_reader.read({null.constData(), std::size_t(null.size())}, form));
    QVERIFY(!form.present[fieldNumber("stageTimestamp")]);
}

void tst_EventForm::foreignMembersAreNamed()
{
    const QByteArray text = replaced(R"("uid":"1")", R"("uid":"1","email":"u@x")");
    EventForm form;
    QVERIFY(m_reader.read({text.constData(), std::size_t(text.size())}, form));
    QCOMPARE(form.foreign, std::vector<std::string>{"user.email"});
}

void tst_EventForm::brokenTextHasNoForm_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("no object") << QByteArray("[1]");
    QTest::newRow("cut off") << QByteArray(Native.data(), 200);
    QTest::newRow("something behind") << QByteArray(R"({"kind":"Event"} {)");
    QTest::newRow("no colon") << QByteArray(R"({"kind" "Event"})");
}

void tst_EventForm::brokenTextHasNoForm()
{
    QFETCH(const QByteArray, text);
    EventForm form;
    QVERIFY(!m_reader.read({text.constData(), std::size_t(text.size())}, form));
}

void tst_EventForm::olderVersionsAreNative()
{
    constexpr std::string_view Old =
        R"({"kind":"Event","apiVersion":"audit.k8s.io/v1beta1","metadata":)"
        R"({"creationTimestamp":"2017-09-05T10:04:55Z"},"level":"Metadata",)"
        R"("timestamp":"2017-09-05T10:04:55Z","auditID":"a","stage":"RequestReceived",)"
        R"("requestURI":"/x","verb":"list","user":{"username":"kubecfg"}})";
    EventForm form;
    QVERIFY(m_reader.read(Old, form));
    QCOMPARE(form.unlike, EventForm().unlike);
}

QTEST_GUILESS_MAIN(tst_EventForm)
#include "tst_eventform.moc"
