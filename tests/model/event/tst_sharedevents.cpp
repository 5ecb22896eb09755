// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/event/eventtext.h"
#include "model/event/jsonoutline.h"
#include "model/event/levelnote.h"
#include "model/event/masking.h"
#include "model/event/sentence.h"
#include "tests/model/event/eventcorpus.h"
#include "tests/model/event/yamlcompare.h"

#include <QDirIterator>
#include <QProcess>
#include <QRegularExpression>
#include <QTest>
#include <QTimeZone>

#include <simdjson.h>

using namespace auditloupe;
using namespace Qt::StringLiterals;

/// All that is said and shown of an event, over whole real logs where these are at hand.
class tst_SharedEvents : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void outlineHasEveryValue();
    void yamlReadsBack();
    void sentenceIsNeverEmpty();
    void secretsDoNotSurviveMasking();
    void maskingLeavesTheRestAlone();

private:
    std::vector<std::string> m_events;
};

namespace {

QString dataFolder()
{
    const QString folder = qEnvironmentVariable("AUDITLOUPE_SHARED_DATA");
    return folder.isEmpty() ? QStringLiteral(AUDITLOUPE_SHARED_DATA) : folder;
}

QByteArray unpacked(const QString &path)
{
    if (!path.endsWith(".gz"_L1)) {
        QFile file(path);
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    QProcess gzip;
    gzip.start(u"gzip"_s, {u"-dc"_s, path});
    gzip.waitForFinished();
    return gzip.readAllStandardOutput();
}

/// Objects, arrays, texts, numbers and words of a document, however deep.
std::size_t valueCount(const simdjson::dom::element &element)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    std::size_t count = 1;
    if (element.get(array) == simdjson::SUCCESS) {
        for (const simdjson::dom::element child : array) {
            count += valueCount(child);
        }
    } else if (element.get(object) == simdjson::SUCCESS) {
        for (const simdjson::dom::key_value_pair member : object) {
            count += valueCount(member.value);
        }
    }
    return count;
}

using Values = std::vector<std::string>;

/// The texts under data and stringData of every Secret in a document. `inSecret`: the document is
/// the body of a request for Secrets, whose kind may not be said.
void collectSecrets(const simdjson::dom::element &element, bool inSecret, Values &values)
{
    simdjson::dom::object object;
    simdjson::dom::array array;
    if (element.get(array) == simdjson::SUCCESS) {
        for (const simdjson::dom::element child : array) {
            collectSecrets(child, inSecret, values);
        }
    }
    if (element.get(object) != simdjson::SUCCESS) {
        return;
    }
    std::string_view kind;
    inSecret = inSecret || (object["kind"].get(kind) == simdjson::SUCCESS && kind == "Secret");
    for (const auto &[key, child] : object) {
        simdjson::dom::object data;
        if (inSecret && (key == "data" || key == "stringData")
            && child.get(data) == simdjson::SUCCESS) {
            for (const auto &[name, value] : data) {
                values.emplace_back(value.get_string().value_unsafe());
            }
        }
        collectSecrets(child, inSecret, values);
    }
}

Values secretsOf(std::string_view json)
{
    simdjson::dom::parser parser;
    simdjson::dom::element event;
    Values values;
    if (parser.parse(json).get(event) == simdjson::SUCCESS) {
        std::string_view resource;
        const bool isSecret = event["objectRef"]["resource"].get(resource) == simdjson::SUCCESS
            && resource == "secrets";
        collectSecrets(event, isSecret, values);
    }
    return values;
}

bool isAboutCredentials(const EventFields &event)
{
    return event.resource == "secrets" || event.resource == "tokenreviews"
        || event.subresource == "token";
}

} // namespace

void tst_SharedEvents::initTestCase()
{
    QDirIterator files(dataFolder() + u"/apiserver"_s, {u"*audit*.log*"_s, u"*events.log.gz"_s},
                       QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        for (const QByteArray &line : unpacked(files.next()).split('\n')) {
            if (line.startsWith('{')) {
                m_events.push_back(line.toStdString());
            }
        }
    }
    for (const QByteArray &line :
         unpacked(dataFolder() + u"/native/real-native-permissive.jsonl"_s).split('\n')) {
        if (line.startsWith('{')) {
            m_events.push_back(line.toStdString());
        }
    }
#ifdef __SANITIZE_ADDRESS__
    // Ten times slower than it is otherwise: every eighth event must do.
    std::size_t kept = 0;
    std::erase_if(m_events, [&kept](const std::string &) { return kept++ % 8 != 0; });
#endif
    if (m_events.empty()) {
        QSKIP("The shared logs are not at hand.");
    }
}

void tst_SharedEvents::init()
{
    QTest::failOnWarning();
}

void tst_SharedEvents::outlineHasEveryValue()
{
    simdjson::dom::parser parser;
    for (const std::string &event : m_events) {
        const JsonOutline outline = JsonOutline::read(event);
        QVERIFY2(outline.whole, event.c_str());
        QCOMPARE(outline.nodes.size(), valueCount(parser.parse(event).value()));
    }
}

void tst_SharedEvents::yamlReadsBack()
{
    constexpr std::size_t Stride = 25; // reading YAML takes its time
    for (std::size_t i = 0; i < m_events.size(); i += Stride) {
        QCOMPARE(yamlDifference(m_events[i], toYaml(m_events[i]).value_or("")), QString());
    }
}

void tst_SharedEvents::sentenceIsNeverEmpty()
{
    EventParser parser;
    for (const std::string &event : m_events) {
        EventFields fields;
        if (parser.parseCopy(event, fields) != JsonKind::AuditEvent) {
            continue;
        }
        const QString text = eventSentence(fields, QTimeZone::UTC);
        QVERIFY2((text.startsWith("At "_L1) || text.startsWith("From "_L1)) && text.size() > 30
                     && !text.contains("  "_L1) && !text.contains("%1"_L1),
                 qPrintable(text));
        QVERIFY(!levelNote(fields).kept.isEmpty());
    }
}

void tst_SharedEvents::secretsDoNotSurviveMasking()
{
    constexpr std::size_t Telling = 8; // shorter values stand elsewhere by chance
    const QRegularExpression jwt(u"eyJ[\\w-]{10,}\\.eyJ"_s);
    std::size_t found = 0;
    for (const std::string &event : m_events) {
        const std::string shown = maskCredentials(event);
        for (const std::string &value : secretsOf(event)) {
            if (value.size() >= Telling) {
                ++found;
                QVERIFY2(!shown.contains(value), event.c_str());
            }
        }
        QVERIFY2(!jwt.match(QString::fromStdString(shown)).hasMatch(), event.c_str());
        QVERIFY2(!tokenizeJson(shown).errorAt, shown.c_str());
    }
    QVERIFY(found > 10);
}

void tst_SharedEvents::maskingLeavesTheRestAlone()
{
    EventParser parser;
    std::size_t touched = 0;
    for (const std::string &event : m_events) {
        EventFields fields;
        if (parser.parseCopy(event, fields) == JsonKind::AuditEvent
            && !isAboutCredentials(fields)) {
            touched += maskCredentials(event) == event ? 0 : 1;
        }
    }
    // A handful of the public samples have passwords in ConfigMaps.
    QVERIFY2(touched < 10, qPrintable(QString::number(touched)));
}

QTEST_GUILESS_MAIN(tst_SharedEvents)
#include "tst_sharedevents.moc"
