# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Names of the sample cluster, and harmless stand-ins for tokens, keys and certificates."""
import base64
import hashlib
import json
import re


def fake_token():
    parts = [{'alg': 'RS256', 'kid': 'sample-key-not-in-use'},
             {'iss': 'https://kubernetes.default.svc', 'sub': 'stand-in for a token of the sample'},
             {'note': 'this signature signs nothing'}]
    encoded = [base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip('=')
               for part in parts]
    return '.'.join(encoded)


def fake_pem(kind, line_break):
    body = base64.b64encode(b'stand-in, no key material: sample of an audit log. ' * 12).decode()
    rows = [body[i:i + 64] for i in range(0, len(body), 64)]
    return line_break.join(['-----BEGIN ' + kind + '-----'] + rows
                           + ['-----END ' + kind + '-----', ''])


TOKEN = fake_token()
TOKEN_64 = base64.b64encode(TOKEN.encode()).decode()
RULES = [
    (re.compile(r'eyJ[\w-]+\.eyJ[\w-]+\.[\w-]+'), lambda m: TOKEN),
    (re.compile(r'ZXlKa[A-Za-z0-9+/]+=*'), lambda m: TOKEN_64),
    (re.compile(r'-----BEGIN ([A-Z ]+)-----.*?-----END \1-----\\n'),
     lambda m: fake_pem(m.group(1), '\\n')),
    (re.compile(r'LS0tLS1CRUdJTi[A-Za-z0-9+/]+=*'),
     lambda m: base64.b64encode(fake_pem(pem_kind(m.group(0)), '\n').encode()).decode()),
    (re.compile(r'(?<![A-Za-z0-9-])prod(?![A-Za-z0-9-])'), lambda m: 'production'),
    (re.compile(r'default-scheduler-vm'), lambda m: 'default-scheduler-cp-1'),
    (re.compile(r'hollow-kubelet'), lambda m: 'kubelet/v1.36.2 (linux/amd64) kubernetes/0000000'),
    (re.compile(r'fakeRuntime://([^"]+)'),
     lambda m: 'containerd://' + hashlib.sha256(m.group(1).encode()).hexdigest()),
]


def pem_kind(text):
    start = base64.b64decode(text[:len(text) // 4 * 4])
    return re.match(rb'-----BEGIN ([A-Z ]+)-----', start).group(1).decode()


def scrub(text, event):
    for pattern, stand_in in RULES:
        text = pattern.sub(stand_in, text)
    # Hollow nodes give every pod the same address.
    pod = hashlib.sha256(event.get('objectRef', {}).get('name', '').encode()).digest()
    return text.replace('192.168.192.168', f'10.244.{1 + pod[0] % 2}.{2 + pod[1] % 250}')
