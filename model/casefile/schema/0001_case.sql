-- SPDX-FileCopyrightText: 2026 The Auditloupe authors
-- SPDX-License-Identifier: Apache-2.0

-- Where the events came from: one row a file, standard input, archive or member of an archive.
CREATE TABLE source (
    id           INTEGER PRIMARY KEY,
    parent       INTEGER REFERENCES source (id), -- of a member: the archive it stands in
    path         TEXT    NOT NULL, -- of a member: the parent's, " » " and its name in there
    format       TEXT    NOT NULL, -- "tar", "zip": an archive, which has no stream of its own
    compression  TEXT    NOT NULL, -- "none", "gzip", "gzip/gzip" …, the outermost first
    encoding     TEXT    NOT NULL, -- "utf-16le", "utf-16be", kept as UTF-8; "" as found
    bytes        INTEGER NOT NULL, -- as found; of a member: as they stand in the archive
    stream_bytes INTEGER NOT NULL, -- decompressed, and in UTF-8
    sha256       BLOB,             -- of these bytes; NULL until they were read to the end
    modified_us  INTEGER,
    mode         INTEGER,          -- permission bits
    owner        TEXT    NOT NULL,
    state        INTEGER NOT NULL, -- 0 importing, 1 complete, 2 damaged, 3 cancelled
    message      TEXT    NOT NULL,
    events       INTEGER NOT NULL, -- rows and copies
    duplicates   INTEGER NOT NULL,
    conflicts    INTEGER NOT NULL,
    rejected     INTEGER NOT NULL,
    salvaged     INTEGER NOT NULL,
    other        TEXT    NOT NULL, -- JSON object: reason -> count
    first_us     INTEGER,
    last_us      INTEGER,
    imported_us  INTEGER NOT NULL,
    imported_by  TEXT    NOT NULL,
    cluster      TEXT    NOT NULL,
    node         TEXT    NOT NULL,
    cluster_from INTEGER NOT NULL, -- who says so: 0 nobody, 1 all of its entries, 2 its path,
    node_from    INTEGER NOT NULL, -- 3 the user
    server       TEXT    NOT NULL  -- the API server that wrote it, by the path: 'kube-apiserver'
) STRICT;

-- What a source's file was when it was imported before: it has grown since, or has another name.
CREATE TABLE earlier_file (
    source       INTEGER NOT NULL REFERENCES source (id),
    path         TEXT    NOT NULL,
    compression  TEXT    NOT NULL,
    bytes        INTEGER NOT NULL, -- as found
    stream_bytes INTEGER NOT NULL,
    sha256       BLOB,
    modified_us  INTEGER,
    imported_us  INTEGER NOT NULL,
    imported_by  TEXT    NOT NULL
) STRICT;

-- Sources that were downloaded: from where, and what the server said of them. No secrets: what
-- signs a URL is masked. A broken download's source has state 2.
CREATE TABLE download (
    source        INTEGER PRIMARY KEY REFERENCES source (id),
    url           TEXT    NOT NULL, -- as it was asked for
    redirects     TEXT    NOT NULL, -- JSON array: the URLs that followed; the last sent the bytes
    fetched_us    INTEGER NOT NULL, -- when the last byte came
    etag          TEXT    NOT NULL, -- empty where the server sent none
    last_modified TEXT    NOT NULL,
    content_type  TEXT    NOT NULL,
    size          INTEGER,          -- as the server announced it
    whole         INTEGER NOT NULL  -- 0: the download broke off
) STRICT;

-- A source's decompressed stream, whole, in pieces of about 256 KiB that end where a record ends.
CREATE TABLE block (
    id            INTEGER PRIMARY KEY,
    source        INTEGER NOT NULL REFERENCES source (id),
    stream_offset INTEGER NOT NULL,
    length        INTEGER NOT NULL, -- decompressed
    encoded_at    INTEGER,          -- NULL: of the stream itself. Otherwise of what entries of it
                                    -- held in base64: where the entry stands; such blocks have
                                    -- stream offsets of their own
    data          BLOB    NOT NULL  -- one zstd frame
) STRICT;

-- How an event is found inside of an exported entry.
CREATE TABLE envelope (
    id        INTEGER PRIMARY KEY,
    format    TEXT    NOT NULL, -- names of model/sources/formats, the outermost first: "cri/gelf"
    head_kind INTEGER NOT NULL, -- 0 none, 1 JSON, 2 to 4 rows divided by comma, semicolon, tab
    head      TEXT    NOT NULL, -- what stood in front of the entries: {"logGroup":…}, column names
    UNIQUE (format, head_kind, head)
) STRICT;

-- Texts of few distinct values; lists of texts as JSON arrays.
CREATE TABLE string (
    id    INTEGER PRIMARY KEY,
    value TEXT NOT NULL UNIQUE
) STRICT;

-- Clusters whose exports tell in which account they are. Events and sources name them as shown.
CREATE TABLE cluster (
    name    TEXT NOT NULL,
    account TEXT NOT NULL, -- EKS: the account's number; GKE: project/location; AKS: subscription/group
    shown   TEXT NOT NULL, -- the name alone, where the case knows one account of it
    PRIMARY KEY (name, account)
) STRICT, WITHOUT ROWID;

-- One row an event. Times are microseconds since 1970, UTC. NULL is absent. The columns without a
-- type of their own are ids into `string`.
CREATE TABLE event (
    id                INTEGER PRIMARY KEY,
    -- What indexes are built from comes first: SQLite walks a row from its start.
    time_us           INTEGER, -- stageTimestamp, or what older versions have in its place
    request           INTEGER NOT NULL, -- hash: equal for the stages of one request
    stage             INTEGER NOT NULL, -- 0 unknown, 1 RequestReceived … 4 Panic
    last              INTEGER NOT NULL, -- 1: the request's most complete stage
    level             INTEGER NOT NULL, -- 0 unknown, 1 None, 2 Metadata, 3 Request, 4 RequestResponse
    code              INTEGER,
    decision          INTEGER NOT NULL, -- 0 none, 1 allow, 2 forbid
    flags             INTEGER NOT NULL, -- bits: model/event/auditevent.h, EventFlag
    verb              INTEGER,
    username          INTEGER,
    resource          INTEGER,
    subresource       INTEGER,
    namespace         INTEGER,
    api_group         INTEGER,
    api_version       INTEGER,
    source_ips        INTEGER,
    user_agent        INTEGER,
    user_groups       INTEGER,
    impersonated_user INTEGER,
    reason            INTEGER,
    cluster           INTEGER,
    node              INTEGER,
    envelope          INTEGER, -- NULL: the entry is the event
    received_us       INTEGER,
    source            INTEGER NOT NULL,
    block             INTEGER NOT NULL,
    block_offset      INTEGER NOT NULL, -- of the entry as exported
    length            INTEGER NOT NULL,
    content           INTEGER NOT NULL, -- hash of the event's bytes after kind and apiVersion
    audit_id          TEXT,
    name              TEXT,
    request_uri       TEXT
) STRICT;

-- Every further copy of an event that is a row already.
CREATE TABLE copy (
    event        INTEGER NOT NULL,
    source       INTEGER NOT NULL,
    block        INTEGER NOT NULL,
    block_offset INTEGER NOT NULL,
    length       INTEGER NOT NULL,
    envelope     INTEGER,
    conflict     INTEGER NOT NULL, -- 1: its recorded fields differ from the row's
    PRIMARY KEY (event, block, block_offset)
) STRICT, WITHOUT ROWID;

-- What should have been an event and was not. The bytes stand in the source's stream.
CREATE TABLE rejected (
    id            INTEGER PRIMARY KEY,
    source        INTEGER NOT NULL,
    line          INTEGER NOT NULL, -- from 1
    stream_offset INTEGER NOT NULL,
    encoded       INTEGER NOT NULL, -- 1: in the stream of what was encoded in entries
    length        INTEGER NOT NULL,
    reason        TEXT    NOT NULL
) STRICT;

-- `settled`: the highest event id whose duplicates and requests are settled.
CREATE TABLE setting (
    key   TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;
