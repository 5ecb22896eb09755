// SPDX-FileCopyrightText: 2026 The Auditloupe authors
// SPDX-License-Identifier: Apache-2.0

#include "model/policy/policyevaluator.h"
#include "model/policy/policyexplanation.h"
#include "tests/model/policy/policytesting.h"

#include <QTest>

#include <random>

using namespace auditloupe;
using namespace auditloupe::testing;
using namespace Qt::StringLiterals;

/// The answers of Kubernetes' own evaluator, and one written for the test.
class tst_PolicyDecisions : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void answersAsKubernetes_data();
    void answersAsKubernetes();
    void answersUpstreamsOwnTests();
    void decidesAsThePlainEvaluator();
    void laddersEndWhereTheDecisionIs();
    void withoutAUserNobodyIsMeant();
    void manyRulesAndGroups();
    void namesTheFieldThatFailed();

private:
    static void compare(const QJsonObject &vector, const QJsonObject &expect,
                        KubernetesVersion version);
};

namespace {

AuditPolicy policyOf(const std::string &rules)
{
    PolicyLoad load = loadPolicy("apiVersion: audit.k8s.io/v1\nkind: Policy\nrules:\n" + rules);
    return load.policy.value_or(AuditPolicy());
}

/// Kubernetes' rules, as slow and obvious as they can be written.
namespace plain {

using Texts = std::vector<std::string_view>;

bool has(const PolicyTexts &texts, std::string_view value)
{
    for (const PolicyText &text : texts) {
        if (text.text == value) {
            return true;
        }
    }
    return false;
}

bool takesResource(const std::string &pattern, const RequestAttributes &request)
{
    std::string whole(request.resource);
    if (!request.subresource.empty()) {
        whole += "/" + std::string(request.subresource);
    }
    const bool isAnySub =
        !request.subresource.empty() && pattern == "*/" + std::string(request.subresource);
    return pattern == "*" || pattern == whole || isAnySub
        || pattern == std::string(request.resource) + "/*";
}

bool takesResources(const PolicyRule &rule, const RequestAttributes &request)
{
    for (const GroupResources &entry : rule.resources) {
        if (entry.group.text != "*" && entry.group.text != request.apiGroup) {
            continue;
        }
        if (entry.resources.empty()) {
            return true;
        }
        for (const PolicyText &pattern : entry.resources) {
            if (takesResource(pattern.text, request)
                && (entry.resourceNames.empty() || has(entry.resourceNames, request.name))) {
                return true;
            }
        }
    }
    return rule.resources.empty();
}

bool takesPath(const PolicyRule &rule, std::string_view path)
{
    for (const PolicyText &pattern : rule.nonResourceUrls) {
        std::string head = pattern.text;
        while (head.ends_with('*')) {
            head.pop_back();
        }
        if (pattern.text == "*" || pattern.text == path
            || (pattern.text.ends_with('*') && path.starts_with(head))) {
            return true;
        }
    }
    return rule.nonResourceUrls.empty();
}

bool takes(const PolicyRule &rule, const RequestAttributes &request)
{
    if (!rule.users.empty() && (!request.user || !has(rule.users, *request.user))) {
        return false;
    }
    bool isMember = rule.userGroups.empty();
    for (const std::string_view group : request.groups) {
        isMember = isMember || (request.user && has(rule.userGroups, group));
    }
    if (!isMember || (!rule.verbs.empty() && !has(rule.verbs, request.verb))) {
        return false;
    }
    if (!rule.namespaces.empty() || !rule.resources.empty()) {
        return request.isResourceRequest
            && (rule.namespaces.empty() || has(rule.namespaces, request.objectNamespace))
            && takesResources(rule, request);
    }
    return rule.nonResourceUrls.empty()
        || (!request.isResourceRequest && takesPath(rule, request.path));
}

std::int32_t decide(const AuditPolicy &policy, const RequestAttributes &request)
{
    for (std::size_t i = 0; i < policy.rules.size(); ++i) {
        if (takes(policy.rules[i], request)) {
            return static_cast<std::int32_t>(i);
        }
    }
    return PolicyDecision::NoRule;
}

} // namespace plain

/// Draws rules and requests from few words, so that they meet.
class Drawing
{
public:
    AuditPolicy policy()
    {
        AuditPolicy policy;
        policy.rules.resize(1 + m_random() % 150);
        for (PolicyRule &rule : policy.rules) {
            rule.level = {.text = "Metadata"};
            rule.users = texts(Users);
            rule.userGroups = texts(Groups);
            rule.verbs = texts(Verbs);
            const unsigned kind = m_random() % 4;
            if (kind == 0) {
                rule.nonResourceUrls = texts(Patterns);
            } else if (kind < 3) {
                rule.namespaces = texts(Namespaces);
                rule.resources.resize(m_random() % 3);
                for (GroupResources &entry : rule.resources) {
                    entry.group = {.text = word(ApiGroups)};
                    entry.resources = texts(Resources);
                    entry.resourceNames = entry.resources.empty() ? PolicyTexts() : texts(Names);
                }
            }
        }
        return policy;
    }

    RequestAttributes request()
    {
        m_groups.assign(m_random() % 4, {});
        for (std::string_view &group : m_groups) {
            group = word(Groups);
        }
        RequestAttributes request{.groups = m_groups,
                                  .verb = word(Verbs),
                                  .objectNamespace = word(Namespaces),
                                  .apiGroup = word(ApiGroups),
                                  .resource = word(Kinds),
                                  .subresource = word(Subresources),
                                  .name = word(Names),
                                  .path = word(Paths),
                                  .isResourceRequest = m_random() % 3 != 0};
        if (m_random() % 8 != 0) {
            request.user = word(Users);
        }
        return request;
    }

private:
    using Words = std::vector<const char *>;

    const char *word(const Words &words) { return words[m_random() % words.size()]; }

    /// Most often none: a rule that asks for everything matches nothing.
    PolicyTexts texts(const Words &words)
    {
        PolicyTexts texts(m_random() % 3 == 0 ? 1 + m_random() % 3 : 0);
        for (PolicyText &text : texts) {
            text.text = word(words);
        }
        return texts;
    }

    const Words Users{"", "*", "a", "b", "c"};
    const Words Groups{"", "*", "g", "h", "i"};
    const Words Verbs{"get", "list", "create", "*", ""};
    const Words Namespaces{"", "*", "dev", "prod"};
    const Words ApiGroups{"", "*", "apps", "batch"};
    const Words Resources{"*",     "pods",     "pods/exec", "pods/*", "*/exec",
                          "*/*",   "pods/ex*", "jobs",      "/exec",  "",
                          "pods/", "a/b/exec", "a/b/*",     "a/b",    "*/"};
    const Words Kinds{"pods", "jobs", "", "*", "a/b"};
    const Words Subresources{"", "", "exec", "status", "*"};
    const Words Names{"", "x", "y", "*"};
    const Words Patterns{"*", "/", "/api*", "/api/*", "/healthz", "/a**", "/**"};
    const Words Paths{"/", "/api", "/apis", "/api/x", "/healthz", "/healthz/x", "*", ""};
    std::mt19937 m_random{42};
    std::vector<std::string_view> m_groups;
};

} // namespace

void tst_PolicyDecisions::init()
{
    QTest::failOnWarning();
}

void tst_PolicyDecisions::compare(const QJsonObject &vector, const QJsonObject &expect,
                                  KubernetesVersion version)
{
    const PolicyLoad load = loadPolicy(vector["policy"_L1].toString().toStdString(), version);
    const QByteArray about = QJsonDocument(vector).toJson() + load.loadError().c_str();
    QVERIFY2(load.strictWarning().empty() != expect.contains("strictWarning"_L1),
             about.constData());
    QCOMPARE(QString::fromUtf8(errorClassName(load.errorClass)),
             expect["errorClass"_L1].toString());
    QVERIFY2(load.isLoaded() != expect.contains("loadError"_L1), about.constData());
    if (!load.isLoaded()) {
        QJsonArray fields;
        for (const PolicyMessage &message : load.messages) {
            if (message.kind == PolicyMessage::Kind::Error && !message.field.empty()) {
                fields << QString::fromStdString(message.field);
            }
        }
        QCOMPARE(fields, expect["errorFields"_L1].toArray());
        if (load.errorClass != PolicyErrorClass::Decode) {
            QCOMPARE(QString::fromStdString(load.loadError()), expect["loadError"_L1].toString());
        }
        return;
    }
    const OwnedAttributes attributes(vector["attributes"_L1].toObject());
    const PolicyDecision decision = PolicyEvaluator(*load.policy).decide(attributes.views());
    StageSet stages = 0;
    for (const QJsonValue &stage : expect["omitStages"_L1].toArray()) {
        stages |= stageBit(stageFromName(stage.toString().toStdString()));
    }
    QVERIFY2(levelName(decision.level) == expect["level"_L1].toString().toStdString(),
             about.constData());
    QCOMPARE(decision.omitManagedFields, expect["omitManagedFields"_L1].toBool());
    QCOMPARE(decision.omitStages, stages);
}

void tst_PolicyDecisions::answersAsKubernetes_data()
{
    QTest::addColumn<QString>("path");
    QTest::newRow("own") << corpusFile("vectors.jsonl");
    if (QFile::exists(sharedFile("vectors.jsonl"))) {
        QTest::newRow("shared") << sharedFile("vectors.jsonl");
    }
}

void tst_PolicyDecisions::answersAsKubernetes()
{
    QFETCH(const QString, path);
    const QList<QJsonObject> vectors = jsonLines(path);
    QVERIFY(vectors.size() > 100);
    for (const QJsonObject &vector : vectors) {
        const QJsonObject expect = vector["expect"_L1].toObject();
        const bool differs = vector.contains("expect_before_1_36"_L1);
        compare(vector, expect, KubernetesVersion::V1_36);
        compare(vector, differs ? vector["expect_before_1_36"_L1].toObject() : expect,
                KubernetesVersion::V1_35);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void tst_PolicyDecisions::answersUpstreamsOwnTests()
{
    QFile file(sharedFile("upstream-evaluator-cases.json"));
    if (!file.open(QIODevice::ReadOnly)) {
        QSKIP("needs the shared data");
    }
    const QJsonArray cases = QJsonDocument::fromJson(file.readAll()).array();
    QVERIFY(cases.size() > 100);
    for (const QJsonValue &entry : cases) {
        const QJsonObject given = entry.toObject();
        QJsonObject attributes = given["attributes"_L1].toObject();
        const QJsonObject user = attributes["user"_L1].toObject();
        attributes["user"_L1] = user["username"_L1].toString();
        attributes["groups"_L1] = user["groups"_L1].toArray();
        attributes["isResourceRequest"_L1] = given["attributes"_L1]["resourceRequest"_L1].toBool();
        const QJsonArray stages = given["expectedOmitStages"_L1].toArray();
        const QJsonDocument policy(given["policy"_L1].toObject());
        compare({{"policy"_L1, QString::fromUtf8(policy.toJson())}, {"attributes"_L1, attributes}},
                {{"level"_L1, given["expectedLevel"_L1]}, {"omitStages"_L1, stages}},
                KubernetesVersion::V1_36);
        if (QTest::currentTestFailed()) {
            return;
        }
    }
}

void tst_PolicyDecisions::decidesAsThePlainEvaluator()
{
    Drawing drawing;
    int matched = 0;
    for (int round = 0; round < 300; ++round) {
        const AuditPolicy policy = drawing.policy();
        const PolicyEvaluator evaluator(policy);
        for (int i = 0; i < 100; ++i) {
            const RequestAttributes request = drawing.request();
            const std::int32_t rule = evaluator.decide(request).rule;
            QCOMPARE(rule, plain::decide(policy, request));
            matched += rule >= 0 ? 1 : 0;
        }
    }
    QVERIFY(matched > 10'000 && matched < 30'000);
}

void tst_PolicyDecisions::laddersEndWhereTheDecisionIs()
{
    Drawing drawing;
    for (int round = 0; round < 100; ++round) {
        const AuditPolicy policy = drawing.policy();
        const PolicyEvaluator evaluator(policy);
        const RequestAttributes request = drawing.request();
        const std::vector<RuleStep> steps = explainDecision(policy, request);
        const std::int32_t rule = evaluator.decide(request).rule;
        const bool isFound = !steps.back().failed.has_value();
        QCOMPARE(isFound ? static_cast<std::int32_t>(steps.back().rule) : -1, rule);
        QVERIFY(isFound || steps.size() == policy.rules.size());
    }
}

void tst_PolicyDecisions::withoutAUserNobodyIsMeant()
{
    const PolicyEvaluator evaluator(
        policyOf("- level: Request\n  users: ['']\n"
                 "- level: Request\n  userGroups: [g]\n- level: Metadata\n"));
    const std::vector<std::string_view> groups{"g"};
    QCOMPARE(evaluator.decide({.groups = groups}).rule, 2);
    QCOMPARE(evaluator.decide({.user = ""}).rule, 0);
    QCOMPARE(evaluator.decide({.user = "a", .groups = groups}).rule, 1);
}

void tst_PolicyDecisions::manyRulesAndGroups()
{
    std::string rules;
    for (int i = 0; i < 1000; ++i) {
        rules += "- level: Metadata\n  userGroups: [g" + std::to_string(i) + "]\n";
    }
    const PolicyEvaluator evaluator(policyOf(rules));
    std::vector<std::string> names;
    for (int i = 999; i > 700; --i) {
        names.push_back("g" + std::to_string(i));
    }
    const std::vector<std::string_view> groups(names.begin(), names.end());
    QCOMPARE(evaluator.decide({.user = "a", .groups = groups}).rule, 701);
    QCOMPARE(evaluator.decide({.user = "a"}).rule, PolicyDecision::NoRule);
}

void tst_PolicyDecisions::namesTheFieldThatFailed()
{
    const AuditPolicy policy =
        policyOf("- level: None\n  users: [u]\n  userGroups: [g]\n  verbs: [get]\n"
                 "  namespaces: [dev]\n  resources:\n  - group: apps\n"
                 "  - resources: [pods]\n    resourceNames: [web]\n"
                 "- level: None\n  nonResourceURLs: [/healthz]\n");
    const std::vector<std::string_view> groups{"g"};
    RequestAttributes request;
    const auto failed = [&] { return failingField(policy.rules[0], request); };
    QCOMPARE(failed(), RuleField::Users);
    request.user = "u";
    QCOMPARE(failed(), RuleField::UserGroups);
    request.groups = groups;
    QCOMPARE(failed(), RuleField::Verbs);
    request.verb = "get";
    QCOMPARE(failed(), RuleField::RequestKind);
    request.isResourceRequest = true;
    QCOMPARE(failed(), RuleField::Namespaces);
    request.objectNamespace = "dev";
    request.apiGroup = "batch";
    QCOMPARE(failed(), RuleField::ApiGroup);
    request.apiGroup = "";
    request.resource = "secrets";
    QCOMPARE(failed(), RuleField::Resources);
    request.resource = "pods";
    QCOMPARE(failed(), RuleField::ResourceNames);
    request.name = "web";
    QCOMPARE(failed(), std::nullopt);
    QCOMPARE(failingField(policy.rules[1], request), RuleField::RequestKind);
    QCOMPARE(failingField(policy.rules[1], {.path = "/x"}), RuleField::NonResourceUrls);
}

QTEST_GUILESS_MAIN(tst_PolicyDecisions)
#include "tst_policydecisions.moc"
