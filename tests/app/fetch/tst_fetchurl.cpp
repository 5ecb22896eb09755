// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "app/fetch/fetchurl.h"
#include "tests/testsupport.h"

#include <QTest>

using namespace auditloupe;
using namespace Qt::StringLiterals;

class tst_FetchUrl : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void urlsAreToldFromPaths_data();
    void urlsAreToldFromPaths();
    void onlyHttpsIsTaken_data();
    void onlyHttpsIsTaken();
    void secretsAreMasked_data();
    void secretsAreMasked();
    void maskedUrlIsNotTaken();
    void refusalsHoldNoSecrets();
    void presignedUrlsSayHowLong_data();
    void presignedUrlsSayHowLong();
    void freshSignatureIsTheSameFile_data();
    void freshSignatureIsTheSameFile();
    void fileNamesAreSafe_data();
    void fileNamesAreSafe();
    void hostsDeceiveNobody();
};

void tst_FetchUrl::urlsAreToldFromPaths_data()
{
    QTest::addColumn<bool>("isUrl");
    QTest::newRow("https://a/b") << true;
    QTest::newRow("HTTP://a/b") << true;
    QTest::newRow("s3://bucket/key") << true;
    QTest::newRow("/evidence/https://a") << false;
    QTest::newRow("https:audit.log") << false;
    QTest::newRow("C:\\logs") << false;
    QTest::newRow("audit.log") << false;
    QTest::newRow("-") << false;
}

void tst_FetchUrl::urlsAreToldFromPaths()
{
    QFETCH(const bool, isUrl);
    QCOMPARE(looksLikeUrl(QString::fromLatin1(QTest::currentDataTag())), isUrl);
}

void tst_FetchUrl::onlyHttpsIsTaken_data()
{
    QTest::addColumn<QString>("word"); // of the refusal
    QTest::newRow("https://logs.example.com/audit.log") << QString();
    QTest::newRow("https://logs.example.com") << QString();
    QTest::newRow("HTTPS://Logs.Example.com/x#part") << QString();
    QTest::newRow("http://logs.example.com/audit.log") << u"https://"_s;
    QTest::newRow("http://127.0.0.1/audit.log") << u"https://"_s;
    QTest::newRow("s3://bucket/audit.log") << u"presigned"_s;
    QTest::newRow("file:///etc/passwd") << u"no URL"_s;
    QTest::newRow("https://name:word@logs.example.com/") << u"password"_s;
    QTest::newRow("https://") << u"no URL"_s;
    QTest::newRow("https://a b/") << u"no URL"_s;
}

void tst_FetchUrl::onlyHttpsIsTaken()
{
    QFETCH(const QString, word);
    const Result<QUrl> url = urlFrom(QString::fromLatin1(QTest::currentDataTag()));
    QCOMPARE(url.has_value(), word.isEmpty());
    if (url) {
        QVERIFY(!url->hasFragment());
    } else {
        QVERIFY2(url.error().message.contains(word), qPrintable(url.error().message));
    }
}

void tst_FetchUrl::secretsAreMasked_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("masked");
    QTest::newRow("none") << u"https://h.example/a/b.log"_s << u"https://h.example/a/b.log"_s;
    QTest::newRow("harmless") << u"https://h.example/l?cluster=prod&day=2026-11-20&all"_s
                              << u"https://h.example/l?cluster=prod&day=2026-11-20&all"_s;
    QTest::newRow("S3")
        << u"https://b.s3.eu-west-1.amazonaws.com/a.gz?X-Amz-Algorithm=AWS4-HMAC-SHA256&"
           "X-Amz-Credential=AKIAEXAMPLE%2F20261120%2Feu-west-1%2Fs3%2Faws4_request&"
           "X-Amz-Date=20261120T100000Z&X-Amz-Expires=3600&X-Amz-SignedHeaders=host&"
           "X-Amz-Security-Token=IQoJb3&X-Amz-Signature=abc123"_s
        << u"https://b.s3.eu-west-1.amazonaws.com/a.gz?X-Amz-Algorithm=AWS4-HMAC-SHA256&"
           "X-Amz-Credential=***&X-Amz-Date=20261120T100000Z&X-Amz-Expires=3600&"
           "X-Amz-SignedHeaders=host&X-Amz-Security-Token=***&X-Amz-Signature=***"_s;
    QTest::newRow("Azure") << u"https://x.blob.core.windows.net/c/PT1H.json?sv=2022-11-02&sr=b&"
                              "se=2026-11-21T00%3A00%3A00Z&sp=r&sig=a%2Bb%3D"_s
                           << u"https://x.blob.core.windows.net/c/PT1H.json?sv=2022-11-02&sr=b&"
                              "se=2026-11-21T00%3A00%3A00Z&sp=r&sig=***"_s;
    QTest::newRow("older S3") << u"https://b.s3.amazonaws.com/a?AWSAccessKeyId=AKIA&Expires=17&"
                                 "Signature=x"_s
                              << u"https://b.s3.amazonaws.com/a?AWSAccessKeyId=***&Expires=17&"
                                 "Signature=***"_s;
    QTest::newRow("any token") << u"https://h.example/a?access_token=1&apiKey=2&key=3&code=4"_s
                               << u"https://h.example/a?access_token=***&apiKey=***&key=***&"
                                  "code=***"_s;
    QTest::newRow("unknown name, secret looks")
        << u"https://h.example/a?z=eyJhbGciOiJIUzI1NiJ9abcdef"_s << u"https://h.example/a?z=***"_s;
    QTest::newRow("no name") << u"https://h.example/a?4f2a9c0b7d1e4f2a9c0b7d1e"_s
                             << u"https://h.example/a?***"_s;
    QTest::newRow("token in the path") << u"https://h.example/f/xK9mQ2vB7nR4tY8pL3wZ/audit.log"_s
                                       << u"https://h.example/f/***/audit.log"_s;
    QTest::newRow("chat's hook")
        << u"https://hooks.example.com/services/T0A1B2C3D/B0A1B2C3D/abcDEFghiJKLmnoPQRstuVWX"_s
        << u"https://hooks.example.com/services/T0A1B2C3D/B0A1B2C3D/***"_s;
    QTest::newRow("announced") << u"https://h.example/share/4f2a9c0b7d1e/audit.log"_s
                               << u"https://h.example/share/***/audit.log"_s;
    QTest::newRow("parameter in the path") << u"https://h.example/a;jsessionid=12/sig=ab/b.log"_s
                                           << u"https://h.example/a;jsessionid=***/sig=***/b.log"_s;
    QTest::newRow("names of logs")
        << u"https://b.s3.amazonaws.com/exportedlogs/d1a2b3c4-0000-4000-8000-000000000000/"
           "kube-apiserver-audit-71976ca11bea5d3083393f7d32dab75b/000000.gz"_s
        << u"https://b.s3.amazonaws.com/exportedlogs/d1a2b3c4-0000-4000-8000-000000000000/"
           "kube-apiserver-audit-71976ca11bea5d3083393f7d32dab75b/000000.gz"_s;
    QTest::newRow("a resource's path")
        << u"https://x.blob.core.windows.net/insights-logs-kube-audit/resourceId=/SUBSCRIPTIONS/"
           "00000000-0000-0000-0000-000000000001/MANAGEDCLUSTERS/AKS1/y=2023/m=06/PT1H.json"_s
        << u"https://x.blob.core.windows.net/insights-logs-kube-audit/resourceId=/SUBSCRIPTIONS/"
           "00000000-0000-0000-0000-000000000001/MANAGEDCLUSTERS/AKS1/y=2023/m=06/PT1H.json"_s;
    QTest::newRow("a dated name") << u"https://h.example/Firehose-1-2026-11-20-13-30-25-Xy"_s
                                  << u"https://h.example/Firehose-1-2026-11-20-13-30-25-Xy"_s;
    QTest::newRow("credentials") << u"https://me:word@h.example:8443/a#frag"_s
                                 << u"https://h.example:8443/a"_s;
}

void tst_FetchUrl::secretsAreMasked()
{
    QFETCH(const QString, url);
    QFETCH(const QString, masked);
    QCOMPARE(maskedUrl(QUrl(url)), masked);
}

void tst_FetchUrl::maskedUrlIsNotTaken()
{
    for (const QString &text :
         {u"https://h.example/a?day=1&sig=***"_s, u"https://h.example/share/***/a"_s}) {
        const Result<QUrl> url = urlFrom(text);
        QVERIFY(!url);
        QVERIFY2(url.error().message.contains(u"not kept"_s), qPrintable(url.error().message));
    }
}

void tst_FetchUrl::refusalsHoldNoSecrets()
{
    for (const QString &text :
         {u"http://h.example/a?sig=SECRET"_s, u"https://me:SECRET@h.example/a"_s,
          u"https://a b/?sig=SECRET"_s, u"s3://h.example/a?token=SECRET"_s}) {
        const Result<QUrl> url = urlFrom(text);
        QVERIFY(!url);
        QVERIFY2(!url.error().toText().contains(u"SECRET"_s), qPrintable(url.error().toText()));
    }
}

void tst_FetchUrl::presignedUrlsSayHowLong_data()
{
    QTest::addColumn<QString>("query");
    QTest::addColumn<bool>("isSigned");
    QTest::addColumn<QString>("until");
    QTest::newRow("none") << u"day=1"_s << false << QString();
    QTest::newRow("S3") << u"X-Amz-Date=20261120T100000Z&X-Amz-Expires=3600&X-Amz-Signature=a"_s
                        << true << u"2026-11-20T11:00:00Z"_s;
    QTest::newRow("Google") << u"X-Goog-Date=20261120T235959Z&X-Goog-Expires=1&X-Goog-Signature=a"_s
                            << true << u"2026-11-21T00:00:00Z"_s;
    QTest::newRow("Azure") << u"se=2026-11-21T00%3A00%3A00Z&sig=a"_s << true
                           << u"2026-11-21T00:00:00Z"_s;
    QTest::newRow("epoch") << u"Expires=1795000000&Signature=a"_s << true
                           << u"2026-11-18T11:06:40Z"_s;
    QTest::newRow("nothing said") << u"Signature=a"_s << true << QString();
    QTest::newRow("damaged") << u"X-Amz-Date=soon&X-Amz-Expires=x&X-Amz-Signature=a"_s << true
                             << QString();
}

void tst_FetchUrl::presignedUrlsSayHowLong()
{
    QFETCH(const QString, query);
    QFETCH(const bool, isSigned);
    QFETCH(const QString, until);
    const QUrl url(u"https://h.example/a?"_s + query);
    QCOMPARE(isPresigned(url), isSigned);
    const std::optional<QDateTime> end = validUntil(url);
    QCOMPARE(end ? end->toString(Qt::ISODate) : QString(), until);
}

void tst_FetchUrl::freshSignatureIsTheSameFile_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<QString>("second");
    QTest::addColumn<bool>("isSame");
    QTest::newRow("S3") << u"X-Amz-Date=20261120T100000Z&X-Amz-Signature=a"_s
                        << u"X-Amz-Date=20261121T100000Z&X-Amz-Signature=b"_s << true;
    QTest::newRow("Azure") << u"sp=r&se=1&sig=a"_s << u"sp=r&se=2&sig=b"_s << true;
    QTest::newRow("short names without a signature") << u"se=1"_s << u"se=2"_s << false;
    QTest::newRow("S3 versions") << u"versionId=1&X-Amz-Signature=a"_s
                                 << u"versionId=2&X-Amz-Signature=a"_s << false;
    QTest::newRow("other tokens may be other files") << u"token=a"_s << u"token=b"_s << false;
}

void tst_FetchUrl::freshSignatureIsTheSameFile()
{
    QFETCH(const QString, first);
    QFETCH(const QString, second);
    QFETCH(const bool, isSame);
    const QString base = u"https://h.example/a?"_s;
    QCOMPARE(urlKey(QUrl(base + first)) == urlKey(QUrl(base + second)), isSame);
    QVERIFY(urlKey(QUrl(base + first)) != urlKey(QUrl(u"https://g.example/a?"_s + first)));
}

void tst_FetchUrl::fileNamesAreSafe_data()
{
    QTest::addColumn<QString>("name");
    QTest::newRow("https://h.example/logs/audit.log.gz?x=1") << u"audit.log.gz"_s;
    QTest::newRow("https://h.example/") << u"download"_s;
    QTest::newRow("https://h.example") << u"download"_s;
    QTest::newRow("https://h.example/..") << u"download"_s;
    QTest::newRow("https://h.example/a%2F..%2Fetc%00x") << u"etc_x"_s;
    QTest::newRow("https://h.example/services/T0/B0/XXXX") << u"download"_s;
    QTest::newRow("https://h.example/.hidden") << u"hidden"_s;
}

void tst_FetchUrl::fileNamesAreSafe()
{
    QFETCH(const QString, name);
    QCOMPARE(fileNameOf(QUrl(QString::fromLatin1(QTest::currentDataTag()))), name);
}

void tst_FetchUrl::hostsDeceiveNobody()
{
    QCOMPARE(hostOf(QUrl(u"https://EXAMPLE.com:443/"_s)), u"example.com"_s);
    QCOMPARE(hostOf(QUrl(u"https://example.com:8443/"_s)), u"example.com:8443"_s);
    QVERIFY(
        hostOf(QUrl(u"https://ex\u0430mple.com/"_s)).startsWith(u"xn--"_s)); // a Cyrillic letter
}

QTEST_GUILESS_MAIN(tst_FetchUrl)
#include "tst_fetchurl.moc"
