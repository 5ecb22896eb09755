#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Auditloupe authors
# SPDX-License-Identifier: Apache-2.0
"""Makes the archives here from ../formats/events.jsonl, with Python's own writers: other ones
than the program reads them with. Run it in this folder; the files come out the same each time."""

import bz2
import gzip
import io
import lzma
import pathlib
import tarfile
import zipfile

LOG = pathlib.Path("../formats/events.jsonl").read_bytes()
DAY = (2026, 3, 14, 2, 41, 0)
DAY_S = 1773456060


def zipped(name, bytes, method):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(zipfile.ZipInfo("logs/", DAY), b"")
        entry = zipfile.ZipInfo(name, DAY)
        entry.compress_type = method
        archive.writestr(entry, bytes)
    return file.getvalue()


class OneWay(io.RawIOBase):
    """A file that cannot go back: zip then says sizes behind the members."""

    def __init__(self):
        self.bytes = b""

    def writable(self):
        return True

    def write(self, bytes):
        self.bytes += bytes
        return len(bytes)


def zipped_one_way(name, bytes):
    file = OneWay()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        entry = zipfile.ZipInfo(name, DAY)
        entry.compress_type = zipfile.ZIP_DEFLATED
        archive.writestr(entry, bytes)
    return file.bytes


def tarred(name, bytes, format):
    file = io.BytesIO()
    with tarfile.open(fileobj=file, mode="w", format=format) as archive:
        entry = tarfile.TarInfo(name)
        entry.size = len(bytes)
        entry.mtime = DAY_S
        archive.addfile(entry, io.BytesIO(bytes))
    return file.getvalue()


FILES = {
    "stored.zip": zipped("logs/audit.log", LOG, zipfile.ZIP_STORED),
    "deflated.zip": zipped("logs/audit.log", LOG, zipfile.ZIP_DEFLATED),
    "bzip2.zip": zipped("logs/prüfung.log", LOG, zipfile.ZIP_BZIP2),
    "oneway.zip": zipped_one_way("audit.log", LOG),
    "ustar.tar": tarred("logs/audit.log", LOG, tarfile.USTAR_FORMAT),
    "pax.tar.xz": lzma.compress(tarred("logs/prüfung.log", LOG, tarfile.PAX_FORMAT)),
    "gnu.tar.gz": gzip.compress(tarred("l/" * 80 + "audit.log", LOG, tarfile.GNU_FORMAT), mtime=0),
    "zip-in.tar": tarred("in.zip", zipped("a.log", LOG, zipfile.ZIP_DEFLATED), tarfile.GNU_FORMAT),
    "audit.log.bz2": bz2.compress(LOG),
    "audit.log.xz": lzma.compress(LOG),
    "twice.gz": gzip.compress(gzip.compress(LOG, mtime=0), mtime=0),
    "members.gz": b"".join(gzip.compress(line, mtime=0) for line in LOG.splitlines(True)),
    "utf16-marked.log": b"\xff\xfe" + LOG.decode().replace("\n", "\r\n").encode("utf-16-le"),
    "utf16-big.log": LOG.decode().encode("utf-16-be"),
}

for name, bytes in FILES.items():
    pathlib.Path(name).write_bytes(bytes)
