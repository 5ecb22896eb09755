# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Checks the sample as it lies in its folder, without the sources it was made from."""
import gzip
import ipaddress
import json
import os
import re

import policy
import yamlsubset
from gojson import FIELDS, SECOND, dumps, micros

LONG = ('exec', 'attach', 'portforward', 'proxy', 'log')
STAGES = ('RequestReceived', 'ResponseStarted', 'ResponseComplete', 'Panic')
TEST_NETS = [ipaddress.ip_network(net) for net in (
    '192.0.2.0/24', '198.51.100.0/24', '203.0.113.0/24', '10.0.0.0/8', '172.16.0.0/12',
    '192.168.0.0/16', '127.0.0.0/8')]
LINE_DISORDER = 2 * SECOND


class Report:
    def __init__(self):
        self.faults = []

    def expect(self, truth, text):
        if not truth:
            self.faults.append(text)


def files(folder):
    names = sorted(n for n in os.listdir(folder) if n.startswith('audit')
                   and n.endswith(('.log', '.gz')))
    return [n for n in names if n.endswith('.gz')] + ['audit.log']


def read(folder, name):
    opener = gzip.open if name.endswith('.gz') else open
    with opener(os.path.join(folder, name), 'rt', encoding='utf-8') as file:
        return file.read().splitlines()


def check_event(event, line, report, place):
    report.expect(list(event) == [f for f in FIELDS if f in event], f'{place}: order of fields')
    report.expect(dumps(event) == line, f'{place}: not as Go would write it')
    report.expect(event['stage'] in STAGES, f'{place}: stage')
    for name in ('requestReceivedTimestamp', 'stageTimestamp'):
        good = re.fullmatch(r'2026-03-1[1-4]T\d\d:\d\d:\d\d\.\d{6}Z', event[name])
        report.expect(good, f'{place}: {name} {event[name]}')
    report.expect('2026-11-20' not in line, f'{place}: a time of the source is left')
    bodies = [b for b in ('requestObject', 'responseObject') if b in event]
    report.expect(not (event['level'] == 'Metadata' and bodies), f'{place}: body at Metadata')
    report.expect(not (event['level'] == 'Request' and 'responseObject' in bodies),
                  f'{place}: response body at Request')
    early = event['stage'] == 'RequestReceived'
    report.expect(not early or not bodies and 'responseStatus' not in event, f'{place}: too early')
    report.expect(early or 'responseStatus' in event, f'{place}: no status')
    path = event['requestURI'].split('?')[0]
    is_resource = re.match(r'/(api/v1|apis/[^/]+/[^/]+)/.', path) is not None
    report.expect(is_resource == ('objectRef' in event), f'{place}: objectRef of {path}')
    for address in event['sourceIPs']:
        inside = any(ipaddress.ip_address(address) in net for net in TEST_NETS)
        report.expect(inside, f'{place}: address {address}')


def check_stages(events, report, killed):
    stages = [event['stage'] for event in events]
    last = events[-1]
    name = last['auditID'] + ' ' + last['requestURI']
    if last.get('responseStatus', {}).get('code') == 401:
        report.expect(stages == ['ResponseStarted'] and last['user'] == {}, f'{name}: 401 {stages}')
        return
    ref = last.get('objectRef', {})
    long = last['verb'] in ('watch', 'proxy') or ref.get('subresource') in LONG or (
        last['requestURI'].startswith('/debug/pprof'))
    report.expect(long or 'ResponseStarted' not in stages,
                  f'{name}: started, though not long-running')
    end = stages[-1]
    report.expect(end in ('ResponseComplete', 'Panic') or name.split()[0] in killed,
                  f'{name}: ends {end}')
    order = [STAGES.index(stage) for stage in stages]
    report.expect(order == sorted(set(order)), f'{name}: {stages}')
    moments = [micros(event['stageTimestamp']) for event in events]
    report.expect(moments == sorted(moments), f'{name}: stages out of order')
    report.expect(len({e['requestReceivedTimestamp'] for e in events}) == 1,
                  f'{name}: two arrivals')


def check_policy(requests, report, claimed, drift):
    for events in requests.values():
        level, omitted = policy.decide(claimed, events[-1])
        for event in events:
            known = (event['auditID'] in drift and level == 'Metadata'
                     and event['level'] == 'RequestResponse')
            report.expect(event['level'] == level or known,
                          f"{event['auditID']}: {event['level']}, the policy says {level}")
            report.expect(event['stage'] not in omitted,
                          f"{event['auditID']}: omitted {event['stage']}")
        must = {'RequestReceived', 'ResponseComplete'} - omitted
        code = events[-1].get('responseStatus', {}).get('code')
        whole = code == 401 or events[-1]['stage'] != 'ResponseComplete'
        report.expect(whole or must <= {e['stage'] for e in events},
                      f"{events[0]['auditID']}: stage missing")


def value_at(event, path):
    if path == 'ip':
        return event['sourceIPs']
    values = [event]
    for part in re.findall(r'[^.\[\]]+', path):
        step = []
        for value in values:
            if isinstance(value, list) and part.isdigit() and int(part) < len(value):
                step.append(value[int(part)])
            elif isinstance(value, dict) and part in value:
                step.append(value[part])
        values = step
    return values


def selects(where, event):
    for clause in where.split(' and '):
        field, _, wanted = clause.partition('=')
        if wanted not in [str(value) for value in value_at(event, field)]:
            return False
    return True


def check_answers(folder, requests, report):
    with open(os.path.join(folder, 'answers.yaml'), encoding='utf-8') as file:
        entries = yamlsubset.parse(file.read())
    report.expect(len({e['id'] for e in entries}) == len(entries), 'answers: an id twice')
    for entry in entries:
        named = set(entry['auditIDs'] or [])
        report.expect(named, f"answers: {entry['id']} names nothing")
        found = {identity for identity, events in requests.items()
                 if any(selects(entry.get('where', entry['condition']), event) for event in events)}
        report.expect(named == found,
                      f"answers: {entry['id']}: {len(named)} named, {len(found)} found, "
                                      f'{sorted(found ^ named)[:3]}')
    return {entry['id']: entry['auditIDs'] for entry in entries}


def run(folder):
    report, requests, count, latest = Report(), {}, 0, 0
    for name in files(folder):
        for number, line in enumerate(read(folder, name), 1):
            event = json.loads(line)
            place = f'{name}:{number}'
            check_event(event, line, report, place)
            moment = micros(event['stageTimestamp'])
            report.expect(moment >= latest - LINE_DISORDER, f'{place}: older than the line before')
            latest, count = max(latest, moment), count + 1
            requests.setdefault(event['auditID'], []).append(event)
    answers = check_answers(folder, requests, report)
    single = {i for i, events in requests.items() if len(events) == 1
              and events[0]['stage'] == 'RequestReceived'}
    report.expect(len(single) == 1, f'killed requests: {sorted(single)}')
    open_end = {i for i, events in requests.items() if events[-1]['stage'] == 'ResponseStarted'}
    for events in requests.values():
        check_stages(events, report, single | {i for i in open_end
                                               if requests[i][-1]['verb'] == 'watch'})
    claimed = policy.load(os.path.join(folder, 'policy.yaml'))
    check_policy(requests, report, claimed, set(answers['drift']))
    for fault in report.faults[:40]:
        print('fault:', fault)
    print(f'{count} events of {len(requests)} requests, {len(answers)} answers, '
          f'{len(report.faults)} faults')
    return 1 if report.faults else 0
