#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""The audit logs of a must-gather tree, made from formats/events.jsonl: a request that
kube-apiserver passes on to openshift-apiserver, which logs it once more under the same auditID."""
import gzip
import json
import pathlib

HERE = pathlib.Path(__file__).parent
EVENTS = [json.loads(line)
          for line in (HERE.parent / "formats" / "events.jsonl").read_text().splitlines()]
NODES = ["cp1.example.internal", "cp2.example.internal"]
ROTATED = "audit-2026-03-14T02-20-00.000.log"


def later(event, microseconds):
    """The same request as the next server sees it."""
    copy = json.loads(json.dumps(event))
    for name in ("requestReceivedTimestamp", "stageTimestamp"):
        whole, fraction = copy[name].rstrip("Z").split(".")
        copy[name] = f"{whole}.{int(fraction) + microseconds:06d}Z"
    return copy


def passed_on(event):
    copy = json.loads(json.dumps(event))
    copy["requestURI"] = "/apis/build.openshift.io/v1/namespaces/shop/builds/web-1"
    copy["objectRef"] = {"resource": "builds", "namespace": "shop", "name": "web-1",
                         "apiGroup": "build.openshift.io", "apiVersion": "v1"}
    return copy


def write(server, node, file, events):
    path = HERE / "audit_logs" / server / f"{node}-{file}.gz"
    path.parent.mkdir(parents=True, exist_ok=True)
    text = "".join(json.dumps(event, separators=(",", ":")) + "\n" for event in events)
    path.write_bytes(gzip.compress(text.encode(), mtime=0))


def listing(server, files):
    path = HERE / "audit_logs" / f"{server}.audit_logs_listing"
    path.write_text("".join(f"{node} {file}\n" for node in NODES for file in files))


first, second, third = EVENTS
aggregated = passed_on(second)
write("kube-apiserver", NODES[0], ROTATED, [first])
write("kube-apiserver", NODES[0], "audit.log", [aggregated])
write("kube-apiserver", NODES[1], "audit.log", [third])
write("openshift-apiserver", NODES[0], "audit.log", [later(aggregated, 250)])
write("oauth-apiserver", NODES[1], "audit.log", [later(third, 90)])
write("oauth-server", NODES[1], "audit.log", [dict(later(first, 17), auditID="login-1")])
listing("kube-apiserver", [ROTATED, "audit.log", "termination.log"])
for server in ("openshift-apiserver", "oauth-apiserver", "oauth-server"):
    listing(server, ["audit.log"])
