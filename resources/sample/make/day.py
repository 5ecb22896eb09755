# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Two working days: the driven commands of the source, thinned and spread over office hours."""
import json
import re

from clock import FRIDAY, PEOPLE_BEGIN, SATURDAY, THURSDAY, at
from gojson import HOUR, MINUTE, SECOND, micros

ATTACK = micros('2026-11-20T16:18:04.5Z')
FRIDAY_FROM = micros('2026-11-20T16:17:41.9Z')
# How many of a kind of command stay, over both days: (pattern, number). First match counts.
LIMITS = [(r'get secret db-credentials -n prod', 1), (r'delete deploy web -n prod', 1),
          (r'create deploy huge', 1), (r'create deploy sketchy', 1), (r'apply --server-side', 4),
          (r'apply --dry-run', 3), (r'create rolebinding rb-1 |delete rolebinding rb-1 ', 2),
          (r'rolebinding rb-', 0), (r'create clusterrolebinding oops', 1), (r'top pods', 2),
          (r'auth can-i', 2), (r'auth whoami', 4), (r'componentstatuses', 1), (r'delete cm x', 1),
          (r'--as kubernetes-admin', 1), (r'drain', 1), (r'cordon', 2), (r'taint', 1),
          (r'networkpolicy', 0), (r'rollout undo', 1), (r'rollout restart', 5),
          (r'scale deploy', 5),
          (r'openapi', 2), (r'debug -n prod', 1), (r'deploy$', 9)]
ODDITIES = [r'certificate approve', r'certificate deny', r'get csr jane', r'delete csr dodgy',
            r'create cm big', r'none-such', r'POST /api/v1/namespaces/nope/',
            r'/serviceaccounts/web/token',
            r'/deployments/api/scale', r'web-\w+-\w+/eviction', r'namespaces/prod/pods\?limit=1$',
            r'GET /api/v1/pods\?limit=3', r'create -f -', r'subjectaccessreviews']
# Rounds of jane's that the sample gives to the developer whose account is stolen later.
KIRAN_ROUNDS = ('jane-3 ', 'jane-7 ', 'jane-12 ')
JANE = {'username': 'jane@example.com', 'uid': 'u-1002',
        'groups': ['dev-team', 'oidc:engineering', 'system:authenticated']}
KIRAN = {'username': 'developer-kiran', 'uid': 'u-1007',
         'groups': ['dev-team', 'oidc:engineering', 'system:authenticated']}
KIRAN_DAY = {'jane@example.com': 'developer-kiran', 'u-1002': 'u-1007', '10.0.2.31': '10.0.2.33',
             'kubectl-1.36.4/v1.36.4 (linux/amd64) kubernetes/bb826b1':
                 'kubectl/v1.33.1 (darwin/arm64) kubernetes/8adc0f0',
             **{f'jane-{n}': f'kiran-{n}' for n in (3, 7, 12)}}


def wanted(actions):
    """Marks what stays; the rounds of one person keep their order."""
    seen = {}
    for action in actions:
        if not PEOPLE_BEGIN <= action.at < ATTACK or action.phase not in ('humans', 'oddities',
                                                                          'ci'):
            action.keep = False
            continue
        if action.phase == 'oddities' and not any(re.search(o, action.text) for o in ODDITIES):
            action.keep = False
            continue
        for pattern, limit in LIMITS:
            if re.search(pattern, action.text):
                seen[pattern] = seen.get(pattern, 0) + 1
                action.keep = seen[pattern] <= limit
                break
    for action in actions:
        refused = [r for r in action.requests
                   if r.ref.get('name') in ('hostnet', 'hostpath', 'plain')]
        action.keep = action.keep and bool(action.requests) and not refused
    return [action for action in actions if action.keep]


def give_to_kiran(actions):
    everything = sorted((a for a in actions if a.phase == 'humans'), key=lambda a: a.at)
    rounds = []
    for action in everything:
        if action.actor == 'jane' and action.text.startswith('get deploy,svc,cm'):
            rounds.append([])
        if rounds and (action.actor == 'jane' or action.actor.startswith('Mozilla')):
            rounds[-1].append(action)
    for current in rounds:
        if any(r in action.text for action in current for r in KIRAN_ROUNDS):
            for action in current:
                denied = re.search(r'get secret|delete deploy|create deploy', action.text)
                action.keep = action.keep and not denied and not action.actor.startswith('Mozilla')
                action.rename = dict(KIRAN_DAY)


def sessions(actions):
    """Runs of commands that one person gives one after the other."""
    runs = []
    for action in actions:
        person = action.actor if not action.rename else 'kiran'
        if not runs or runs[-1][0] != person or len(runs[-1][1]) >= 9:
            runs.append((person, []))
        runs[-1][1].append(action)
    return [run for _, run in runs]


def spread(actions, windows, rng):
    """Gives each action its start: short pauses in a session, long ones between sessions."""
    runs = sessions(actions)
    pauses = [[rng.randint(12, 95) * SECOND + rng.randint(0, SECOND) for _ in run] for run in runs]
    total = sum(end - begin for begin, end in windows)
    free = total - sum(sum(row) for row in pauses)
    assert free > 0
    weights = [rng.expovariate(1) + 0.15 for _ in runs]
    position = 0
    for run, row, weight in zip(runs, pauses, weights):
        position += int(free * 0.97 * weight / sum(weights))
        for action, pause in zip(run, row):
            action.start = in_windows(windows, position)
            position += pause


def in_windows(windows, position):
    for begin, end in windows:
        if position < end - begin:
            return begin + position
        position -= end - begin
    raise ValueError(position)


def office_hours(day):
    return [(at(day, '08:04:00'), at(day, '12:10:00')), (at(day, '12:58:00'), at(day, '17:20:00'))]


def plan(actions, rng, clock):
    kept = wanted(actions)
    give_to_kiran(actions)
    kept = [action for action in kept if action.keep]
    for day, mine in ((THURSDAY, [a for a in kept if a.at < FRIDAY_FROM]),
                      (FRIDAY, [a for a in kept if a.at >= FRIDAY_FROM])):
        spread(mine, office_hours(day), rng)
    for action in kept:
        clock.anchor(action.at, action.start)
    return kept


def put_action(sample, action, tag='', rename=None, edit=None, cascade=True, marks=(), verb=None):
    """Puts a command and what followed from it; the marks go to its requests of that verb."""
    rename = action.rename if rename is None else rename
    shift = action.start - action.at
    for request in action.requests:
        sample.put(request, request.received + shift, rename=rename, edit=edit, tag=tag,
                   context=action.at, marks=marks if verb in (None, request.verb) else ())
    if cascade:
        for request in action.cascade:
            sample.put(request, request.received + shift, tag=tag, context=action.at,
                       rename=action.rename)


def put_days(sample, actions, requests, rng):
    for action in plan(actions, rng, sample.clock):
        put_action(sample, action)
    nightly(sample, requests)
    long_watch(sample, requests)


def nightly(sample, requests):
    """The nightly report runs at 01:00; its job's name holds the minute."""
    for minute, day in ((29919857, FRIDAY), (29919858, SATURDAY)):
        begin = minute * MINUTE
        moment = at(day, '01:00:00')
        rename = {str(minute): str(moment // MINUTE)}
        for request in requests:
            about = json.dumps(request.last.get('objectRef', {})) + request.uri
            mine = f'nightly-report-{minute}' in about or (
                request.ref.get('resource') == 'cronjobs' and request.verb == 'update'
                or f'nightly-report-{minute}' in json.dumps(request.last.get('requestObject')))
            if mine and begin <= request.received < begin + 8 * SECOND:
                sample.put(request, request.received - begin + moment, rename=rename,
                           tag=f'nightly {minute}', context=begin)


def long_watch(sample, requests):
    """A dashboard left open over the day: one watch from morning to evening."""
    watch = next(r for r in requests if r.verb == 'watch' and r.agent.startswith('Mozilla')
                 and len(r.events) == 2 and r.received > PEOPLE_BEGIN)
    for day, begin in ((THURSDAY, '08:31:12.418'), (FRIDAY, '09:02:40.733')):
        start = at(day, begin)
        sample.put(watch, start, rename={'timeoutSeconds=15': 'timeoutSeconds=28800'},
                   end=start + 8 * HOUR + 469, tag=f'dashboard {begin}', marks=['long-watch'])
