# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""What never sleeps: heartbeats, probes, scrapes, syncs and backups, thinned to a few an hour."""
from clock import SATURDAY, THURSDAY, at
from gojson import HOUR, MINUTE, SECOND

BEGIN = at(THURSDAY, '06:00:00')
END = at(SATURDAY, '12:00:00')


def in_burst(requests, gap):
    """Splits a stream into the bursts in which it came."""
    bursts = []
    for request in requests:
        if not bursts or request.received - bursts[-1][-1].received > gap:
            bursts.append([])
        bursts[-1].append(request)
    return bursts


def is_lease(user):
    return lambda r: r.user == user and r.ref.get('resource') == 'leases' and r.verb == 'update'


STREAMS = [
    ('probe', lambda r: r.agent.startswith('kube-probe'), 20 * MINUTE, 3, 0),
    ('lease-kcm', is_lease('system:kube-controller-manager'), 15 * MINUTE, 1, 0),
    ('lease-scheduler', is_lease('system:kube-scheduler'), 15 * MINUTE, 1, 0),
    ('lease-apiserver', is_lease('system:apiserver'), 60 * MINUTE, 1, 0),
    ('lease-node-1', is_lease('system:node:node-1'), 15 * MINUTE, 1, 0),
    ('lease-node-2', is_lease('system:node:node-2'), 15 * MINUTE, 1, 0),
    ('status-node', lambda r: r.ref.get('resource') == 'nodes'
     and r.ref.get('subresource') == 'status',
     60 * MINUTE, 2, 0),
    ('prometheus', lambda r: r.agent.startswith('Prometheus') and r.verb != 'watch', 60 * MINUTE,
     3, 0),
    ('argocd', lambda r: r.agent.startswith('argocd') and r.verb != 'watch', 40 * MINUTE, 5, 0),
    ('hpa', lambda r: r.user.endswith(':horizontal-pod-autoscaler') and r.verb == 'list',
     2 * HOUR, 3, 0),
    ('scanner', lambda r: r.user.endswith('legacy:scanner') and r.code == 403, 3 * HOUR, 3, 0),
    ('cronjob', lambda r: r.user.endswith(':cronjob-controller') and r.verb == 'get', 2 * HOUR, 1,
     0),
    ('quota', lambda r: r.user.endswith(':resourcequota-controller') and r.verb == 'get', 4 * HOUR,
     4, 0),
    ('backup', lambda r: r.agent.startswith('velero-server'), 6 * HOUR, 3, 6),
]


def closed(moment, downtimes):
    return any(begin - 2 * SECOND <= moment < end + 5 * SECOND for begin, end in downtimes)


def put_noise(sample, requests, rng, downtimes):
    for name, belongs, period, most, aligned in STREAMS:
        pool = [r for r in requests if belongs(r)]
        bursts = [burst[:most] for burst in in_burst(pool, SECOND // 2)]
        usual = max(len(burst) for burst in bursts)
        bursts = [burst for burst in bursts if len(burst) == usual]
        moment, turn = BEGIN + (0 if aligned else rng.randint(0, period)), 0
        while moment < END:
            burst = bursts[turn % len(bursts)]
            start = moment + (17 * SECOND + 204113 if aligned else 0)
            if not closed(start, downtimes):
                for request in burst:
                    sample.put(request, start + request.received - burst[0].received,
                               tag=f'{name} {turn}', context=burst[0].received)
            turn += 1
            moment += period if aligned else int(period * rng.uniform(0.85, 1.15))


def put_tokens(sample, requests):
    """Thursday morning: tokens issued, to the controllers and (by the administrator) to agents."""
    minted = [r for r in requests if r.ref.get('subresource') == 'token' and r.verb == 'create'
              and r.user in ('system:kube-controller-manager', 'kubernetes-super-admin')]
    begin = at(THURSDAY, '06:12:00')
    for number, request in enumerate(minted):
        sample.put(request, begin + number * 41 * SECOND + request.received % SECOND,
                   tag='token', marks=['tokens-issued'])
