-- SPDX-License-Identifier: Apache-2.0
-- Keys, what callers may ask and did ask, and who changed what.
create table api_key (
  id           text collate "C" primary key check (id ~ '^stl_[0-9a-f]{16}$'),
  seq          bigint generated always as identity unique,
  name         text        not null,
  label        text        not null,
  scopes       text[]      not null check (cardinality(scopes) > 0),
  payers       text[]      not null,
  created_at   timestamptz not null,
  created_by   text        not null,
  expires_at   timestamptz not null,
  last_used_at timestamptz,
  revoked_at   timestamptz,
  revoked_by   text,
  check ((revoked_at is null) = (revoked_by is null))
) with (fillfactor = 80);
comment on column api_key.id is 'what a key begins with; how it is found';
comment on column api_key.name is 'of the partner or operator; several keys may be of one';
comment on column api_key.last_used_at is 'to the minute';
create index api_key_by_name on api_key (name, seq);

create table api_key_secret (
  key        text collate "C" not null references api_key on delete cascade,
  sha256     bytea       not null check (length(sha256) = 32),
  created_at timestamptz not null,
  ends_at    timestamptz,
  primary key (key, sha256)
);
comment on column api_key_secret.sha256 is 'of the whole key, which is nowhere';
comment on column api_key_secret.ends_at is 'set when another has taken its place';

-- What one caller may ask beyond or below what all may.
create table caller_limit (
  credential text collate "C" primary key,
  per_second int         check (per_second > 0),
  burst      int         check (burst > 0),
  per_day    bigint      check (per_day >= 0),
  per_month  bigint      check (per_month >= 0),
  changed_at timestamptz not null,
  changed_by text        not null
);
comment on table caller_limit is 'null is the default; 0 a day or a month is no quota';

-- How many requests of a day or month are given out to gateways; what one did not use comes back.
create table caller_usage (
  credential text collate "C" not null,
  period     text   not null check (period in ('DAY', 'MONTH')),
  starts_on  date   not null,
  used       bigint not null check (used >= 0),
  primary key (credential, period, starts_on)
) with (fillfactor = 70);
create index caller_usage_by_age on caller_usage (starts_on);

-- Buckets of tokens, one for each caller, in the form of the library that fills and empties them.
create table caller_bucket (
  id         text collate "C" primary key,
  state      bytea,
  expires_at bigint
) with (fillfactor = 70);
create index caller_bucket_by_age on caller_bucket (expires_at);

-- Every change through the door, put down before it is made.
create table audit (
  id         bigint generated always as identity primary key,
  at         timestamptz not null,
  actor      text        not null,
  credential text        not null,
  scopes     text        not null,
  method     text        not null,
  path       text        not null,
  request_id text        not null,
  template   text,
  status     int,
  took_ms    bigint
) with (fillfactor = 80);
comment on column audit.path is 'without its query, cut after 500 characters';
comment on column audit.status is 'what was answered; null while it is under way, and for ever when the gateway ended before';
create index audit_by_time on audit (at, id);
create index audit_by_actor on audit (actor, at, id);
create index audit_by_credential on audit (credential, at, id);
create index audit_by_request on audit (request_id, at, id);
