# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Requests put at their new time, and how they are written under the policy of that time."""
import hashlib
import json
import re
import uuid
from dataclasses import dataclass, field
from typing import Optional

import policy
from gojson import SECOND, dumps, duration, micros, ordered, stamp
from scrub import scrub

NAMESPACE = uuid.uuid5(uuid.NAMESPACE_URL, 'https://example.com/auditloupe/sample')
TRUNCATE_ABOVE = 16384
LOOPBACK_USERS = ('system:apiserver',)
CONTROL_PLANE = '10.0.0.10'


@dataclass
class Placed:
    events: list
    start: int
    received: int
    context: int
    tag: str
    only: Optional[set] = None
    marks: list = field(default_factory=list)
    audit_id: str = ''


def substitute(text, rename):
    """All replacements at once, so that two names can change places."""
    if not rename:
        return text
    pattern = '|'.join(re.escape(key) for key in sorted(rename, key=len, reverse=True))
    return re.sub(pattern, lambda found: rename[found.group(0)], text)


def escaped(rename):
    """The replacements, for plain text and for text inside a JSON string."""
    both = {}
    for old, new in rename.items():
        both[old] = new
        both[json.dumps(old, ensure_ascii=False)[1:-1]] = json.dumps(new, ensure_ascii=False)[1:-1]
    return both


class Sample:
    def __init__(self, clock, claimed, drifted, drift_spans):
        self.clock = clock
        self.claimed, self.drifted, self.drift_spans = claimed, drifted, drift_spans
        self.placed = []

    def put(self, request, start, rename=None, edit=None, tag='', context=None, only=None,
            end=None, marks=()):
        """Adds a request that is received at start; end moves the last stage (sessions)."""
        text = substitute('\n'.join(dumps(event) for event in request.events),
                          escaped(rename or {}))
        events = [json.loads(line) for line in text.split('\n')]
        for event in events:
            if edit:
                edit(event)
        if end is not None:
            prolong(events[-1], request.received, request.received + end - start)
        for event in events:
            self.date_list(event, start)
        events = [json.loads(scrub(dumps(event), event)) for event in events]
        place = Placed(events, start, request.received,
                       request.received if context is None else context, tag, only, list(marks))
        place.audit_id = str(uuid.uuid5(NAMESPACE, request.last['auditID'] + '|' + tag))
        self.placed.append(place)
        return place

    def date_list(self, event, start):
        """A list bears the version of its moment, not of an object."""
        body = event.get('responseObject')
        if isinstance(body, dict) and str(body.get('kind')).endswith('List') and 'items' in body:
            body['metadata']['resourceVersion'] = self.clock.version(start)

    def policy_at(self, moment):
        inside = any(begin <= moment < end for begin, end in self.drift_spans)
        return self.drifted if inside else self.claimed

    def lines(self):
        self.clock.number_versions(self.placed)
        rows = []
        for order, place in enumerate(self.placed):
            for event in self.stages(place):
                moment = micros(event['stageTimestamp'])
                rows.append((moment, order, event['stage'] != 'RequestReceived', finish(event)))
        return [(row[0], row[3]) for row in sorted(rows)]

    def stages(self, place):
        level, omitted = policy.decide(self.policy_at(place.start), place.events[-1])
        if level == 'None':
            return
        shift = place.start - place.received
        for event in self.with_received(place.events):
            if event['stage'] in omitted or place.only and event['stage'] not in place.only:
                continue
            moment = micros(event['stageTimestamp'])
            own = {'level': level, 'auditID': place.audit_id,
                   'requestReceivedTimestamp': stamp(place.start),
                   'stageTimestamp': stamp(moment + shift)}
            event = at_level(dict(event, **own), level)
            yield self.rewritten(event, place)

    @staticmethod
    def with_received(events):
        code = events[-1].get('responseStatus', {}).get('code')
        if code != 401 and events[0]['stage'] != 'RequestReceived':
            yield received_stage(events[-1])
        yield from events

    def rewritten(self, event, place):
        if event['user'].get('username') not in LOOPBACK_USERS:
            event['sourceIPs'] = [CONTROL_PLANE if ip == '127.0.0.1' else ip
                                  for ip in event['sourceIPs']]
        text = self.clock.rewrite_times(dumps(event), place)
        return json.loads(self.clock.rewrite_versions(text))


def prolong(event, received, end):
    event['stageTimestamp'] = stamp(end)
    if end - received > SECOND and event['verb'] != 'watch':
        notes = event.setdefault('annotations', {})
        notes.setdefault('apiserver.latency.k8s.io/authentication', '16.627µs')
        notes.setdefault('apiserver.latency.k8s.io/authorization', '35.887µs')
        notes['apiserver.latency.k8s.io/total'] = duration(end - received)


def received_stage(event):
    """What was known when the request arrived: nothing of the answer or from the body."""
    gone = ('responseStatus', 'requestObject', 'responseObject', 'impersonatedUser',
            'authenticationMetadata', 'annotations')
    early = {key: value for key, value in event.items() if key not in gone}
    notes = {key: value for key, value in event.get('annotations', {}).items()
             if key.startswith('authentication.k8s.io/')}
    if notes:
        early['annotations'] = notes
    early['stage'] = 'RequestReceived'
    early['stageTimestamp'] = early['requestReceivedTimestamp']
    if 'objectRef' in early:
        ref = dict(early['objectRef'])
        name = policy.name_in_url(event)
        for key in ('uid', 'resourceVersion') + (() if name else ('name',)):
            ref.pop(key, None)
        early['objectRef'] = ref
    return early


def at_level(event, level):
    if level != 'RequestResponse':
        event.pop('responseObject', None)
    if level == 'Metadata':
        event.pop('requestObject', None)
        notes = event.get('annotations')
        if notes:
            event['annotations'] = {key: value for key, value in notes.items()
                                    if not key.startswith('patch.webhook.')}
    return event


def finish(event):
    line = dumps(ordered(event))
    if len(line.encode()) + 1 > TRUNCATE_ABOVE and event['level'] in ('Request', 'RequestResponse'):
        event.pop('requestObject', None)
        event.pop('responseObject', None)
        event.setdefault('annotations', {})['audit.k8s.io/truncated'] = 'true'
        line = dumps(ordered(event))
    return line


def digest(text):
    return hashlib.sha256(text.encode()).hexdigest()
