#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Wraps the events of events.jsonl in every export that is known: a folder a format."""
import base64
import csv
import gzip
import io
import json
import pathlib

HERE = pathlib.Path(__file__).parent
LINES = (HERE / "events.jsonl").read_text().splitlines()
EVENTS = [json.loads(line) for line in LINES]
TIMES = [event["stageTimestamp"] for event in EVENTS]
STREAM = "kube-apiserver-audit-0123456789abcdef0123456789abcdef"
RESOURCE = "/SUBSCRIPTIONS/0/RESOURCEGROUPS/RG/PROVIDERS/MICROSOFT.CONTAINERSERVICE/MANAGEDCLUSTERS/DEMO"


def write(path, text):
    file = HERE / path
    file.parent.mkdir(exist_ok=True)
    file.write_bytes(text if isinstance(text, bytes) else text.encode())


def lines(path, make):
    write(path, "".join(make(i, line) + "\n" for i, line in enumerate(LINES)))


def compact(value):
    return json.dumps(value, separators=(",", ":"))


def table(path, header, rows, delimiter=","):
    text = io.StringIO()
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n")
    writer.writerows([header, *rows])
    write(path, text.getvalue())


def pieces(text, size):
    return [text[at:at + size] for at in range(0, len(text), size)]


def packed():
    write("events.jsonl.gz", gzip.compress("\n".join(LINES).encode(), mtime=0))


def fragments():
    write("event-fragment/cut.log", LINES[0][30:] + "\n" + LINES[1][60:] + "\n")
    pretty = json.dumps(EVENTS[2], indent=2)
    write("event-fragment/lines.json", pretty[pretty.index('  "apiVersion"'):] + "\n")


def containers():
    lines("cri/whole.log", lambda i, line: f"{TIMES[i]} stdout F {line}")
    write("cri/pieces.log", "".join(
        f"{TIMES[i]} stdout {'F' if n == len(parts) - 1 else 'P'} {part}\n"
        for i, line in enumerate(LINES)
        for parts in [pieces(line, 300)] for n, part in enumerate(parts)))
    lines("docker-json/whole.log", lambda i, line: compact(
        {"log": line + "\n", "stream": "stdout", "time": TIMES[i]}))
    write("docker-json/pieces.log", "".join(
        compact({"log": part, "stream": "stdout", "time": TIMES[i]}) + "\n"
        for i, line in enumerate(LINES) for part in pieces(line + "\n", 300)))
    lines("kubectl-logs/timestamps.log", lambda i, line: f"{TIMES[i]} {line}")
    lines("kubectl-logs/prefix.log", lambda i, line: f"[pod/kube-apiserver-cp1/kube-apiserver] {line}")
    lines("node-logs/oc.log", lambda i, line: f"cp1.example.internal {line}")
    lines("syslog/journalctl.log", lambda i, line: f"Mar 14 02:15:0{i} cp1 kube-apiserver[612]: {line}")
    lines("syslog/rfc5424.log", lambda i, line: f"<134>1 {TIMES[i]} cp1 ocp audit - - {line}")
    lines("syslog/structured.log",
          lambda i, line: f'<134>1 {TIMES[i]} cp1 ocp audit - [a@1 b="c"] {line}')
    lines("journald-json/entries.jsonl", lambda i, line: compact(
        {"__CURSOR": f"s=1;i={i}", "_HOSTNAME": "cp1", "_SYSTEMD_UNIT": "k3s.service", "MESSAGE": line}))


def amazon():
    def entry(i, line):
        return {"logStreamName": STREAM, "timestamp": 1773454500000 + i, "message": line,
                "ingestionTime": 1773454501000 + i, "eventId": f"{i:056d}"}

    def message(*numbers):
        return {"messageType": "DATA_MESSAGE", "owner": "123456789012",
                "logGroup": "/aws/eks/loupe-demo/cluster", "logStream": STREAM,
                "subscriptionFilters": ["all"],
                "logEvents": [{"id": f"{i:056d}", "timestamp": 1773454500000 + i,
                               "message": LINES[i]} for i in numbers]}

    events = {"events": [entry(i, line) for i, line in enumerate(LINES)], "searchedLogStreams": []}
    write("cloudwatch-events/pretty.json", json.dumps(events, indent=4))
    write("cloudwatch-events/compact.json", compact(events))
    write("cloudwatch-subscription/firehose.json", compact(message(0)) + compact(message(1, 2)))
    packed = gzip.compress(compact(message(0, 1, 2)).encode(), mtime=0)
    write("cloudwatch-subscription/lambda.json",
          compact({"awslogs": {"data": base64.b64encode(packed).decode()}}))
    lines("cloudwatch-s3-export/000000.log", lambda i, line: f"{TIMES[i][:23]}Z {line}")
    lines("cloudwatch-tail/tail.log", lambda i, line: f"{TIMES[i][:-1]}+00:00 {STREAM} {line}")
    write("logs-insights/results.json", json.dumps({"results": [
        [{"field": "@timestamp", "value": TIMES[i]}, {"field": "@message", "value": line}]
        for i, line in enumerate(LINES)], "status": "Complete"}, indent=2))
    table("logs-insights/results.csv", ["@timestamp", "@logStream", "@message"],
          [[TIMES[i], STREAM, line] for i, line in enumerate(LINES)])


def azure():
    def record(i, line):
        return {"category": "kube-audit", "resourceId": RESOURCE, "time": TIMES[i],
                "properties": {"log": line + "\n", "stream": "stdout", "pod": "kube-apiserver-1"}}

    write("aks-diagnostic/eventhub.json", compact(
        {"records": [record(i, line) for i, line in enumerate(LINES)]}))
    lines("aks-diagnostic/PT1H.json", lambda i, line: compact(record(i, line)))
    names = ["TimeGenerated", "Category", "log_s", "_ResourceId"]
    rows = [[TIMES[i], "kube-audit", line, RESOURCE] for i, line in enumerate(LINES)]
    write("azure-diagnostics/tables.json", json.dumps({"tables": [
        {"name": "PrimaryResult", "columns": [{"name": n, "type": "string"} for n in names],
         "rows": rows}]}))
    write("azure-diagnostics/az.json", json.dumps([dict(zip(names, row)) for row in rows], indent=2))
    table("azure-diagnostics/portal.csv", names, rows)
    columns = {"Level": "level", "AuditId": "auditID", "Stage": "stage", "RequestUri": "requestURI",
               "Verb": "verb", "User": "user", "SourceIps": "sourceIPs", "UserAgent": "userAgent",
               "ObjectRef": "objectRef", "ResponseStatus": "responseStatus",
               "RequestReceivedTime": "requestReceivedTimestamp",
               "StageReceivedTime": "stageTimestamp", "Annotations": "annotations"}

    def cell(value):
        return value if isinstance(value, str) else "" if value is None else compact(value)

    rows = [[cell(event.get(field)) for field in columns.values()] for event in EVENTS]
    table("aks-audit/portal.csv", list(columns), rows)
    write("aks-audit/tables.json", json.dumps({"tables": [
        {"name": "PrimaryResult", "columns": [{"name": n, "type": "dynamic"} for n in columns],
         "rows": rows}]}))


def google():
    def entry(event):
        ref = event["objectRef"]
        group = ref.get("apiGroup") or "core"
        place = f"namespaces/{ref['namespace']}/" if "namespace" in ref else ""
        name = "/".join(filter(None, [group, ref["apiVersion"], place + ref["resource"],
                                      ref.get("name"), ref.get("subresource")]))
        code = event["responseStatus"]["code"]
        kind = "core" if group == "core" else ".".join(reversed(group.split(".")))
        method = ".".join(filter(None, ["io.k8s", kind, ref["apiVersion"], ref["resource"],
                                        ref.get("subresource"), event["verb"]]))
        return {"insertId": event["auditID"], "labels": event.get("annotations", {}),
                "logName": "projects/demo/logs/cloudaudit.googleapis.com%2Factivity",
                "operation": {"first": True, "id": event["auditID"], "last": True,
                              "producer": "k8s.io"},
                "protoPayload": {
                    "@type": "type.googleapis.com/google.cloud.audit.AuditLog",
                    "authenticationInfo": {"principalEmail": event["user"]["username"]},
                    "methodName": method, "resourceName": name, "serviceName": "k8s.io",
                    "requestMetadata": {"callerIp": event["sourceIPs"][0],
                                        "callerSuppliedUserAgent": event["userAgent"]},
                    "status": {"code": 7} if code == 403 else {}},
                "resource": {"type": "k8s_cluster", "labels": {
                    "cluster_name": "demo", "location": "europe-west4", "project_id": "demo"}},
                "timestamp": event["requestReceivedTimestamp"]}

    entries = [entry(event) for event in EVENTS]
    write("gke-log-entry/gcloud.json", json.dumps(entries, indent=2))
    write("gke-log-entry/entries.json", compact({"entries": entries}))
    write("gke-log-entry/sink.jsonl", "".join(compact(e) + "\n" for e in entries))

    def yaml(value, depth=0):
        pad = "  " * depth
        if isinstance(value, dict) and value:
            return "".join(f"\n{pad}'{k}':{yaml(v, depth + 1)}" if "/" in k or "@" in k
                           else f"\n{pad}{k}:{yaml(v, depth + 1)}" for k, v in value.items())
        return " " + json.dumps(value)

    write("gcloud-yaml+gke-log-entry/gcloud.yaml",
          "\n---".join(yaml(e) for e in entries).lstrip("\n") + "\n")


def collectors():
    lines("fluentd-file/out.log", lambda i, line: f"2026-03-14T02:15:0{i}+00:00\tkube.audit\t{line}")
    lines("gelf/messages.jsonl", lambda i, line: compact(
        {"version": "1.1", "host": "cp1", "short_message": line, "timestamp": 1773454500 + i}))
    write("otlp/logs.json", compact({"resourceLogs": [{"resource": {"attributes": []}, "scopeLogs": [
        {"scope": {}, "logRecords": [{"timeUnixNano": str(1773454500000000000 + i),
                                      "body": {"stringValue": line}}
                                     for i, line in enumerate(LINES)]}]}]}))
    lines("json-field/fluent-bit.jsonl", lambda i, line: compact({"date": 1773454500 + i, "log": line}))
    lines("json-field/object.jsonl", lambda i, line: '{"host":"cp1","audit":' + line + "}")
    lines("cri+json-field/fluent-bit.log", lambda i, line:
          f"{TIMES[i]} stdout F " + compact({"date": 1773454500 + i, "log": line}))
    table("json-column/semicolon.csv", ["when", "event"],
          [[TIMES[i], line] for i, line in enumerate(LINES)], ";")
    lines("text-prefix/other.log", lambda i, line: f"audit> {line}")


def legacy():
    def line(i, event):
        return (f'{TIMES[i]} AUDIT: id="{event["auditID"]}" stage="{event["stage"]}" '
                f'ip="{event["sourceIPs"][0]}" method="{event["verb"]}" '
                f'user="{event["user"]["username"]}" groups="<none>" as="<self>" '
                f'asgroups="<lookup>" user-agent="{event["userAgent"]}" '
                f'namespace="{event["objectRef"].get("namespace", "<none>")}" '
                f'uri="{event["requestURI"]}" response="{event["responseStatus"]["code"]}"')

    write("legacy-text/audit.log", "".join(line(i, e) + "\n" for i, e in enumerate(EVENTS)))


for make in (packed, fragments, containers, amazon, azure, google, collectors, legacy):
    make()
