-- SPDX-License-Identifier: Apache-2.0
-- Strategies of several steps, and how far they are by what chains and messages said.

create table plan (
  number          bigint generated always as identity primary key,
  id              uuid not null unique,
  -- the API key that made it; nobody else sees it
  partner         text not null,
  -- the partner's own name of the request, and the Keccak-256 of what was asked under it
  idempotency_key text,
  request         text not null,
  owner           text not null,
  state           text not null check (state in ('RUNNING', 'DONE', 'COMPENSATING', 'COMPENSATED')),
  reason          text,
  created_at      timestamptz not null,
  ended_at        timestamptz,
  check ((ended_at is not null) = (state in ('DONE', 'COMPENSATED')))
) with (fillfactor = 80);
create unique index plan_asked on plan (partner, idempotency_key) where idempotency_key is not null;
create index plan_of_partner on plan (partner, number);
create index plan_of_owner on plan (partner, owner, number);
create index plan_open on plan (partner, state) where ended_at is null;

create table plan_step (
  plan        bigint not null references plan,
  position    int not null check (position > 0),
  kind        text not null,
  -- where its first fact is said
  chain       text not null,
  -- what it does, with everything that was looked up when the plan was made
  act         jsonb not null,
  -- seconds its owner has
  patience    bigint not null check (patience > 0),
  -- the step whose yield it takes, where no amount was stated
  takes_from  int,
  -- the step that it takes back
  compensates int,
  state       text not null check (state in ('WAITING', 'READY', 'UNDER_WAY', 'DONE', 'FAILED', 'CANCELLED')),
  amount      numeric(78, 0) check (amount > 0),
  reason      text,
  -- when it may become ready; null when it is not its turn, or was
  due_at      timestamptz,
  ready_at    timestamptz,
  -- when time is up; null when no time runs
  expires_at  timestamptz,
  ended_at    timestamptz,
  -- its first fact is not in a block before this one
  from_block  bigint,
  -- the fact that would begin it; null when none would
  expects     text check (expects is null or from_block is not null),
  -- amounts in the order in which it yields
  yields      numeric(78, 0)[],
  primary key (plan, position)
) with (fillfactor = 60);
-- None of these grows with plans that ended.
create index plan_step_expected on plan_step (expects, plan) where expects is not null;
create index plan_step_due on plan_step (due_at) where due_at is not null;
create index plan_step_expiring on plan_step (expires_at) where expires_at is not null;

-- What a step that began waits for.
create table plan_wait (
  awaited  text primary key,
  plan     bigint not null,
  position int not null,
  foreign key (plan, position) references plan_step
);
create index plan_wait_of on plan_wait (plan);

-- What counted for a step: a fact counts once, for one step.
create table plan_fact (
  fact     text primary key,
  plan     bigint not null,
  position int not null,
  chain    text not null,
  block    bigint not null,
  tx_hash  text,
  taken_at timestamptz not null,
  foreign key (plan, position) references plan_step
);
create index plan_fact_of on plan_fact (plan);
