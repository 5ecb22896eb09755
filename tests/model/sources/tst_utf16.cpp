// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/utf16.h"
#include "tests/testsupport.h"

#include <random>

using namespace auditloupe;
using namespace std::string_view_literals;

Q_DECLARE_METATYPE(std::optional<auditloupe::ByteOrder>)

class tst_Utf16 : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isToldFromTheFirstBytes_data();
    void isToldFromTheFirstBytes();
    void textIsUtf8();
    void bytesComeBackHoweverTheyAreCut_data();
    void bytesComeBackHoweverTheyAreCut();
    void anyBytesComeBack();

private:
    static std::string decoded(ByteOrder order, std::string_view bytes, std::size_t piece)
    {
        Utf16Decoder decoder(order);
        std::string text;
        for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
            decoder.decode(bytes.substr(0, piece), text);
        }
        decoder.finish(text);
        return text;
    }

    static std::string encoded(ByteOrder order, std::string_view text, std::size_t piece)
    {
        Utf16Encoder encoder(order);
        std::string bytes;
        for (; !text.empty(); text.remove_prefix(std::min(piece, text.size()))) {
            encoder.encode(text.substr(0, piece), bytes);
        }
        return bytes;
    }
};

void tst_Utf16::isToldFromTheFirstBytes_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::addColumn<std::optional<ByteOrder>>("order");
    const auto row = [](const char *name, std::string_view head, std::optional<ByteOrder> order) {
        QTest::newRow(name) << QByteArray(head.data(), std::ssize(head)) << order;
    };
    row("little, with a mark", "\xff\xfe{\0"sv, ByteOrder::Little);
    row("big, with a mark", "\xfe\xff\0{"sv, ByteOrder::Big);
    row("little, without", "{\0\"\0k\0i\0n\0d\0\"\0:\0"sv, ByteOrder::Little);
    row("big, without", "\0{\0\"\0k\0i\0n\0d\0\"\0:"sv, ByteOrder::Big);
    row("too short to be sure", "{\0\"\0k\0"sv, {});
    row("UTF-32", "\xff\xfe\0\0{\0\0\0"sv, {});
    row("UTF-8", "{\"kind\":\"Event\",\"level\":1}"sv, {});
    row("UTF-8 with a mark", "\xef\xbb\xbf{\"kind\":\"Event\"}"sv, {});
    row("zeros", "\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"sv, {});
    row("numbers of two bytes", "\1\0\2\0\3\0\4\0\5\0\6\0\7\0\10\0"sv, {});
    row("nothing", {}, {});
}

void tst_Utf16::isToldFromTheFirstBytes()
{
    QFETCH(QByteArray, head);
    QFETCH(std::optional<ByteOrder>, order);
    QVERIFY(utf16OrderOf({head.constData(), std::size_t(head.size())}) == order);
}

void tst_Utf16::textIsUtf8()
{
    const std::string_view little = "\xff\xfe\x7b\0\xfc\0\xac\x20\x3d\xd8\x00\xde\x0d\0\x0a\0"sv;
    QCOMPARE(decoded(ByteOrder::Little, little, 16),
             "\xef\xbb\xbf{\xc3\xbc\xe2\x82\xac\xf0\x9f\x98\x80\r\n");
    QCOMPARE(decoded(ByteOrder::Big, "\xfe\xff\0\x7b"sv, 16), "\xef\xbb\xbf{");
}

void tst_Utf16::bytesComeBackHoweverTheyAreCut_data()
{
    QTest::addColumn<QByteArray>("bytes");
    const auto row = [](const char *name, std::string_view bytes) {
        QTest::newRow(name) << QByteArray(bytes.data(), std::ssize(bytes));
    };
    row("text", "\xff\xfe{\0\xfc\0\xac\x20\x3d\xd8\x00\xde\n\0"sv);
    row("high surrogate alone", "a\0\x3d\xd8z\0"sv);
    row("low surrogate alone", "a\0\x00\xde\x00\xde"sv);
    row("two high ones and a low one", "\x3d\xd8\x3d\xd8\x00\xde"sv);
    row("high surrogate at the end", "a\0\x3d\xd8"sv);
    row("half a unit at the end", "a\0b"sv);
    row("half a unit behind half a pair", "a\0\x3d\xd8\xff"sv);
    row("one byte", "\xff"sv);
}

void tst_Utf16::bytesComeBackHoweverTheyAreCut()
{
    QFETCH(QByteArray, bytes);
    const std::string_view found(bytes.constData(), std::size_t(bytes.size()));
    for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
        const std::string text = decoded(order, found, found.size());
        for (const std::size_t piece : {1U, 2U, 3U, 5U}) {
            QCOMPARE(decoded(order, found, piece), text);
            QCOMPARE(encoded(order, text, piece), found);
        }
    }
}

void tst_Utf16::anyBytesComeBack()
{
    std::mt19937 random(1);
    for (int round = 0; round < 2000; ++round) {
        std::string bytes(random() % 64, '\0');
        for (char &byte : bytes) {
            byte = static_cast<char>(random() % 3 == 0 ? 0xd8 + random() % 8 : random());
        }
        for (const ByteOrder order : {ByteOrder::Little, ByteOrder::Big}) {
            QCOMPARE(encoded(order, decoded(order, bytes, 7), 3), bytes);
        }
    }
}

QTEST_GUILESS_MAIN(tst_Utf16)
#include "tst_utf16.moc"
