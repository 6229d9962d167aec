-- SPDX-License-Identifier: Apache-2.0
-- What was answered to a caller under an Idempotency-Key, for a day.
create table idempotent_request (
  caller     text        not null,
  key        text        not null,
  request    text        not null,
  claimed_at timestamptz not null,
  status     integer,
  location   text,
  body       text,
  primary key (caller, key)
);
comment on column idempotent_request.request is 'SHA-256 of path and body';
comment on column idempotent_request.status is 'null while somebody works on the answer';
create index idempotent_request_by_age on idempotent_request (claimed_at);
