# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Reads the part of YAML that the sample's own files use.

Block mappings and lists, flow lists of strings, plain and double-quoted scalars, comments.
"""
import json
import re


def scalar(text):
    text = text.strip()
    if text.startswith('[') or text.startswith('"'):
        return json.loads(text)
    if text in ('true', 'false'):
        return text == 'true'
    return text


def lines_of(text):
    rows = []
    for line in text.splitlines():
        stripped = line.strip()
        if stripped and not stripped.startswith('#'):
            rows.append((len(line) - len(line.lstrip()), stripped))
    return rows


def block(rows, at, indent):
    if rows[at][1].startswith('- '):
        return sequence(rows, at, indent)
    return mapping(rows, at, indent)


def sequence(rows, at, indent):
    items = []
    while at < len(rows) and rows[at][0] == indent and rows[at][1].startswith('- '):
        rest = rows[at][1][2:]
        if re.match(r'[A-Za-z0-9_.-]+:( |$)', rest):
            rows[at] = (indent + 2, rest)
            item, at = mapping(rows, at, indent + 2)
        else:
            item, at = scalar(rest), at + 1
        items.append(item)
    return items, at


def mapping(rows, at, indent):
    found = {}
    while at < len(rows) and rows[at][0] == indent and not rows[at][1].startswith('- '):
        key, _, rest = rows[at][1].partition(':')
        at += 1
        if rest.strip():
            found[key] = scalar(rest)
            continue
        deeper = at < len(rows) and (rows[at][0] > indent
                                     or rows[at][0] == indent and rows[at][1].startswith('- '))
        found[key], at = block(rows, at, rows[at][0]) if deeper else (None, at)
    return found, at


def parse(text):
    rows = lines_of(text)
    return block(rows, 0, rows[0][0])[0]
