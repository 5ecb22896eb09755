# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Friday evening and Saturday night: what was done from 203.0.113.66."""
import copy
import json

from clock import FRIDAY, SATURDAY, at
from compose import (AS_KIRAN, Finder, become, chain, kiran_as_admin, kiran_from_deployer,
                     whoami_as)
from day import KIRAN, put_action
from gojson import MINUTE, SECOND
from source import ATTACKER_IP

VELERO = 'system:serviceaccount:velero:velero'
DEPLOYER = 'system:serviceaccount:ci:deployer'
OLD_KUBECTL = 'kubectl/v1.28.4 (linux/amd64) kubernetes/bae2c62'
WEB_PODS = ('web-75668ff68d-gshd6', 'web-75668ff68d-8hw69')
TWELVE = ['default', 'kube-system', 'kube-public', 'prod', 'payments', 'dev', 'ci', 'monitoring',
          'argocd', 'velero', 'prod/secrets/db-credentials', 'payments/secrets/stripe-api-key']
# What the thief asks "can I …?" about: verb, resource, API group, namespace, answer.
QUESTIONS = [('create', 'pods', '', 'production', True),
             ('create', 'pods', '', 'kube-system', True),
             ('create', 'pods', '', 'velero', True), ('get', 'secrets', '', 'production', False),
             ('list', 'secrets', '', 'payments', False),
             ('list', 'secrets', '', 'kube-system', False),
             ('delete', 'nodes', '', '', False), ('get', 'nodes', '', '', False),
             ('create', 'clusterrolebindings', 'rbac.authorization.k8s.io', '', False),
             ('escalate', 'clusterroles', 'rbac.authorization.k8s.io', '', False),
             ('impersonate', 'users', '', '', False),
             ('delete', 'configmaps', '', 'production', True),
             ('update', 'deployments', 'apps', 'payments', True),
             ('create', 'serviceaccounts', '', 'kube-system', False)]


def stolen_token(find):
    """The token that the privileged pod carried: bound to it, issued to its kubelet."""
    issued = find.request(user='system:node:node-2', verb='create',
                          uri='velero/serviceaccounts/velero/token').last
    pod = find.request(verb='create', uri='/namespaces/velero/pods', code=201, user=DEPLOYER).last
    node = find.request(verb='get', uri='/api/v1/nodes/node-2$', code=200).last
    key = 'authentication.kubernetes.io/'
    extra = {'credential-id': issued['annotations'][key + 'issued-credential-id'],
             'node-name': 'node-2', 'node-uid': node['responseObject']['metadata']['uid'],
             'pod-name': 'velero-maintenance', 'pod-uid': pod['responseObject']['metadata']['uid']}

    def edit(event):
        event['user']['extra'] = {key + name: [value] for name, value in extra.items()}
        whoami_as(event['user'])(event)
    return edit


def play(sample, find, actor, text, start, index=0, **options):
    if actor == 'attacker2':
        options.setdefault('edit', stolen_token(find))
    action = copy.copy(find.action(actor, text, 'attack', index))
    action.start = start
    put_action(sample, action, tag='night', **options)
    return action


def put_night(sample, requests, actions):
    find = Finder(requests, actions)
    knock(sample, find)
    look_around(sample, find)
    get_in(sample, find)
    take_over(sample, find)
    production(sample, find)
    cover_up(sample, find)


def knock(sample, find):
    """Scanner, guessed tokens, then one that fits."""
    scans = [a.requests[0] for a in find.actions if a.phase == 'oddities' and a.requests
             and a.requests[0].address == ATTACKER_IP]
    for number, request in enumerate(scans + find.raw_attack('Mozilla')):
        sample.put(request, at(FRIDAY, '22:37:40.118') + number * 1_103_000
                   + request.received % 90_000,
                   tag='scan', marks=['scanner'])
    for number, request in enumerate(r for r in find.raw_attack('curl', '/api/v1/secrets')
                                     if r.code == 401):
        sample.put(request, at(FRIDAY, '22:48:03.551') + number * 17 * SECOND
                   + request.received % 700_000,
                   tag='guess', marks=['failed-logins'])
    play(sample, find, 'attacker', '^auth whoami', at(FRIDAY, '22:51:20.402'), rename=AS_KIRAN,
         edit=kiran_from_deployer, marks=['first-success'])


def look_around(sample, find):
    play(sample, find, 'attacker', 'can-i --list', at(FRIDAY, '22:53:04.077'), rename=AS_KIRAN,
         edit=kiran_from_deployer, marks=['enumeration'])
    asked = find.request(user='bob', uri='/selfsubjectaccessreviews$')
    for number, question in enumerate(QUESTIONS):
        sample.put(asked, at(FRIDAY, '22:54:11.3') + number * 3_120_000 + number * number * 8117,
                   tag=f'can-i {number}', marks=['enumeration'],
                   edit=chain(become(KIRAN, ATTACKER_IP), ask(question)))
    play(sample, find, 'attacker', 'get pods -A', at(FRIDAY, '22:57:40.2'), rename=AS_KIRAN,
         edit=kiran_from_deployer)
    for number, where in enumerate(TWELVE):
        path = '/api/v1/namespaces/' + (where if '/' in where else where + '/secrets')
        denied = next(r for r in find.raw_attack('curl', path) if r.code == 403)
        sample.put(denied, at(FRIDAY, '23:04:02.88') + number * 4_410_000
                   + denied.received % 400_000,
                   rename=AS_KIRAN, edit=kiran_from_deployer, tag='denied',
                   marks=['denied-secrets'])


def ask(question):
    verb, resource, group, namespace, allowed = question
    attributes = {'namespace': namespace, 'verb': verb, 'group': group, 'resource': resource}
    attributes = {key: value for key, value in attributes.items() if value}

    def edit(event):
        for key in ('requestObject', 'responseObject'):
            if key in event:
                event[key]['spec'] = {'resourceAttributes': attributes}
                event[key]['status'] = {'allowed': allowed if key == 'responseObject' else False}
    return edit


def get_in(sample, find):
    """Refused the short way, the thief takes the long one: a pod that owns its node."""
    kiran = {'rename': AS_KIRAN, 'edit': kiran_from_deployer}
    play(sample, find, 'attacker', 'create clusterrolebinding x', at(FRIDAY, '23:09:31.6'),
         marks=['binding-refused'], verb='create', **kiran)
    play(sample, find, 'attacker', '^create -f', at(FRIDAY, '23:15:22.9'), marks=['privileged-pod'],
         verb='create', **kiran)
    play(sample, find, 'attacker', '^get pod velero', at(FRIDAY, '23:15:41.0'), index=1, **kiran)
    for text, moment, length in (('exec .* cat ', '23:17:03.2', 3_207_114),
                                 ('exec .* sh ', '23:18:36.8', 94_513_209)):
        run_session(sample, find.action('attacker', text), at(FRIDAY, moment), length,
                    ['exec-velero'],
                    rename=AS_KIRAN, edit=kiran_from_deployer)


def run_session(sample, action, start, length, marks, **options):
    """A command of kubectl whose last request is the session itself."""
    shift = start - action.at
    for request in action.requests:
        session = request is action.requests[-1]
        begin = request.received + shift
        sample.put(request, begin, tag='session', context=action.at, marks=marks if session else (),
                   end=begin + length if session else None, **options)


def take_over(sample, find):
    """As velero's service account, cluster-admin by an old binding: a back door and a miner."""
    play(sample, find, 'attacker2', '^auth whoami', at(FRIDAY, '23:21:10.4'),
         marks=['stolen-token'])
    raw = [('/api/v1/secrets$', 'list', '23:21:58.1', ['all-secrets']),
           ('payments/secrets/stripe-api-key$', 'get', '23:23:15.7', []),
           ('kube-system/secrets/cloud-provider$', 'get', '23:23:49.3', []),
           ('/api/v1/configmaps$', 'list', '23:24:30.9', []),
           ('nodes/node-1/proxy/pods', 'get', '23:26:02.5', [])]
    for uri, verb, moment, marks in raw:
        request = find.request(user=VELERO, verb=verb, uri=uri, code=200, address=ATTACKER_IP)
        sample.put(request, at(FRIDAY, moment), tag='night', marks=marks, edit=stolen_token(find))
    play(sample, find, 'attacker2', 'create sa', at(FRIDAY, '23:30:12.7'))
    play(sample, find, 'attacker2', 'create clusterrolebinding', at(FRIDAY, '23:31:05.1'),
         edit=chain(stolen_token(find), bind_kiran_too), marks=['cluster-admin-binding'],
         verb='create')
    play(sample, find, 'attacker2', '^create -f', at(FRIDAY, '23:33:44.4'), index=0)
    play(sample, find, 'attacker2', 'create token', at(FRIDAY, '23:36:20.8'),
         marks=['back-door-token'])
    play(sample, find, 'attacker2', '^apply -f', at(FRIDAY, '23:38:09.2'))
    play(sample, find, 'attacker2', '^create -f', at(SATURDAY, '00:09:30.6'), index=1)
    play(sample, find, 'attacker2', 'certificate approve', at(SATURDAY, '00:10:12.0'))
    play(sample, find, 'attacker2', 'get csr', at(SATURDAY, '00:10:47.5'))
    back_door(sample, find)
    play(sample, find, 'attacker2', '^create -f', at(SATURDAY, '00:22:18.3'), index=2)
    play(sample, find, 'attacker2', '^create -f', at(SATURDAY, '00:27:51.9'), index=3)


def bind_kiran_too(event):
    for key in ('requestObject', 'responseObject'):
        if key in event:
            event[key]['subjects'].insert(0,
                                          {'kind': 'User', 'apiGroup': 'rbac.authorization.k8s.io',
                                              'name': 'developer-kiran'})


def back_door(sample, find):
    """The minted token is tried: the credential's id is the one that its issue announced."""
    issued = find.request(user=VELERO, uri='metrics-helper/token').last
    account = find.request(user=VELERO, verb='create', uri='kube-system/serviceaccounts').last
    user = {'username': 'system:serviceaccount:kube-system:metrics-helper',
            'uid': account['responseObject']['metadata']['uid'],
            'groups': ['system:serviceaccounts', 'system:serviceaccounts:kube-system',
                       'system:authenticated'],
            'extra': {'authentication.kubernetes.io/credential-id':
                      [issued['annotations']['authentication.kubernetes.io/issued-credential-id']]}}
    reason = ('RBAC: allowed by ClusterRoleBinding "system:metrics-helper" of ClusterRole '
              '"cluster-admin" to ServiceAccount "metrics-helper/kube-system"')
    edit = chain(become(user, ATTACKER_IP, reason=reason), whoami_as(user))
    sample.put(find.action('attacker2', '^auth whoami').requests[0], at(SATURDAY, '00:16:02.6'),
               edit=edit, tag='back door', marks=['back-door-used'])
    sample.put(find.request(user=VELERO, verb='list', uri='/api/v1/configmaps$',
                            address=ATTACKER_IP),
               at(SATURDAY, '00:17:33.1'), edit=edit, tag='back door', marks=['back-door-used'])


def production(sample, find):
    play(sample, find, 'attacker2', '--as kubernetes-admin', at(SATURDAY, '02:11:26.3'),
         marks=['impersonation'])
    list_production(sample, find)
    for text, moment, length in (('exec -n payments', '02:18:40.1', 2_911_402),
                                 ('^cp ', '02:20:05.7', 6_402_997)):
        action = copy.copy(find.action('attacker2', text))
        action.requests = sorted(action.requests, key=lambda r: r.received)
        action.requests = [r for r in action.requests if '/exec?' not in r.uri] + [
            r for r in action.requests if '/exec?' in r.uri]
        run_session(sample, action, at(SATURDAY, moment), length, ['exec-get'], edit=kiran_as_admin)
    exec_by_post(sample, find)
    forward = find.request(user=VELERO, uri='/portforward', address=ATTACKER_IP)
    start = at(SATURDAY, '02:27:14.6')
    sample.put(forward, start, end=start + 14 * MINUTE + 3_618_220, edit=kiran_as_admin,
               tag='night', marks=['port-forward'])
    play(sample, find, 'attacker2', 'delete networkpolicy', at(SATURDAY, '02:33:08.9'),
         edit=kiran_as_admin, marks=['network-policy'], verb='delete')
    play(sample, find, 'attacker2', 'label ns payments', at(SATURDAY, '02:35:47.2'),
         edit=kiran_as_admin)
    play(sample, find, 'attacker2', 'delete validatingwebhook', at(SATURDAY, '02:38:19.5'),
         edit=kiran_as_admin)


def list_production(sample, find):
    """02:15: the shape of one genuine list with the Secrets of another."""
    shape = find.action('attacker2', '--as kubernetes-admin').requests[0]
    everything = find.request(user=VELERO, verb='list', uri='/api/v1/secrets$', address=ATTACKER_IP)
    items = [item for item in everything.last['responseObject']['items']
             if item['metadata']['namespace'] == 'prod']

    def edit(event):
        kiran_as_admin(event)
        event.pop('impersonatedUser', None)
        if 'responseObject' in event:
            event['responseObject']['items'] = json.loads(json.dumps(items))
    sample.put(shape, at(SATURDAY, '02:15:07.312844'), rename={'payments': 'prod'}, edit=edit,
               tag='secrets of production', marks=['secrets-0215'])


def exec_by_post(sample, find):
    """An older kubectl speaks SPDY: the same session as a POST, hence the verb create."""
    session = find.request(user=VELERO, uri='/exec.command=printenv')
    pod = session.ref['name']

    def edit(event):
        kiran_as_admin(event)
        event['verb'], event['userAgent'] = 'create', OLD_KUBECTL
        event['requestURI'] = (f'/api/v1/namespaces/prod/pods/{WEB_PODS[0]}/exec?command=sh'
                               '&container=app&stdin=true&stdout=true&tty=true')
    start = at(SATURDAY, '02:23:11.058')
    sample.put(session, start, rename={'"namespace":"payments"': '"namespace":"prod"',
                                       pod: WEB_PODS[0]},
               edit=edit, end=start + 221_448_071, tag='exec by POST', marks=['exec-post'])


def cover_up(sample, find):
    play(sample, find, 'attacker2', 'delete events --all -n velero', at(SATURDAY, '02:55:02.2'),
         edit=kiran_as_admin, marks=['events-deleted'], verb='delete')
    many = copy.copy(find.action('attacker2', 'delete events --all -n payments'))
    many.requests = many.requests[:21]
    many.start, many.cascade = at(SATURDAY, '02:55:31.7'), []
    put_action(sample, many, tag='night', edit=kiran_as_admin, marks=['events-deleted'],
               verb='delete')
    play(sample, find, 'attacker2', 'delete pod velero', at(SATURDAY, '02:58:44.1'),
         edit=kiran_as_admin)
