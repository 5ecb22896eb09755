#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the logs of this folder from the sample incident: one for each sign that an audit log can
bear, cut out of the sample and changed by hand as the functions say. The same files every time."""

import gzip
import json
import shutil
from datetime import datetime, timedelta
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[2] / "resources" / "sample"
PIECES = ["audit-2026-03-12T17-41-15.655.log.gz", "audit-2026-03-14T04-52-21.573.log.gz",
          "audit.log"]
FORMAT = "%Y-%m-%dT%H:%M:%S.%fZ"


def read(path):
    opened = gzip.open(path) if path.suffix == ".gz" else open(path, "rb")
    with opened as file:
        return [line.decode() for line in file]


def compact(event):
    """As Go writes it, when the members are in order."""
    text = json.dumps(event, separators=(",", ":"), ensure_ascii=False)
    for plain, escaped in (("&", "\\u0026"), ("<", "\\u003c"), (">", "\\u003e")):
        text = text.replace(plain, escaped)
    return text + "\n"


def changed(line, **members):
    """The line with other values for some of its members, in the place where they stand."""
    event = json.loads(line)
    for name, value in members.items():
        assert name in event, name
        event[name] = value
    return compact(event)


def time(line):
    return datetime.strptime(json.loads(line)["stageTimestamp"], FORMAT)


def stamp(moment):
    return moment.strftime(FORMAT)


def later(text, **by):
    return stamp(datetime.strptime(text, FORMAT) + timedelta(**by))


def write(name, lines):
    path = HERE / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("".join(lines).encode())


def stages(lines, count):
    """The lines of a request with so many stages, of which the end came after the receipt."""
    requests = {}
    for line in lines:
        event = json.loads(line)
        if event["level"] == "Metadata":
            key = (event["auditID"], event["requestReceivedTimestamp"])
            requests.setdefault(key, []).append(line)
    return next(found for found in requests.values()
                if len(found) == count and time(found[-1]) - time(found[0])
                > timedelta(milliseconds=2))


def forms(lines):
    """Events that something else than an API server wrote."""
    few = lines[:6]
    event = json.loads(few[2])
    first = dict(list(event.items())[2:])
    write("member-order.log", few[:2] + [compact({**first, **event})] + few[3:])
    event = json.loads(few[3])
    event["annotations"] = dict(reversed(event["annotations"].items()))
    assert len(event["annotations"]) > 1
    write("key-order.log", few[:3] + [compact(event)] + few[4:])
    loose = json.dumps(json.loads(few[1]), ensure_ascii=False).replace("&", "\\u0026") + "\n"
    write("spaces.log", few[:1] + [loose] + few[2:])
    query = next(line for line in lines if "\\u0026" in line)
    write("plain-markup.log", few + [query, query.replace("\\u0026", "&")][1:])
    event = json.loads(few[4])
    write("time-digits.log", few[:4] + [changed(
        few[4], requestReceivedTimestamp=event["requestReceivedTimestamp"][:-4] + "Z")] + few[5:])
    event = {"@timestamp": event["stageTimestamp"], **event, "hostname": "cp-1"}
    write("foreign-field.log", few[:4] + [compact(event)] + few[5:])
    coarse = []
    for line in lines[:12]:
        event = json.loads(line)
        coarse.append(changed(
            line, requestReceivedTimestamp=event["requestReceivedTimestamp"][:-4] + "000Z",
            stageTimestamp=event["stageTimestamp"][:-4] + "000Z"))
    write("coarse-time.log", coarse)


def contradictions(lines, ends):
    """Events that contradict themselves, or stages that contradict each other."""
    received, started, complete = stages(lines, 3)
    write("stage-time.log", [received, started, changed(
        complete, stageTimestamp=later(json.loads(received)["stageTimestamp"], microseconds=1))])
    received, complete = stages(lines, 2)
    user = {**json.loads(complete)["user"], "username": "bob"}
    write("stage-field.log", [received, changed(complete, user=user)])
    write("stage-twice.log", [received, complete, changed(
        complete, stageTimestamp=later(json.loads(complete)["stageTimestamp"], milliseconds=3))])
    early = later(json.loads(ends[3])["requestReceivedTimestamp"], microseconds=-150)
    write("before-receipt.log", ends[:3] + [changed(ends[3], stageTimestamp=early)] + ends[4:6])
    write("received-twice.log", [changed(
        received, stageTimestamp=later(json.loads(received)["stageTimestamp"], microseconds=9)),
        complete])
    event = json.loads(received)
    at = list(event).index("requestReceivedTimestamp")
    members = list(event.items())
    members.insert(at, ("responseStatus", {"metadata": {}, "code": 200}))
    write("early-answer.log", [compact(dict(members)), complete])


def times(lines):
    """Times that cannot be, and places in the file that do not go with them."""
    far = {name: json.loads(lines[5])[name].replace("2026-", "2126-")
           for name in ("requestReceivedTimestamp", "stageTimestamp")}
    write("future-time.log", lines[:5] + [changed(lines[5], **far)])
    write("time-missing.log", lines[:2] + [changed(lines[2], stageTimestamp=None)] + lines[3:6])
    spread = lines[:400:40]
    write("line-order.log", spread[:3] + [spread[7]] + spread[3:7] + spread[8:])
    small = [line for line in lines if len(line) < 1100][:150]
    hole = small[:70] + small[110:]
    # Evenly: one event every minute and a half, and then none for two hours.
    begin = time(small[0])
    even = []
    for number, line in enumerate(hole):
        moment = begin + timedelta(seconds=90 * number + (7200 if number >= 70 else 0))
        received = stamp(moment - timedelta(milliseconds=3))
        even.append(changed(line, requestReceivedTimestamp=received, stageTimestamp=stamp(moment)))
    with open(HERE / "gap.log.gz", "wb") as file, \
            gzip.GzipFile("", "wb", 9, file, mtime=0) as packed:
        packed.write("".join(even).encode())


def damage(lines, ends):
    """What is cut off, shortened or not there."""
    write("salvaged.log", ends[:4] + [ends[4][:400] + "\n"] + ends[5:6])
    write("rejected.log", ends[:4]
          + ['{"kind":"Event","apiVersion":"audit.k8s.io/v1","level":"Metadata"}\n'] + ends[5:6])
    write("truncated.log", ends[:3] + [changed(ends[3], annotations={
        "audit.k8s.io/truncated": "true", **json.loads(ends[3])["annotations"]})])
    received, _ = stages(lines, 2)
    behind = [line for line in ends if time(line) > time(received) + timedelta(minutes=3)]
    write("open-request.log", [received] + behind[:4])


def copies(lines):
    """Two sources with the same events."""
    alone = lines[:400:13]
    user = {**json.loads(alone[4])["user"], "username": "somebody"}
    write("conflict/one.log", alone[:8])
    write("conflict/other.log", alone[:4] + [changed(alone[4], user=user)] + alone[5:8])
    write("only-elsewhere/audit.log", alone[:15] + alone[16:])
    items = []
    for line in alone:
        event = json.loads(line)
        del event["kind"], event["apiVersion"]
        items.append(event)
    write("only-elsewhere/webhook.json", [compact(
        {"kind": "EventList", "apiVersion": "audit.k8s.io/v1", "metadata": {}, "items": items})])
    # A second server, 40 s ahead, that is asked by the first one and answers a little faster.
    behind = []
    for line in alone[:12]:
        event = json.loads(line)
        behind.append(changed(
            line,
            requestReceivedTimestamp=later(event["requestReceivedTimestamp"], seconds=40,
                                           microseconds=100),
            stageTimestamp=later(event["stageTimestamp"], seconds=40, microseconds=-100)))
    write("clocks/kube-apiserver.log", alone[:12])
    write("clocks/metrics-server.log", behind)


def wrapped(lines):
    """An export whose store says when it got the events; by its clock one of them before it was."""
    entries = []
    for number, line in enumerate(lines[:8]):
        moment = int((time(line) - datetime(1970, 1, 1)).total_seconds() * 1000)
        delay = -900 if number == 5 else 1500 + 100 * number
        entries.append({"logStreamName": "kube-apiserver-audit-1", "timestamp": moment,
                        "message": line.rstrip(), "ingestionTime": moment + delay,
                        "eventId": str(number)})
    write("store-clock.json", [json.dumps({"events": entries}) + "\n"])


def piece_name(line):
    """A piece is named after the moment at which the next event did not fit into it."""
    return f"audit-{time(line).strftime('%Y-%m-%dT%H-%M-%S.%f')[:-3]}.log"


def rotation(lines):
    """Three closed pieces and the file that was open, cut where a limit of 4 KiB cuts them."""
    pieces = [[]]
    for line in [line for line in lines[30::30] if len(line) < 1500]:
        if sum(map(len, pieces[-1])) + len(line) > 4096:
            pieces.append([])
        pieces[-1].append(line)
    first, second, third, live = pieces[:4]
    names = [piece_name(piece[0]) for piece in (second, third, live)]

    def write_set(folder, *contents):
        for name, content in contents:
            write(f"{folder}/{name}", content)

    write_set("rotation", (names[0], first), (names[1], second), (names[2], third),
              ("audit.log", live))
    write_set("piece-missing", (names[0], first), (names[2], third), ("audit.log", live))
    write_set("live-file-missing", (names[0], first), (names[1], second))
    write_set("short-piece", (names[0], first), (names[1], second[:1] + second[3:]),
              (names[2], third), ("audit.log", live))
    early = f"audit-{(time(first[-1]) - timedelta(seconds=20)).strftime('%Y-%m-%dT%H-%M-%S.%f')[:-3]}.log"
    write_set("late-in-piece", (early, first), ("audit.log", second))
    write_set("early-in-piece", (names[0], first), ("audit.log", lines[:1] + second))


def main():
    for old in HERE.iterdir():
        if old.is_dir():
            shutil.rmtree(old)
        elif old.name not in (Path(__file__).name, "README.md"):
            old.unlink()
    lines = [line for name in PIECES for line in read(SAMPLE / name)]
    assert all(compact(json.loads(line)) == line for line in lines[:600])
    # Of most requests only the end: a receipt without its end would be a sign of its own.
    ends = [line for line in lines if json.loads(line)["stage"] == "ResponseComplete"
            and json.loads(line)["level"] == "Metadata" and json.loads(line)["verb"] != "watch"]
    forms(ends)
    contradictions(lines, ends)
    times(ends)
    damage(lines, ends)
    copies(ends)
    wrapped(ends)
    rotation(ends)


if __name__ == "__main__":
    main()
