// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

// Both evaluators of conditions against each other and against a reference, over every kind of
// event that the project has.

#include "model/casefile/rowfields.h"
#include "model/event/eventparser.h"
#include "model/query/eventmatcher.h"
#include "model/query/eventquery.h"
#include "model/query/queryscope.h"
#include "model/query/testvalues.h"
#include "tests/model/casefile/casetesting.h"
#include "tests/model/query/referenceevaluator.h"

#include <QRandomGenerator>

#include <set>

using namespace Qt::StringLiterals;
using namespace auditloupe;
using namespace auditloupe::testing;

namespace {

constexpr quint32 Seed = 20'261'120;
constexpr int Conditions = 2000;

/// An event with all that judges need.
struct Sample
{
    ReferenceEvent event = {};
    bool isJudged = false; ///< the reference can read it
};

/// Draws conditions that have something to do with the events.
class ConditionSource
{
public:
    explicit ConditionSource(const std::vector<Sample> &samples)
    {
        for (const Field &field : fieldCatalogue()) {
            m_fields.push_back(&field);
        }
        for (const Sample &sample : samples) {
            collect(sample.event.json, "");
        }
        for (const std::string &path : m_paths) {
            if (const Field *field = resolveField(path)) {
                m_fields.push_back(field);
            }
        }
    }

    int below(int end) { return m_random.bounded(end); }
    bool oneIn(int chances) { return below(chances) == 0; }

    template <typename List>
    const auto &pick(const List &list)
    {
        return list[std::size_t(below(int(list.size())))];
    }

    /// `plain`: nothing that the text form cannot say.
    Condition condition(int depth, bool plain)
    {
        if (depth == 0 || oneIn(3)) {
            return oneIn(6) && !m_lists.empty() ? anyElement(plain) : test(m_fields, plain);
        }
        if (oneIn(4)) {
            return Condition::negation(condition(depth - 1, plain));
        }
        std::vector<Condition> parts;
        for (int i = 2 + below(3); i > 0; --i) {
            parts.push_back(condition(depth - 1, plain));
        }
        return oneIn(2) ? Condition::all(std::move(parts)) : Condition::any(std::move(parts));
    }

private:
    /// The paths of all values, with "[]" for the elements of lists.
    void collect(const PlainJson &json, const std::string &path)
    {
        for (const auto &[key, value] : json.members) {
            std::vector<PathStep> steps = path.empty() ? std::vector<PathStep>() : parsePath(path);
            steps.push_back({.key = key});
            collect(value, pathText(steps));
        }
        for (const PlainJson &element : json.elements) {
            const std::string list = path + "[]";
            for (const auto &[key, value] : element.members) {
                m_lists[list].insert(pathText(std::vector{PathStep{.key = key}}));
            }
            collect(element, list);
        }
        if (json.members.empty() && json.elements.empty()) {
            m_paths.push_back(path);
            m_values.push_back(json.text.substr(0, 200));
        }
    }

    Condition anyElement(bool plain)
    {
        const auto list = std::next(m_lists.begin(), below(int(m_lists.size())));
        std::vector<const Field *> fields;
        for (const std::string &path : list->second) {
            fields.push_back(elementField(path));
        }
        Condition any{.kind = Condition::Kind::AnyElement,
                      .test = {.field = resolveField(list->first)}};
        std::vector<Condition> parts{test(fields, plain), test(fields, plain)};
        any.parts.push_back(oneIn(2)       ? Condition::all(std::move(parts))
                                : oneIn(2) ? Condition::any(std::move(parts))
                                           : Condition::negation(std::move(parts.front())));
        return any.test.field != nullptr ? any : test(m_fields, plain);
    }

    std::string value(const Field &field)
    {
        static const std::vector<std::string> odd{"",
                                                  "3",
                                                  "3.0",
                                                  "1e3",
                                                  "200",
                                                  "403",
                                                  "true",
                                                  "now-2h",
                                                  "now",
                                                  "10.0.0.0/8",
                                                  "0.25",
                                                  "1s",
                                                  "*",
                                                  "a b, (c)",
                                                  "\"q\"",
                                                  "system:*",
                                                  "2026-11-20",
                                                  "::1/128",
                                                  "2026-03-14",
                                                  "2026-03-14 02:41",
                                                  "2026-03-14T02:41:12.3Z",
                                                  "now-1d12h",
                                                  "zzz",
                                                  "-5",
                                                  "2026-03-14T02:41:12Z",
                                                  "Metadata",
                                                  "monday",
                                                  "denied",
                                                  "human",
                                                  "write",
                                                  "allow"};
        const std::vector<std::string_view> words = possibleValuesOf(field);
        if (!words.empty() && !oneIn(4)) {
            return std::string(pick(words));
        }
        return oneIn(3) ? pick(odd) : pick(m_values);
    }

    static std::vector<std::string_view> possibleValuesOf(const Field &field)
    {
        if (field.name == "outcome") {
            return {"allowed", "denied", "failed", "open"};
        }
        if (field.name == "level") {
            return {"Metadata", "Request", "RequestResponse"};
        }
        if (field.name == "session") {
            return {"exec", "attach", "watch"};
        }
        if (field.name == "session.tty" || field.name == "session.stdin") {
            return {"true", "false"};
        }
        return field.name == "stage"
            ? std::vector<std::string_view>{"RequestReceived", "ResponseComplete", "Panic"}
            : std::vector<std::string_view>();
    }

    /// A part of a value, for "contains" and its like; patterns of both kinds hold.
    std::string piece(const Field &field, Comparison comparison)
    {
        const std::string whole = value(field);
        const QString text = QString::fromStdString(whole);
        const QString part = text.mid(below(int(text.size()) + 1), 1 + below(6));
        if (comparison == Comparison::Regex) {
            return (u".*"_s + QRegularExpression::escape(part) + u".*"_s).toStdString();
        }
        QString glob = oneIn(2) ? text.left(60) : u'*' + part + u'*';
        return comparison == Comparison::Glob ? glob.replace(u'[', u'?').toStdString()
                                              : part.toStdString();
    }

    Condition test(const std::vector<const Field *> &fields, bool plain)
    {
        using Letters = FieldTest::Letters;
        while (true) {
            FieldTest test{.field = pick(fields)};
            test.comparison = static_cast<Comparison>(below(int(Comparison::Known) + 1));
            const bool isText =
                test.comparison >= Comparison::Contains && test.comparison <= Comparison::Regex;
            const bool isList =
                test.comparison == Comparison::In || test.comparison == Comparison::Intersects;
            for (int i = isList                             ? below(4)
                     : test.comparison < Comparison::Exists ? 1
                                                            : 0;
                 i > 0; --i) {
                test.values.push_back(isText ? piece(*test.field, test.comparison)
                                             : value(*test.field));
            }
            const bool canFold =
                test.comparison >= Comparison::Contains && test.comparison <= Comparison::Glob;
            test.letters = canFold && oneIn(3) ? Letters::AsciiCaseIgnored : Letters::Exact;
            if (!plain && oneIn(5)) {
                test.elements = FieldTest::Elements::Every;
                test.operands = FieldTest::Operands::Text;
                test.unrecorded = FieldTest::Unrecorded::False;
            }
            if (!checkValues(test)) {
                return Condition::of(std::move(test));
            }
        }
    }

    QRandomGenerator m_random{Seed};
    std::vector<const Field *> m_fields;
    std::vector<std::string> m_paths;
    std::map<std::string, std::set<std::string>> m_lists; // members by path of the list
    std::vector<std::string> m_values;
};

/// The file's lines that are wanted, in the folder.
QString excerpt(const QTemporaryDir &folder, const QString &path, int every, int most)
{
    QFile file(path);
    std::string lines;
    for (int line = 0; file.isOpen() || file.open(QIODevice::ReadOnly); ++line) {
        const QByteArray bytes = file.readLine();
        if (bytes.isEmpty() || most == 0) {
            break;
        }
        if (line % every == 0 && bytes.size() < 20'000) {
            lines += bytes.toStdString();
            --most;
        }
    }
    return writeFile(folder, QFileInfo(path).fileName(), lines);
}

/// A request is judged by its last event.
bool isRow(const Sample &sample, Unit unit)
{
    return unit == Unit::Events || sample.event.row.last;
}

/// Bytes that no JSON may hold, replaced one by one.
std::string readable(const std::string &bytes)
{
    std::string text;
    for (std::size_t at = 0; at < bytes.size();) {
        const auto byte = static_cast<unsigned char>(bytes[at]);
        const std::size_t size = byte < 0x80 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
        const std::string character = bytes.substr(at, size);
        const bool isOne = character.size() == size
            && !QString::fromUtf8(character.data(), qsizetype(size))
                    .contains(QChar::ReplacementCharacter);
        text += byte >= 0x20 && isOne ? character : "\xef\xbf\xbd";
        at += isOne ? size : 1;
    }
    return text;
}

/// The line with one byte of a string, behind `from`, that no string may hold.
QByteArray withBadByte(QByteArray line, qsizetype from, QRandomGenerator &random)
{
    qsizetype at = from + random.bounded(line.size() - from);
    const auto isInString = [&line](qsizetype end) {
        const QByteArray before = line.first(end);
        return (before.count('"') - before.count("\\\"")) % 2 == 1;
    };
    while (at > from && !(std::isalpha(static_cast<unsigned char>(line[at])) && isInString(at))) {
        --at;
    }
    line[at] = random.bounded(2) == 0 ? '\x01' : '\xff';
    return line;
}

/// Lines of the corpus as they come out of a broken pipe: cut anywhere behind the auditID, or with
/// a byte that is none of theirs. Each is an event of its own.
QString damagedExcerpt(const QTemporaryDir &folder, const QString &corpus)
{
    constexpr int Cuts = 2;
    QRandomGenerator random(Seed);
    std::string lines;
    for (const QString &name :
         {u"/native/sentences.jsonl"_s, u"/native/bodies.jsonl"_s,
          u"/formats/json-field/object.jsonl"_s, u"/formats/docker-json/whole.log"_s,
          u"/formats/gke-log-entry/sink.jsonl"_s}) {
        QFile file(corpus + name);
        for (int number = 0; file.isOpen() || file.open(QIODevice::ReadOnly); ++number) {
            const QByteArray line = file.readLine().trimmed();
            if (line.isEmpty()) {
                break;
            }
            for (int i = 0; i < Cuts; ++i) {
                QByteArray own = line;
                own.replace("uditID\":\"", "uditID\":\"cut-" + QByteArray::number(i));
                own.replace("uditID\\\":\\\"", "uditID\\\":\\\"cut-" + QByteArray::number(i));
                const qsizetype from = own.indexOf("stage");
                const bool isNative = name.startsWith(u"/native"_s);
                lines += i == 0 && isNative
                    ? withBadByte(own, from, random).toStdString()
                    : own.first(from + random.bounded(own.size() - from)).toStdString();
                lines += '\n';
            }
        }
    }
    return writeFile(folder, u"damaged.log"_s, lines);
}

QString describe(const Condition &condition, const Sample &sample)
{
    return u"%1\non %2\nat %3"_s.arg(condition.toText(),
                                     QString::fromStdString(sample.event.whole.substr(0, 3000)),
                                     QString::fromStdString(sample.event.formats));
}

QString truthName(Truth truth)
{
    return truth == Truth::True ? u"true"_s : truth == Truth::Unknown ? u"unknown"_s : u"false"_s;
}

} // namespace

class tst_Conditions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { QTest::failOnWarning(); }
    void kleenesTablesHoldInSql();
    void missingIsFalseAndUnrecordedUnknown_data();
    void missingIsFalseAndUnrecordedUnknown();
    void cutEventTellsWhatItCan_data();
    void cutEventTellsWhatItCan();
    void textIsReadBack();
    void evaluatorsAgree_data();
    void evaluatorsAgree();

private:
    std::vector<Truth> matcherTruths(const Condition &condition, Unit unit);
    std::vector<Truth> columnTruths(const Condition &condition, Unit unit);
    void compareWithReference(const Condition &condition, Unit unit,
                              const std::vector<Truth> &truths);
    void compareWithQuery(const Condition &condition, Unit unit, const std::vector<Truth> &truths);

    QTemporaryDir m_folder;
    std::optional<CaseReader> m_reader;
    std::vector<Sample> m_samples; // in order of id
    std::int64_t m_nowUs = 0;
};

void tst_Conditions::initTestCase()
{
    const QString corpus = QStringLiteral(AUDITLOUPE_TEST_CORPUS);
    const QString shared = QStringLiteral(AUDITLOUPE_SHARED_DATA);
    QStringList inputs{corpus + u"/native"_s, corpus + u"/odd"_s, corpus + u"/formats"_s,
                       corpus + u"/must-gather"_s};
    inputs += excerpt(m_folder, QStringLiteral(AUDITLOUPE_SAMPLE "/audit.log"), 3, 150);
    for (const QString &path :
         {u"/native/real-native-permissive.jsonl"_s, u"/apiserver/mixed-teaching/audit.log"_s}) {
        if (QFileInfo::exists(shared + path)) {
            inputs += excerpt(m_folder, shared + path, 7, 150);
        }
    }
    inputs += damagedExcerpt(m_folder, corpus);
    const QString path = m_folder.filePath(u"all.auditcase"_s);
    VERIFY_OK(importLogs({.casePath = path, .inputs = inputs}, {}));
    m_reader = std::move(CaseReader::open(path).value());
    m_nowUs = m_reader->summary()->lastUs.value();

    int salvaged = 0;
    SQLite::Statement ids(m_reader->database(), "SELECT id FROM event ORDER BY id");
    while (ids.executeStep()) {
        const EventId id{ids.getColumn(0).getUInt()};
        Sample sample;
        sample.event.row = m_reader->rows(std::array{id}).value().front();
        sample.event.whole = m_reader->eventBytes(id)->toStdString();
        sample.event.formats = m_reader->eventPlace(id)->format.toStdString();
        const bool isSalvaged = (sample.event.row.flags & bit(EventFlag::Salvaged)) != 0;
        sample.event.whole = isSalvaged ? readable(sample.event.whole) : sample.event.whole;
        // Of an event that was put together from a cut entry nothing tells where it breaks off.
        sample.isJudged = !isSalvaged || partialFormatsIn(sample.event.formats) == 0;
        sample.event.json = PlainJson::readCut(sample.event.whole);
        salvaged += isSalvaged && sample.isJudged ? 1 : 0;
        const std::vector<EventId> stages = m_reader->stagesOf(id).value();
        for (const EventId stage : stages) {
            const EventRow row = m_reader->rows(std::array{stage}).value().front();
            if (row.stage != Stage::Unknown) {
                sample.event.stages.emplace_back(stageName(row.stage));
            }
        }
        m_samples.push_back(std::move(sample));
    }
    QVERIFY(m_samples.size() > 150);
    QVERIFY(salvaged > 60);
}

void tst_Conditions::kleenesTablesHoldInSql()
{
    SQLite::Database database(":memory:");
    const std::array truths{Truth::False, Truth::Unknown, Truth::True};
    const std::array words{"0", "NULL", "1"};
    const auto asked = [&](const std::string &sql) {
        const SQLite::Column answer = database.execAndGet("SELECT " + sql);
        return answer.isNull() ? Truth::Unknown : truthOf(answer.getInt() != 0);
    };
    for (std::size_t a = 0; a < truths.size(); ++a) {
        QCOMPARE(asked(std::string("NOT ") + words[a]), opposite(truths[a]));
        for (std::size_t b = 0; b < truths.size(); ++b) {
            const std::string left = words[a];
            const std::string right = words[b];
            QCOMPARE(asked(left + " AND " + right), std::min(truths[a], truths[b]));
            QCOMPARE(asked(left + " OR " + right), std::max(truths[a], truths[b]));
        }
    }
}

void tst_Conditions::missingIsFalseAndUnrecordedUnknown_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("truths"); // of the three events below

    QTest::newRow("recorded") << u"requestObject.a=1"_s << u"true unknown false"_s;
    QTest::newRow("differs") << u"requestObject.a!=1"_s << u"false unknown false"_s;
    QTest::newRow("not equal to what is missing")
        << u"not requestObject.a=1"_s << u"false unknown true"_s;
    QTest::newRow("missing inside of a body")
        << u"requestObject.b exists"_s << u"false unknown false"_s;
    QTest::newRow("known") << u"known(requestObject.a)"_s << u"true false true"_s;
    QTest::newRow("unknown or true")
        << u"requestObject.a=1 or verb=create"_s << u"true true true"_s;
    QTest::newRow("unknown and false")
        << u"requestObject.a=1 and verb=get"_s << u"false false false"_s;
    QTest::newRow("both unknown") << u"requestObject.a=1 or requestObject.b=1"_s
                                  << u"true unknown false"_s;
    QTest::newRow("any element") << u"any(requestObject.list[], x=1)"_s << u"true unknown false"_s;
    QTest::newRow("on the same element")
        << u"any(requestObject.list[], x=1 and y=2)"_s << u"false unknown false"_s;
    QTest::newRow("on any two elements")
        << u"requestObject.list[].x=1 and requestObject.list[].y=2"_s << u"true unknown false"_s;
    QTest::newRow("answer of an unfinished request") << u"code=200"_s << u"true true false"_s;
    QTest::newRow("column that nobody recorded") << u"cluster=x"_s << u"unknown unknown unknown"_s;
    QTest::newRow("nobody knows the place") << u"cluster=\"\""_s << u"true true true"_s;
    QTest::newRow("somebody knows the place") << u"server!=\"\""_s << u"false false false"_s;
    QTest::newRow("a place or nobody knows it") << u"node in (n1, \"\")"_s << u"true true true"_s;
}

void tst_Conditions::missingIsFalseAndUnrecordedUnknown()
{
    QFETCH(const QString, text);
    QFETCH(const QString, truths);
    const auto event = [](const char *level, const char *body, const char *code) {
        return R"({"kind":"Event","apiVersion":"audit.k8s.io/v1","auditID":"a","verb":"create",)"
               R"("stage":"ResponseComplete","requestURI":"/","level":")"
            + std::string(level) + '"' + body + code + "}";
    };
    const std::array events{
        event("Request", R"(,"requestObject":{"a":1,"list":[{"x":1,"y":1},{"x":2,"y":2}]})",
              R"(,"responseStatus":{"code":200})"),
        event("Metadata", "", R"(,"responseStatus":{"code":200})"), event("Request", "", "")};
    const Result<Filter> filter = parseFilter(text);
    VERIFY_OK(filter);
    EventMatcher matcher(filter->condition, {});
    QStringList found;
    for (const std::string &json : events) {
        EventParser parser;
        MatchedEvent matched{.document = [&json] { return std::string_view(json); }};
        QCOMPARE(parser.parseCopy(json, matched.fields), JsonKind::AuditEvent);
        found += truthName(matcher.judge(matched));
    }
    QCOMPARE(found.join(u' '), truths);
}

void tst_Conditions::cutEventTellsWhatItCan_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("cut"); // of the event below
    QTest::addColumn<QString>("composed"); // the same, put together from a cut entry

    const auto row = [](const char *text, const char *cut, const char *composed = "unknown") {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(cut)
                            << QString::fromUtf8(composed);
    };
    row("requestObject.name=web", "true");
    row("requestObject.name!=web", "false");
    row("requestObject.name startswith w", "true", "true");
    row("known(requestObject.name)", "true", "false");
    row("known(requestObject)", "false", "false");
    row("requestObject.missing exists", "unknown");
    row("requestObject.list[].image=good/x", "true");
    row("requestObject.list[].image startswith evil", "unknown");
    row("not requestObject.list[].image startswith evil", "unknown");
    row("requestObject.list[].image startswith good", "true", "true");
    row("requestObject.list[0].image=evil", "false");
    row("known(requestObject.list[].image)", "false", "false");
    row("known(requestObject.list[0].image)", "true", "false");
    row("any(requestObject.list[], image startswith evil)", "unknown");
    row("not any(requestObject.list[], image startswith evil)", "unknown");
    row("any(requestObject.list[], image=good/x and n=1)", "true");
    row("any(requestObject.list[], node=work)", "unknown");
    row("any(requestObject.list[], node contains work)", "true", "true");
    row("requestObject.list[1].node=work", "unknown");
    row("requestObject.list[1].node!=worker", "unknown");
    row("requestObject.list[1].node>a", "unknown");
    row("requestObject.list[1].node endswith k", "unknown");
    row("requestObject.list[1].node contains work", "true", "true");
    row("requestObject.list[1].node contains xyz", "unknown");
    row("requestObject.list[1].node exists", "true", "true");
    row("known(requestObject.list[1].node)", "false", "false");
}

void tst_Conditions::cutEventTellsWhatItCan()
{
    QFETCH(const QString, text);
    QFETCH(const QString, cut);
    QFETCH(const QString, composed);
    const std::string json =
        R"({"requestObject":{"name":"web","list":[{"image":"good/x","n":1},{"n":2,"node":"work)";
    const Result<Filter> filter = parseFilter(text);
    VERIFY_OK(filter);
    EventMatcher matcher(filter->condition, {});
    MatchedEvent event{.fields = {.level = Level::Request, .stage = Stage::ResponseComplete},
                       .document = [&json] { return std::string_view(json); }};
    event.fields.flags = bit(EventFlag::Salvaged);
    QCOMPARE(truthName(matcher.judge(event)), cut);
    event.formats = LegacyTextFormat;
    QCOMPARE(truthName(matcher.judge(event)), composed);
}

void tst_Conditions::textIsReadBack()
{
    ConditionSource source(m_samples);
    for (int i = 0; i < Conditions; ++i) {
        const Condition condition = source.condition(4, true);
        const QString text = condition.toText();
        const Result<Filter> again = parseFilter(text);
        QVERIFY2(again.has_value(),
                 qPrintable(text + u'\n' + (again ? QString() : again.error().message)));
        QVERIFY2(again->condition == condition,
                 qPrintable(text + u'\n' + again->condition.toText()));
    }
}

std::vector<Truth> tst_Conditions::matcherTruths(const Condition &condition, Unit unit)
{
    EventMatcher matcher(condition, m_nowUs);
    std::vector<Truth> truths;
    for (const Sample &sample : m_samples) {
        const EventRow &row = sample.event.row;
        const auto view = [](const std::optional<std::string> &text) {
            return text ? std::string_view(*text) : std::string_view();
        };
        MatchedEvent event{.fields = fieldsOf(row),
                           .formats = partialFormatsIn(sample.event.formats),
                           .source = row.source,
                           .sourcePath = view(row.sourcePath),
                           .server = view(row.server),
                           .cluster = view(row.cluster),
                           .node = view(row.node),
                           .request = row.request,
                           .last = row.last,
                           .unit = unit,
                           .document = [&] { return std::string_view(sample.event.whole); }};
        for (const std::string &stage : sample.event.stages) {
            event.stages |= stageBit(stageFromName(stage));
        }
        truths.push_back(matcher.judge(event));
    }
    return truths;
}

std::vector<Truth> tst_Conditions::columnTruths(const Condition &condition, Unit unit)
{
    SQLite::Database &database = m_reader->database();
    const JobControl control;
    const QueryScope scope(*m_reader, control);
    const SqlText sql =
        truthSql(condition, contextFor(database, {.condition = condition, .unit = unit}));
    SQLite::Statement rows =
        bound(database, "SELECT " + sql.text + " FROM event AS e ORDER BY e.id", sql.values);
    std::vector<Truth> truths;
    while (rows.executeStep()) {
        const SQLite::Column truth = rows.getColumn(0);
        truths.push_back(truth.isNull() ? Truth::Unknown : truthOf(truth.getInt() != 0));
    }
    return truths;
}

void tst_Conditions::compareWithReference(const Condition &condition, Unit unit,
                                          const std::vector<Truth> &truths)
{
    const ReferenceEvaluator reference(m_nowUs, unit);
    for (std::size_t i = 0; i < m_samples.size(); ++i) {
        if (m_samples[i].isJudged && isRow(m_samples[i], unit)) {
            const Truth truth = reference.judge(condition, m_samples[i].event);
            QVERIFY2(truth == truths[i], qPrintable(describe(condition, m_samples[i])));
        }
    }
}

void tst_Conditions::compareWithQuery(const Condition &condition, Unit unit,
                                      const std::vector<Truth> &truths)
{
    std::vector<EventId> expected;
    std::int64_t unknown = 0;
    for (std::size_t i = 0; i < truths.size(); ++i) {
        if (isRow(m_samples[i], unit)) {
            unknown += truths[i] == Truth::Unknown;
            if (truths[i] == Truth::True) {
                expected.push_back(m_samples[i].event.row.id);
            }
        }
    }
    const Filter filter{.condition = condition, .unit = unit};
    std::vector<EventId> found;
    VERIFY_OK(selectEvents(*m_reader, filter, SortOrder::by(SortKey::Import), {},
                           [&found](std::span<const EventId> ids) {
                               found.insert(found.end(), ids.begin(), ids.end());
                               return true;
                           }));
    QVERIFY2(found == expected, qPrintable(condition.toText()));
    QCOMPARE(countEvents(*m_reader, filter, {}).value_or(-1), std::ssize(expected));
    const Result<std::int64_t> counted = countUnknown(*m_reader, filter, {});
    VERIFY_OK(counted);
    QVERIFY2(*counted == unknown, qPrintable(condition.toText()));
}

void tst_Conditions::evaluatorsAgree_data()
{
    QTest::addColumn<int>("unit");
    QTest::newRow("events") << int(Unit::Events);
    QTest::newRow("requests") << int(Unit::Requests);
}

void tst_Conditions::evaluatorsAgree()
{
    QFETCH(const int, unit);
    const auto asked = static_cast<Unit>(unit);
    ConditionSource source(m_samples);
    std::array<std::int64_t, 3> seen{};
    const int conditions = asked == Unit::Events ? Conditions : Conditions / 2;
    for (int i = 0; i < conditions; ++i) {
        const Condition condition = source.condition(source.below(4), false);
        const std::vector<Truth> truths = matcherTruths(condition, asked);
        compareWithReference(condition, asked, truths);
        if (isInColumns(condition)) {
            const std::vector<Truth> columns = columnTruths(condition, asked);
            for (std::size_t k = 0; k < truths.size(); ++k) {
                QVERIFY2(columns[k] == truths[k] || !isRow(m_samples[k], asked),
                         qPrintable(describe(condition, m_samples[k])));
            }
        }
        compareWithQuery(condition, asked, truths);
        if (QTest::currentTestFailed()) {
            return;
        }
        for (const Truth truth : truths) {
            ++seen[static_cast<std::size_t>(truth)];
        }
    }
    // A test of nothing but falsehoods would say little.
    for (const std::int64_t times : seen) {
        QVERIFY(times > std::int64_t{conditions} * std::ssize(m_samples) / 50);
    }
}

QTEST_GUILESS_MAIN(tst_Conditions)
#include "tst_conditions.moc"
