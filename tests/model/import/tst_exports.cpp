// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/sources/inputstream.h"
#include "model/sources/recordsplitter.h"
#include "tests/model/casefile/casetesting.h"
#include "tests/model/sources/certainformats.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// The collection of exports, where it is at hand: each is known by its content alone, and gives
/// the events that its manifest states.
class tst_Exports : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void eachIsKnownAlone_data() { addSamples(known()); }
    void eachIsKnownAlone();
    void oneFormatIsCertain_data() { addSamples(m_samples); }
    void oneFormatIsCertain();
    void allAreKnownInOneCase();

private:
    struct Sample
    {
        QString path = {};
        int events = 0;
        int salvaged = 0;
    };

    static bool isSearchResult(const Sample &sample);
    QList<Sample> known() const;
    void addSamples(const QList<Sample> &samples) const;
    void addStated();
    void addGenuine();

    QString m_exports = QStringLiteral(AUDITLOUPE_SHARED_DATA "/exports/");
    QList<Sample> m_samples;
};

void tst_Exports::initTestCase()
{
    if (!QFile::exists(m_exports + u"manifest.json"_s)) {
        QSKIP("the collection of exports is not here");
    }
    addStated();
    addGenuine();
}

void tst_Exports::addStated()
{
    QFile manifest(m_exports + u"manifest.json"_s);
    QVERIFY(manifest.open(QIODevice::ReadOnly));
    const QJsonObject files =
        QJsonDocument::fromJson(manifest.readAll()).object().value("files"_L1).toObject();
    for (auto file = files.begin(); file != files.end(); ++file) {
        const QJsonObject stated = file.value().toObject();
        m_samples << Sample{.path = file.key(),
                            .events = stated.value("events"_L1).toInt(),
                            .salvaged = stated.value("salvaged"_L1).toInt()};
    }
    QVERIFY(m_samples.size() > 50);
}

/// Made by others, and counted by hand.
void tst_Exports::addGenuine() { }

/// What Loki, Elasticsearch and Splunk answer is not among the formats yet.
bool tst_Exports::isSearchResult(const Sample &sample)
{
    return sample.path.startsWith("05"_L1) || sample.path.startsWith("06"_L1)
        || sample.path.startsWith("07"_L1);
}

QList<tst_Exports::Sample> tst_Exports::known() const
{
    QList<Sample> samples = m_samples;
    samples.removeIf(isSearchResult);
    return samples;
}

void tst_Exports::addSamples(const QList<Sample> &samples) const
{
    QTest::addColumn<QString>("path");
    QTest::addColumn<int>("events");
    QTest::addColumn<int>("salvaged");
    for (const Sample &sample : samples) {
        QTest::newRow(qPrintable(sample.path))
            << m_exports + sample.path << sample.events << sample.salvaged;
    }
}

void tst_Exports::eachIsKnownAlone()
{
    QFETCH(const QString, path);
    QFETCH(const int, events);
    QFETCH(const int, salvaged);
    const QTemporaryDir folder;
    const auto report =
        importLogs({.casePath = folder.filePath(u"c.auditcase"_s), .inputs = {path}}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events, events);
    QCOMPARE(report->salvaged, salvaged);
    QCOMPARE(report->rejected, 0);
    QCOMPARE(report->skipped.size(), events == 0 ? 1U : 0U);
}

void tst_Exports::oneFormatIsCertain()
{
    QFETCH(const QString, path);
    Result<InputStream> stream = InputStream::open(path);
    VERIFY_OK(stream);
    CertainFormats formats;
    RecordSplitter splitter(formats);
    for (;;) {
        const Result<std::string_view> bytes = stream->read();
        VERIFY_OK(bytes);
        if (bytes->empty()) {
            break;
        }
        splitter.feed(*bytes);
    }
    splitter.finish();
    QCOMPARE(formats.contested, QStringList());
}

/// Exports of one event are copies of it, in whatever they are wrapped.
void tst_Exports::allAreKnownInOneCase()
{
    std::int64_t events = 0;
    QStringList inputs;
    for (const Sample &sample : known()) {
        inputs << m_exports + sample.path;
        events += sample.events;
    }
    const QTemporaryDir folder;
    const auto report =
        importLogs({.casePath = folder.filePath(u"c.auditcase"_s), .inputs = inputs}, {});
    VERIFY_OK(report);
    QCOMPARE(report->events + report->duplicates, events);
    QCOMPARE(report->rejected, 0);
}

QTEST_GUILESS_MAIN(tst_Exports)
#include "tst_exports.moc"
