// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/app/programrun.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace auditloupe::testing;

/// "auditloupe policy" as scripts use it.
class tst_PolicyCommand : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QTest::failOnWarning(); }
    void decideAnswersTheVectors_data();
    void decideAnswersTheVectors();
    void decideTakesThePolicyOfTheFile();
    void decideTellsUnansweredLines();
    void validateTellsPeopleAndMachines();
    void validateKnowsReleases();
    void convertKeepsTheText();
    void exitStatusTellsWhatHappened_data();
    void exitStatusTellsWhatHappened();

private:
    ProgramRun run(const QStringList &arguments, const QByteArray &input = {});
    QString file(const QString &name, const QByteArray &text);
    static QList<QJsonObject> objects(const QByteArray &lines);

    QTemporaryDir m_folder;
};

namespace {

constexpr auto Good = "apiVersion: audit.k8s.io/v1\nkind: Policy\nomitStages: [RequestReceived]\n"
                      "rules:\n- level: None\n  users: [bob]\n- level: Request\n"
                      "  resources:\n  - resources: ['pods/*']\n  - group: '*'\n";
constexpr auto Bad =
    "apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n- level: All\n  user: []\n";

} // namespace

ProgramRun tst_PolicyCommand::run(const QStringList &arguments, const QByteArray &input)
{
    constexpr int TimeoutMs = 120'000;
    QProcess process;
    startProgram(process, QStringList{u"policy"_s} + arguments, m_folder.path());
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(TimeoutMs) || process.exitStatus() != QProcess::NormalExit) {
        return {.errors = process.errorString().toUtf8()};
    }
    return {.status = process.exitCode(),
            .output = process.readAllStandardOutput(),
            .errors = process.readAllStandardError()};
}

QString tst_PolicyCommand::file(const QString &name, const QByteArray &text)
{
    QFile file(m_folder.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size()) {
        return {};
    }
    return file.fileName();
}

QList<QJsonObject> tst_PolicyCommand::objects(const QByteArray &lines)
{
    QList<QJsonObject> objects;
    for (const QByteArray &line : lines.split('\n')) {
        if (!line.isEmpty()) {
            objects << QJsonDocument::fromJson(line).object();
        }
    }
    return objects;
}

void tst_PolicyCommand::decideAnswersTheVectors_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("key");
    QTest::newRow("1.36") << u"1.36"_s << u"expect"_s;
    QTest::newRow("1.35") << u"1.35"_s << u"expect_before_1_36"_s;
}

void tst_PolicyCommand::decideAnswersTheVectors()
{
    QFETCH(const QString, version);
    QFETCH(const QString, key);
    QFile vectors(QStringLiteral(AUDITLOUPE_TEST_CORPUS "/policy/vectors.jsonl"));
    QVERIFY(vectors.open(QIODevice::ReadOnly));
    const QByteArray lines = vectors.readAll();
    const ProgramRun answered = run({u"decide"_s, u"--kubernetes"_s, version}, lines);
    QVERIFY2(answered.status == 0, answered.errors.constData());
    const QList<QJsonObject> asked = objects(lines);
    const QList<QJsonObject> answers = objects(answered.output);
    QCOMPARE(answers.size(), asked.size());
    for (qsizetype i = 0; i < asked.size(); ++i) {
        const QJsonObject expect =
            asked[i].contains(key) ? asked[i][key].toObject() : asked[i]["expect"_L1].toObject();
        QCOMPARE(answers[i].keys(), expect.keys());
        for (const QString &name : {u"level"_s, u"omitStages"_s, u"omitManagedFields"_s,
                                    u"errorClass"_s, u"errorFields"_s}) {
            QCOMPARE(answers[i][name], expect[name]);
        }
    }
}

void tst_PolicyCommand::decideTakesThePolicyOfTheFile()
{
    const QString path = file(u"good.yaml"_s, Good);
    const QByteArray lines =
        R"({"attributes":{"user":"bob","method":"GET","url":"/api/v1/nodes"}})"
        "\n\n"
        R"({"attributes":{"user":"eve","method":"GET","url":"/api/v1/namespaces/x/pods/y/exec?a=b"}})"
        "\r\n"
        R"({"attributes":{"method":"GET","url":"/healthz"}})";
    const ProgramRun answered = run({u"decide"_s, u"--explain"_s, path}, lines);
    QVERIFY2(answered.status == 0, answered.errors.constData());
    const QList<QJsonObject> answers = objects(answered.output);
    QCOMPARE(answers.size(), 3);
    QCOMPARE(answers[0]["level"_L1].toString(), u"None"_s);
    QCOMPARE(answers[0]["rule"_L1].toInt(-1), 0);
    QCOMPARE(answers[1]["level"_L1].toString(), u"Request"_s);
    QCOMPARE(answers[1]["tried"_L1][0]["failed"_L1].toString(), u"users"_s);
    QVERIFY(answers[1]["tried"_L1][1]["failed"_L1].isNull());
    QCOMPARE(answers[2]["level"_L1].toString(), u"None"_s);
    QVERIFY(answers[2]["rule"_L1].isNull());
    QCOMPARE(answers[2]["tried"_L1][1]["failed"_L1].toString(), u"requestKind"_s);
}

void tst_PolicyCommand::decideTellsUnansweredLines()
{
    const QByteArray lines = "{\"attributes\":{}}\nnonsense\n"
                             "{\"policy\":5,\"attributes\":{}}\n{\"policy\":\"\"}\n";
    const ProgramRun answered = run({u"decide"_s}, lines);
    QCOMPARE(answered.status, 3);
    const QList<QJsonObject> answers = objects(answered.output);
    QCOMPARE(answers.size(), 4);
    for (int i = 0; i < 3; ++i) {
        QVERIFY(!answers[i]["error"_L1].toString().isEmpty());
    }
    QCOMPARE(answers[3]["errorClass"_L1].toString(), u"no-apiVersion"_s);
    QVERIFY(answered.errors.contains("Line 2"));

    const QString path = file(u"policy.yaml"_s, Good);
    const ProgramRun typed = run({u"decide"_s, path},
                                 "{\"attributes\":{\"groups\":[1]}}\n"
                                 "{\"attributes\":{\"url\":\"/%\"}}\n{}\n");
    QCOMPARE(typed.status, 3);
    QCOMPARE(typed.output.count("\"error\""), 3);
}

void tst_PolicyCommand::validateTellsPeopleAndMachines()
{
    const QString path = file(u"bad.yaml"_s, Bad);
    const ProgramRun text = run({u"validate"_s, path});
    QCOMPARE(text.status, 1);
    QVERIFY2(
        text.output.contains("bad.yaml:4:10: error: rules[0].level: Unsupported value: \"All\""),
        text.output.constData());
    QVERIFY2(text.output.contains("bad.yaml:5:3: warning: unknown field \"rules[0].user\""),
             text.output.constData());
    const ProgramRun json = run({u"validate"_s, u"--json"_s, path});
    QCOMPARE(json.status, 1);
    const QJsonObject answer = QJsonDocument::fromJson(json.output).object();
    QCOMPARE(answer["valid"_L1], QJsonValue(false));
    QCOMPARE(answer["errorClass"_L1], QJsonValue(u"validation"_s));
    QCOMPARE(answer["errorFields"_L1][0], QJsonValue(u"rules[0].level"_s));
    QCOMPARE(answer["rules"_L1], QJsonValue(1));
    QCOMPARE(answer["messages"_L1].toArray().size(), 2);
    const ProgramRun good = run({u"validate"_s, u"--json"_s, u"-"_s}, Good);
    QCOMPARE(good.status, 0);
    QVERIFY(QJsonDocument::fromJson(good.output)["loadError"_L1].isNull());
}

void tst_PolicyCommand::validateKnowsReleases()
{
    const QString path = file(u"any.yaml"_s, Good);
    QCOMPARE(run({u"validate"_s, path}).status, 0);
    QCOMPARE(run({u"validate"_s, u"--kubernetes"_s, u"1.35"_s, path}).status, 1);
}

void tst_PolicyCommand::convertKeepsTheText()
{
    const QByteArray old = "# mine\napiVersion: audit.k8s.io/v1beta1\nrules:\n- level: None # x\n";
    const ProgramRun converted = run({u"convert"_s, file(u"old.yaml"_s, old)});
    QCOMPARE(converted.status, 0);
    QCOMPARE(converted.output, QByteArray(old).replace("v1beta1", "v1"));
    QCOMPARE(run({u"convert"_s, file(u"new.yaml"_s, Good)}).status, 1);
}

void tst_PolicyCommand::exitStatusTellsWhatHappened_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("status");
    QTest::newRow("nothing") << QStringList{} << 2;
    QTest::newRow("unknown verb") << QStringList{u"eat"_s, u"x"_s} << 2;
    QTest::newRow("no policy") << QStringList{u"validate"_s} << 2;
    QTest::newRow("two policies") << QStringList{u"validate"_s, u"a"_s, u"b"_s} << 2;
    QTest::newRow("no file") << QStringList{u"validate"_s, u"/nowhere"_s} << 3;
    QTest::newRow("no file for decide") << QStringList{u"decide"_s, u"/nowhere"_s} << 3;
    QTest::newRow("requests and policy from one place") << QStringList{u"decide"_s, u"-"_s} << 2;
    QTest::newRow("unknown release") << QStringList{u"decide"_s, u"--kubernetes"_s, u"1.2"_s} << 2;
}

void tst_PolicyCommand::exitStatusTellsWhatHappened()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const int, status);
    const ProgramRun answered = run(arguments);
    QCOMPARE(answered.status, status);
    QVERIFY(!answered.errors.isEmpty());
    QVERIFY(answered.output.isEmpty());
}

QTEST_GUILESS_MAIN(tst_PolicyCommand)
#include "tst_policycommand.moc"
