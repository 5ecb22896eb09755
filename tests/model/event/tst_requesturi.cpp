// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/requesturi.h"

#include <QTest>

using namespace auditloupe;

class tst_RequestUri : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void decodesValues();
    void keepsBrokenEscapes();
    void findsNothingWithoutQuery();
};

using Values = std::vector<std::string>;

void tst_RequestUri::init()
{
    QTest::failOnWarning();
}

void tst_RequestUri::decodesValues()
{
    constexpr auto Uri = "/x/exec?command=sh&command=-c&command=cat+%2Fetc%2Fpasswd&tty";
    QVERIFY((queryValues(Uri, "command") == Values{"sh", "-c", "cat /etc/passwd"}));
    QVERIFY((queryValues(Uri, "tty") == Values{""}));
    QVERIFY((queryValues("/x?%63ommand=id", "command") == Values{"id"}));
    QVERIFY(uriPath(Uri) == "/x/exec");
}

void tst_RequestUri::keepsBrokenEscapes()
{
    QVERIFY((queryValues("/x?a=%", "a") == Values{"%"}));
    QVERIFY((queryValues("/x?a=%4", "a") == Values{"%4"}));
    QVERIFY((queryValues("/x?a=%zz%41", "a") == Values{"%zzA"}));
    QVERIFY((queryValues("/x?&&a=1=2&=", "a") == Values{"1=2"}));
}

void tst_RequestUri::findsNothingWithoutQuery()
{
    QVERIFY(queryValues("", "a").empty());
    QVERIFY(queryValues("/a", "a").empty());
    QVERIFY(queryValues("/x?", "a").empty());
}

QTEST_GUILESS_MAIN(tst_RequestUri)
#include "tst_requesturi.moc"
