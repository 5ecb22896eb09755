// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyloader.h"
#include "model/policy/policyvalidation.h"
#include "tests/model/policy/policytesting.h"
#include "tests/testsupport.h"

#include <QTest>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;
using namespace std::string_literals;

class tst_PolicyLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void readsAsKubernetesDoes_data();
    void readsAsKubernetesDoes();
    void validatesAsUpstreamsOwnTests();
    void messagesKeepTheirPlace_data();
    void messagesKeepTheirPlace();
    void aSecondDocumentIsNoticed();
    void oldVersionsAreConverted();
    void otherTextsAreNotConverted();
    void aliasesDoNotBlowUp();
    void deepTextsEnd();
    void largeTextsEnd();
    void readsUtf16();
    void repeatedKeysOfJsonAreLaidOver();
    void mergesInTheOrderOfTheText();
};

namespace {

const std::string Head = "apiVersion: audit.k8s.io/v1\nkind: Policy\n";

std::string ruled(const std::string &rule)
{
    return Head + "rules:\n- " + rule + "\n";
}

std::string repeated(std::string_view text, int times)
{
    std::string result;
    for (int i = 0; i < times; ++i) {
        result += text;
    }
    return result;
}

} // namespace

void tst_PolicyLoader::init()
{
    QTest::failOnWarning();
}

void tst_PolicyLoader::readsAsKubernetesDoes_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<QString>("errorClass");
    QTest::addColumn<bool>("warns");
    const auto row = [](const char *name, const std::string &text, const char *errorClass = "",
                        bool warns = false) {
        QTest::newRow(name) << text << QString::fromUtf8(errorClass) << warns;
    };
    row("plain", ruled("level: None"));
    row("CRLF", "apiVersion: audit.k8s.io/v1\r\nkind: Policy\r\nrules:\r\n- level: None\r\n");
    row("byte order mark", "\xEF\xBB\xBF"s + ruled("level: None"));
    row("leading zero is octal", ruled("level: None\n  users: [0777]"), "decode");
    row("08 is a float", ruled("level: None\n  users: [08]"), "decode");
    row("underscores", ruled("level: None\n  users: [1_000]"), "decode");
    row("hexadecimal", ruled("level: None\n  users: [0x1F]"), "decode");
    row("binary", ruled("level: None\n  users: [0b11]"), "decode");
    row("exponent", ruled("level: None\n  users: [1e3]"), "decode");
    row("infinite", ruled("level: None\n  users: [.inf]"), "decode");
    row("on", ruled("level: None\n  users: [on]"), "decode");
    row("y", ruled("level: None\n  users: [y]"), "decode");
    row("sexagesimal is a text", ruled("level: None\n  users: [1:30]"));
    row("date is a text", ruled("level: None\n  users: [2024-01-01]"));
    row("version is a text", ruled("level: None\n  users: [1.2.3]"));
    row("tilde is null", ruled("level: None\n  users: [~]"));
    row("tagged number is a text", ruled("level: None\n  users: [!!str 5]"));
    row("tagged text is a number", ruled("level: None\n  users: [!!int \"5\"]"), "decode");
    row("wrong tag", ruled("level: !!int None"), "decode");
    row("unknown tag", ruled("level: !mine None"));
    row("base64", ruled("level: !!binary Tm9uZQ=="));
    row("no base64", ruled("level: !!binary '*'"), "decode");
    row("unknown anchor", ruled("level: *a"), "decode");
    row("anchor in itself", Head + "x: &a [*a]\nrules:\n- level: None\n", "decode");
    row("merge key", Head + "rules:\n- &a {level: None}\n- <<: *a\n  users: [b]\n");
    row("overridden merge key", Head + "rules:\n- &a {level: None}\n- <<: *a\n  level: Request\n",
        "", true);
    row("merged text", ruled("<<: a"), "decode");
    row("null key", ruled("~: a\n  level: None"), "decode");
    row("list as key", ruled("[a]: b\n  level: None"), "decode");
    row("infinite in what is unknown", Head + "x: .inf\nrules:\n- level: None\n", "decode");
    row("tab", Head + "rules:\n\t- level: None\n", "decode");
    row("control character", ruled("level: None # \x01"), "decode");
    row("bad UTF-8", ruled("level: None # \xFF"), "decode");
    row("text", "Policy", "decode");
    row("list", "- a\n", "decode");
    row("null", "null", "no-apiVersion");
    row("other letters", "APIVersion: audit.k8s.io/v1\nKind: Policy\nrules:\n- level: None\n", "",
        true);
    row("number in other letters", "KIND: 5\n" + ruled("level: None"), "decode");
    row("internal fields", "kind: Policy\nname: a\nRules:\n- Level: None\n", "no-apiVersion");
    row("wrong internal field", "kind: Policy\nRules: a\n", "decode");
    row("only a slash", "apiVersion: /\nkind: Policy\n", "no-apiVersion");
    row("group without version", "apiVersion: a/\nkind: Policy\n", "decode");
    row("known kind", "apiVersion: audit.k8s.io/v1\nkind: Event\n", "decode");
    row("kind of everywhere", "apiVersion: a/b\nkind: Status\n", "decode");
    row("options", "apiVersion: v1\nkind: ListOptions\n", "decode");
    row("unknown kind", "apiVersion: audit.k8s.io/v1\nkind: policy\n", "unknown-kind-or-version");
    row("unknown kind without version", "kind: policy\n", "unknown-kind-or-version");
    row("time",
        Head + "metadata: {creationTimestamp: '2024-02-29T1:02:03.5Z'}\n"
            + "rules: [{level: None}]\n");
    row("no time", Head + "metadata: {creationTimestamp: '2023-02-29T01:02:03Z'}\n", "decode");
    row("unquoted date", Head + "metadata: {creationTimestamp: 2024-01-01}\n", "decode");
    row("whole float is an integer", Head + "metadata: {generation: 1.0}\n", "no-rules");
    row("unknown owner field", Head + "metadata: {ownerReferences: [{a: b}]}\n", "no-rules", true);
    row("JSON behind blanks", " \n{\"apiVersion\":\"audit.k8s.io/v1\",\"rules\":[{}]}",
        "validation");
    row("JSON with something behind", R"({"apiVersion":"audit.k8s.io/v1"} x)", "decode");
    row("half a JSON", R"({"apiVersion":"audit.k8s.io/v1")", "decode");
    row("JSON behind a comment", "# x\n{apiVersion: audit.k8s.io/v1, rules: [{level: None}],}");
    row("JSON is YAML behind a byte order mark",
        "\xEF\xBB\xBF{\"apiVersion\": \"audit.k8s.io/v1\", \"rules\": [{\"level\": \"None\"},],}");
    row("deep JSON",
        R"({"apiVersion":"audit.k8s.io/v1","rules":[{"level":"None"}],"x":)" + repeated("[", 9999)
            + repeated("]", 9999) + "}",
        "", true);
    row("too deep JSON",
        R"({"apiVersion":"audit.k8s.io/v1","rules":[{"level":"None"}],"x":)" + repeated("[", 10'000)
            + repeated("]", 10'000) + "}",
        "decode");
    row("unknown and wrong", ruled("level: None\n  user: [a]\n  verbs: get"), "decode");
}

void tst_PolicyLoader::readsAsKubernetesDoes()
{
    QFETCH(const std::string, text);
    QFETCH(const QString, errorClass);
    QFETCH(const bool, warns);
    const PolicyLoad load = loadPolicy(text);
    QVERIFY2(QString::fromUtf8(errorClassName(load.errorClass)) == errorClass,
             load.loadError().c_str());
    QCOMPARE(!load.strictWarning().empty(), warns);
    QCOMPARE(load.loadError().empty(), load.isLoaded());
}

void tst_PolicyLoader::validatesAsUpstreamsOwnTests()
{
    QFile file(sharedFile("upstream-validation-cases.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("needs the shared data");
    }
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(cases.size() > 20);
    for (const QJsonValue &entry : cases) {
        const QByteArray text = QJsonDocument(entry["policy"_L1].toObject()).toJson();
        const PolicyLoad load = loadPolicy(text.toStdString());
        QVERIFY2(load.policy.has_value(), text.constData());
        const bool isValid = validatePolicy(*load.policy, KubernetesVersion::V1_36).empty();
        QVERIFY2(isValid == entry["valid"_L1].toBool(), text.constData());
    }
}

void tst_PolicyLoader::messagesKeepTheirPlace_data()
{
    QTest::addColumn<std::string>("text");
    QTest::addColumn<int>("line");
    QTest::addColumn<int>("column");
    QTest::newRow("level") << ruled("level: Foo") << 4 << 10;
    QTest::newRow("missing level") << ruled("users: [a]") << 4 << 3;
    QTest::newRow("unknown field") << ruled("level: None\n  user: [a]") << 5 << 3;
    QTest::newRow("repeated field") << ruled("level: None\n  level: None") << 5 << 3;
    QTest::newRow("wrong type") << ruled("level: None\n  users: bob") << 5 << 10;
    QTest::newRow("behind wide characters")
        << ruled("level: None\n  users: ['\U0001F50Dé', 1]") << 5 << 18;
    QTest::newRow("stage") << Head + "omitStages: [Panic, Foo]\n" << 3 << 21;
    QTest::newRow("group") << ruled("level: None\n  resources:\n  - group: A") << 6 << 12;
    QTest::newRow("version") << "apiVersion: audit.k8s.io/v2\nkind: Policy\n"s << 1 << 13;
    QTest::newRow("kind") << "apiVersion: audit.k8s.io/v1\nkind: policy\n"s << 2 << 7;
    QTest::newRow("JSON") << R"({"apiVersion":"audit.k8s.io/v1",)"s
            + "\n \"rules\":[{\"level\":1}]}"
                          << 2 << 20;
    QTest::newRow("CRLF") << "apiVersion: audit.k8s.io/v1\r\nrules:\r\n- level: Foo\r\n"s << 3
                          << 10;
    QTest::newRow("byte order mark") << "\xEF\xBB\xBFkind: 5\n"s << 1 << 7;
}

void tst_PolicyLoader::messagesKeepTheirPlace()
{
    QFETCH(const std::string, text);
    QFETCH(const int, line);
    QFETCH(const int, column);
    const PolicyLoad load = loadPolicy(text);
    QVERIFY(!load.messages.empty());
    QCOMPARE(load.messages.front().where.line, std::optional<std::int64_t>(line));
    QCOMPARE(load.messages.front().where.column, std::optional<std::int64_t>(column));
}

void tst_PolicyLoader::aSecondDocumentIsNoticed()
{
    const PolicyLoad load = loadPolicy(ruled("level: None") + "---\nb: [\n");
    QVERIFY(load.isLoaded());
    QVERIFY(load.strictWarning().empty());
    QCOMPARE(load.messages.size(), std::size_t{1});
    QCOMPARE(load.messages.front().kind, PolicyMessage::Kind::Notice);
    QCOMPARE(load.messages.front().where.line, std::optional<std::int64_t>(5));
    QVERIFY(loadPolicy(ruled("level: None") + "...\n# the end\n").messages.empty());
}

void tst_PolicyLoader::oldVersionsAreConverted()
{
    for (const char *version : {"v1beta1", "v1alpha1"}) {
        const std::string old =
            "# audit.k8s.io/v1beta1 was it\nkind: Policy\napiVersion: \"audit.k8s.io/"s + version
            + "\" # old\nrules:\n- level: None\n";
        QCOMPARE(loadPolicy(old).errorClass, PolicyErrorClass::UnknownKindOrVersion);
        QVERIFY(!loadPolicy(old).messages.front().hint.isEmpty());
        const Result<std::string> converted = convertPolicy(old);
        VERIFY_OK(converted);
        QVERIFY(converted->starts_with("# audit.k8s.io/v1beta1 was it\n"));
        QVERIFY(converted->contains("apiVersion: \"audit.k8s.io/v1\" # old"));
        QVERIFY(loadPolicy(*converted).isLoaded());
    }
}

void tst_PolicyLoader::otherTextsAreNotConverted()
{
    for (const std::string &text :
         {ruled("level: None"), ""s, "a: ["s, "apiVersion: v1\nkind: Policy\n"s}) {
        const Result<std::string> converted = convertPolicy(text);
        QVERIFY(!converted);
        QVERIFY(!converted.error().message.isEmpty());
    }
}

void tst_PolicyLoader::aliasesDoNotBlowUp()
{
    std::string text = Head + "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "*a" + std::to_string(i - 1);
        text += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [" + before
            + repeated(", " + before, 9) + "]\n";
    }
    const PolicyLoad load = loadPolicy(text);
    QCOMPARE(load.errorClass, PolicyErrorClass::Decode);
    QVERIFY(load.loadError().contains("excessive aliasing"));
}

void tst_PolicyLoader::deepTextsEnd()
{
    constexpr int Deep = 100'000;
    for (const std::string &text :
         {repeated("[", Deep), repeated("{a: ", Deep), repeated("- ", Deep), repeated("? ", Deep),
          R"({"a":)"s + repeated("[", Deep) + repeated("]", Deep) + "}",
          "x: "s + repeated("[", Deep) + repeated("]", Deep)}) {
        QVERIFY(!loadPolicy(text).isLoaded());
    }
    std::string chain = "a0: &a0 [x]\n";
    for (int i = 1; i < 3000; ++i) {
        chain += "a" + std::to_string(i) + ": &a" + std::to_string(i) + " [*a"
            + std::to_string(i - 1) + "]\n";
    }
    QCOMPARE(loadPolicy(chain).errorClass, PolicyErrorClass::Decode);
}

void tst_PolicyLoader::largeTextsEnd()
{
    constexpr int Rules = 20'000;
    const PolicyLoad yaml = loadPolicy(
        Head + "rules:\n" + repeated("- level: None\n  users: [a, b]\n  usr: c\n", Rules));
    QVERIFY(yaml.isLoaded());
    QCOMPARE(yaml.policy->rules.size(), std::size_t{Rules});
    QCOMPARE(yaml.messages.size(), std::size_t{1000});
    const PolicyLoad json =
        loadPolicy(R"({"apiVersion":"audit.k8s.io/v1","rules":[{"level":"None"})"
                   + repeated(R"(,{"level":"Foo"})", Rules) + "]}");
    QCOMPARE(json.errorClass, PolicyErrorClass::Validation);
    QCOMPARE(json.messages.size(), std::size_t{10'000});
}

void tst_PolicyLoader::readsUtf16()
{
    const QString text = QString::fromStdString(ruled("level: Foo # é"));
    std::string bytes = "\xFF\xFE";
    for (const QChar c : text) {
        bytes += static_cast<char>(c.unicode() & 0xFF);
        bytes += static_cast<char>(c.unicode() >> 8);
    }
    const PolicyLoad load = loadPolicy(bytes);
    QCOMPARE(load.errorClass, PolicyErrorClass::Validation);
    QCOMPARE(load.messages.front().where.line, std::optional<std::int64_t>(4));
    QCOMPARE(loadPolicy(bytes.substr(0, bytes.size() - 1)).errorClass, PolicyErrorClass::Decode);
}

void tst_PolicyLoader::repeatedKeysOfJsonAreLaidOver()
{
    const PolicyLoad load = loadPolicy(
        R"({"apiVersion":"audit.k8s.io/v1","rules":[{"level":"None","users":["a"]},{"level":"None"}],)"
        R"("rules":[{"level":"Request"}]})");
    QVERIFY(load.isLoaded());
    QVERIFY(load.strictWarning().contains("duplicate field \"rules\""));
    QCOMPARE(load.policy->rules.size(), std::size_t{1});
    QVERIFY(load.policy->rules[0].level.text == "Request");
    QCOMPARE(load.policy->rules[0].users.size(), std::size_t{1}); // as Go's decoder leaves it
}

void tst_PolicyLoader::mergesInTheOrderOfTheText()
{
    const PolicyLoad load = loadPolicy(
        Head
        + "x: &a {level: None, users: [a]}\ny: &b {level: Metadata, verbs: [get]}\n"
          "rules:\n- level: Request\n  <<: *a\n- <<: *a\n  level: Request\n- <<: [*a, *b]\n");
    QVERIFY(load.isLoaded());
    QVERIFY(load.policy->rules[0].level.text == "None");
    QVERIFY(load.policy->rules[1].level.text == "Request");
    QVERIFY(load.policy->rules[2].level.text == "None");
    QCOMPARE(load.policy->rules[2].verbs.size(), std::size_t{1});
}

QTEST_GUILESS_MAIN(tst_PolicyLoader)
#include "tst_policyloader.moc"
