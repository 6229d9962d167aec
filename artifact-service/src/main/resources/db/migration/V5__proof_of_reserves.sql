-- SPDX-License-Identifier: Apache-2.0
-- What proving the reserves found, when it was wrong, and what was signed about it.

-- Since when something is not as it should be; a fact that is on its way is no imbalance.
create table suspicion (
  artifact text not null,
  what     text not null,
  detail   text not null,
  since    timestamptz not null,
  primary key (artifact, what)
);

create table imbalance (
  artifact   text not null,
  number     bigint not null,
  findings   text[] not null,
  difference numeric(78, 0) not null,
  raised_at  timestamptz not null,
  cleared_at timestamptz,
  primary key (artifact, number)
);
create unique index imbalance_open on imbalance (artifact) where cleared_at is null;

-- What people did about it.
create table imbalance_note (
  artifact text not null,
  number   bigint not null,
  note     bigint generated always as identity,
  said_by  text not null,
  text     text not null,
  at       timestamptz not null,
  primary key (artifact, number, note),
  foreign key (artifact, number) references imbalance
);
create trigger imbalance_note_is_append_only before update or delete or truncate on imbalance_note
  for each statement execute function books_are_append_only();

-- The last block at which the books agreed with an artifact's contract.
create table agreed_supply (
  artifact text not null,
  chain    text not null,
  block    bigint not null,
  primary key (artifact, chain)
);

create table statement (
  artifact  text not null,
  number    bigint not null,
  at        timestamptz not null,
  text      text not null,
  hash      text not null,
  signer    text not null,
  signature text not null,
  balanced  boolean not null,
  primary key (artifact, number)
);
create trigger statement_is_append_only before update or delete or truncate on statement
  for each statement execute function books_are_append_only();
