# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""The real logs: requests with their stages, and the driven actions that caused them."""
import gzip
import json
import os
import re
from dataclasses import dataclass, field

from gojson import SECOND, micros

LOG = 'requestresponse-all'
PEOPLE = {'jane': 'jane@example.com', 'alice': 'alice@example.com', 'bob': 'bob',
          'auditor': 'auditor@example.com', 'helpdesk': 'helpdesk',
          'admin': 'kubernetes-super-admin',
          'attacker': 'system:serviceaccount:ci:deployer',
          'attacker2': 'system:serviceaccount:velero:velero'}
ATTACKER_IP = '203.0.113.66'


@dataclass
class Request:
    received: int
    events: list
    taken: bool = False

    @property
    def last(self):
        return self.events[-1]

    @property
    def user(self):
        return self.last['user'].get('username', '')

    @property
    def uri(self):
        return self.last['requestURI']

    @property
    def verb(self):
        return self.last['verb']

    @property
    def code(self):
        return self.last.get('responseStatus', {}).get('code')

    @property
    def agent(self):
        return self.last.get('userAgent', '')

    @property
    def address(self):
        return self.last['sourceIPs'][0]

    @property
    def ref(self):
        return self.last.get('objectRef', {})


@dataclass
class Action:
    """One command or raw request of the driving script, or one deployment by the CI system."""
    at: int
    actor: str
    text: str
    phase: str
    requests: list = field(default_factory=list)
    cascade: list = field(default_factory=list)
    keep: bool = True
    start: int = 0
    rename: dict = field(default_factory=dict)


def read_lines(folder, stem):
    for name in sorted(os.listdir(folder)):
        if name.startswith(stem) and name.endswith('.gz'):
            with gzip.open(os.path.join(folder, name), 'rt', encoding='utf-8') as file:
                yield from file


def load_requests(folder):
    groups = {}
    for line in read_lines(os.path.join(folder, LOG), 'audit'):
        event = json.loads(line)
        key = (event['auditID'], event['requestReceivedTimestamp'])
        groups.setdefault(key, []).append(event)
    requests = []
    for (_, received), events in groups.items():
        events.sort(key=lambda e: e['stageTimestamp'])
        requests.append(Request(micros(received), events))
    return sorted(requests, key=lambda r: (r.received, r.last['auditID']))


def belongs(request, entry, begin, end):
    if request.taken or not begin - 3000 <= request.received <= end:
        return False
    away = entry['user'].startswith('attacker')
    return (request.user == PEOPLE[entry['user']] and (request.address == ATTACKER_IP) == away
            and not request.agent.startswith(('helm', 'velero', 'Mozilla', 'k9s')))


def load_actions(folder, requests):
    by_id = {}
    for request in requests:
        by_id.setdefault(request.last['auditID'], request)
    actions = []
    for line in read_lines(os.path.join(folder, LOG), 'actions'):
        entry = json.loads(line)
        if entry['phase'] == 'background':
            continue
        begin = micros(entry['at'])
        if 'args' in entry:
            end = micros(entry['until'])
            mine = [r for r in requests if belongs(r, entry, begin, end)]
            action = Action(begin, entry['user'], ' '.join(entry['args']), entry['phase'], mine)
        else:
            found = by_id.get(entry['auditID'])
            text = entry['method'] + ' ' + entry['path']
            action = Action(begin, entry['client'], text, entry['phase'], [found] if found else [])
        for request in action.requests:
            request.taken = True
        actions.append(action)
    return actions + deployments(requests)


def deployments(requests):
    actions = []
    for request in requests:
        if not request.agent.startswith('helm') or not request.user:
            continue
        if not actions or request.received - actions[-1].requests[-1].received > SECOND // 4:
            actions.append(Action(request.received, 'helm', 'deploy', 'ci'))
        actions[-1].requests.append(request)
        request.taken = True
    return actions


WORKLOAD = re.compile(r'(toolbox-\d+|manual-\d+|nightly-report-\d+|[a-z0-9]+)')


def workload(request):
    """Namespace and workload that a request is about, as far as its names tell."""
    ref = request.ref
    name = ref.get('name')
    if ref.get('subresource') == 'token':
        spec = request.last.get('requestObject', {}).get('spec', {})
        name = (spec.get('boundObjectRef') or {}).get('name', '')
    if not name:
        body = request.last.get('requestObject')
        name = body.get('metadata', {}).get('generateName') if isinstance(body, dict) else None
    if not name or not ref.get('namespace') or ref.get('resource') == 'leases':
        return None
    found = WORKLOAD.match(name)
    return ref['namespace'], found.group(1) if found else name


def attach_cascades(requests, actions):
    """What controllers and kubelets did in answer goes with the last action on that workload."""
    writes = []
    for action in actions:
        keys = {workload(r) for r in action.requests
                if r.verb in ('create', 'update', 'patch', 'delete') and (r.code or 0) < 300}
        writes.append((action, keys - {None}))
    for request in requests:
        key = workload(request)
        if request.taken or key is None or request.verb == 'watch':
            continue
        near = [a for a, keys in writes if key in keys
                and a.at - 2000 <= request.received <= a.at + 25 * SECOND]
        if near:
            max(near, key=lambda a: a.at).cascade.append(request)
            request.taken = True
