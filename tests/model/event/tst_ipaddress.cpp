// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/ipaddress.h"

#include <QTest>

using namespace auditloupe;

class tst_IpAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void readsAddresses_data();
    void readsAddresses();
    void refusesWhatIsNone_data();
    void refusesWhatIsNone();
    void networksContainTheirOwn_data();
    void networksContainTheirOwn();
};

void tst_IpAddress::readsAddresses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QByteArray>("hex");
    const auto row = [](const char *text, const char *hex) {
        QTest::newRow(text) << QByteArray(text) << QByteArray(hex);
    };
    row("10.0.200.1", "00000000000000000000ffff0a00c801");
    row("::ffff:10.0.200.1", "00000000000000000000ffff0a00c801");
    row("::", "00000000000000000000000000000000");
    row("::1", "00000000000000000000000000000001");
    row("2001:db8::1:0:2", "20010db8000000000000000100000002");
    row("FE80::ABcd", "fe80000000000000000000000000abcd");
    row("1:2:3:4:5:6:7:8", "00010002000300040005000600070008");
    row("1:2:3:4:5:6:1.2.3.4", "00010002000300040005000601020304");
    row("1::", "00010000000000000000000000000000");
    row("1:2:3:4:5:6:7::", "00010002000300040005000600070000");
}

void tst_IpAddress::readsAddresses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QByteArray, hex);
    const std::optional<IpAddress> address = parseAddress(text.toStdString());
    QVERIFY(address.has_value());
    QCOMPARE(QByteArray(reinterpret_cast<const char *>(address->data()), 16).toHex(), hex);
}

void tst_IpAddress::refusesWhatIsNone_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const char *text : {"",
                             "1",
                             "1.2.3",
                             "1.2.3.4.5",
                             "1.2.3.256",
                             "01.2.3.4",
                             "1.2.3.4 ",
                             "1.2.3.",
                             "-1.2.3.4",
                             "a.b.c.d",
                             ":",
                             ":::",
                             "1:2:3",
                             "1:2:3:4:5:6:7:8:9",
                             "1::2::3",
                             "::12345",
                             "::g",
                             "1.2.3.4::",
                             "fe80::1%eth0",
                             "[::1]",
                             "10.0.0.1:443",
                             "1:2:3:4:5:6:7:8::",
                             "1:2:3:4:5:6:7:1.2.3.4"}) {
        QTest::newRow(text) << QByteArray(text);
    }
}

void tst_IpAddress::refusesWhatIsNone()
{
    QFETCH(const QByteArray, text);
    QVERIFY(!parseAddress(text.toStdString()));
}

void tst_IpAddress::networksContainTheirOwn_data()
{
    QTest::addColumn<QByteArray>("network");
    QTest::addColumn<QByteArray>("inside");
    QTest::addColumn<QByteArray>("outside");
    const auto row = [](const char *network, const char *inside, const char *outside) {
        QTest::newRow(network) << QByteArray(network) << QByteArray(inside) << QByteArray(outside);
    };
    row("10.0.0.0/8", "10.255.0.1", "11.0.0.1");
    row("10.1.2.3/8", "10.255.0.1", "11.0.0.1");
    row("10.0.0.8/29", "10.0.0.15", "10.0.0.16");
    row("10.0.0.8/32", "10.0.0.8", "10.0.0.9");
    row("0.0.0.0/0", "255.1.2.3", "::1");
    row("::/0", "2001:db8::1", "10.0.0.1");
    row("2001:db8::/33", "2001:db8:7fff::1", "2001:db8:8000::1");
    row("::1/128", "::1", "::2");
    row("::ffff:10.0.0.0/104", "10.2.3.4", "11.2.3.4");
    row("10.0.0.0/8 ", "", "10.0.0.1"); // no network at all
    row("10.0.0.0/33", "", "10.0.0.1");
    row("10.0.0.0/-1", "", "10.0.0.1");
    row("10.0.0.0", "", "10.0.0.0");
}

void tst_IpAddress::networksContainTheirOwn()
{
    QFETCH(const QByteArray, network);
    QFETCH(const QByteArray, inside);
    QFETCH(const QByteArray, outside);
    const std::optional<IpNetwork> read = parseNetwork(network.toStdString());
    QCOMPARE(read.has_value(), !inside.isEmpty());
    QVERIFY(!read || read->contains(parseAddress(inside.toStdString()).value()));
    QVERIFY(!read || !read->contains(parseAddress(outside.toStdString()).value()));
}

QTEST_GUILESS_MAIN(tst_IpAddress)
#include "tst_ipaddress.moc"
