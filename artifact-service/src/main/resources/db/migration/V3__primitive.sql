-- SPDX-License-Identifier: Apache-2.0
-- Who stands behind an artifact, what he promises, and where its contracts are.

-- The exact bytes, by their keccak256: the artifacts' contracts name the same hash.
create table specification (
  hash       text primary key check (hash ~ '^0x[0-9a-f]{64}$'),
  body       bytea not null,
  primitive  text not null,
  stored_at  timestamptz not null
);
create trigger specification_is_append_only before update or delete or truncate on specification
  for each statement execute function books_are_append_only();

create table primitive (
  id            text primary key,
  artifact      text not null unique,
  specification text not null references specification,
  -- the vault's handler on Bitcoin, and its descriptor text, for primitives that hold BTC there
  vault         text unique,
  descriptor    text,
  state         text not null check (state in ('DRAFT', 'SUBMITTED', 'REFUSED', 'ADMITTED', 'LIVE', 'WITHDRAWN')),
  -- why it is not live yet, or not any more
  finding       text,
  version       bigint not null default 0
);

-- Where an artifact's contracts are on one chain.
create table deployment (
  primitive   text not null references primitive,
  artifact    text not null,
  chain       text not null,
  token       text not null,
  handler     text,
  staking     text,
  registry    text not null,
  wrappers    text[] not null default '{}',
  baskets     text[] not null default '{}',
  -- the first block that may hold something of it
  start_block bigint not null check (start_block >= 0),
  primary key (primitive, chain),
  unique (chain, token),
  unique (chain, handler)
);

-- Who decided what, and why.
create table primitive_step (
  primitive text not null references primitive,
  step      bigint not null,
  state     text not null,
  decided_by text not null,
  reasons   text[] not null,
  at        timestamptz not null,
  primary key (primitive, step)
);
create trigger primitive_step_is_append_only before update or delete or truncate on primitive_step
  for each statement execute function books_are_append_only();
