-- How providers of chains keep what is promised of them. Their addresses are nowhere here: they may hold access tokens.

-- Who is looked at each minute, and how it stands.
create table provider_watch (
  provider text primary key check (provider ~ '^[0-9a-f]{16}$'),
  chain    text collate "C" not null,
  chain_id bigint      not null check (chain_id > 0),
  name     text        not null check (name <> ''),
  operator text        not null,
  since    timestamptz not null,
  -- The last round in which somebody named it.
  named_at timestamptz not null check (named_at >= since),
  watched  boolean     not null default true,
  -- Rounds in a row for each level: above 0 not kept, below 0 kept.
  streaks  jsonb       not null default '{}',
  breached jsonb       not null default '[]'
);

create index provider_watch_chain on provider_watch (chain);

-- One row for each provider and hour.
create table provider_hour (
  provider         text        not null references provider_watch on delete cascade,
  hour             timestamptz not null,
  first_at         timestamptz not null,
  last_at          timestamptz not null check (last_at >= first_at),
  probes           integer     not null check (probes >= 0),
  -- Rightly: all that was asked, for the chain it was asked for.
  answered         integer     not null check (answered between 0 and probes),
  -- What the others were, by class.
  errors           jsonb       not null,
  -- Of what was answered, in microseconds: at most one a minute, so as small as a histogram, and exact.
  latencies        integer[]   not null,
  lag_seconds      bigint      not null check (lag_seconds >= 0),
  lag_most_seconds bigint      not null check (lag_most_seconds >= 0),
  lag_most_blocks  bigint      not null check (lag_most_blocks >= 0),
  -- Probes that named a final block.
  sights           integer     not null check (sights between 0 and probes),
  disagreements    integer     not null check (disagreements >= 0),
  logs_omitted     integer     not null check (logs_omitted >= 0),
  soak_calls       integer     not null check (soak_calls >= 0),
  soak_failed      integer     not null check (soak_failed between 0 and soak_calls),
  -- Answers a second of the last burst; null when there was none.
  throughput       integer     check (throughput >= 0),
  primary key (provider, hour)
);

create index provider_hour_hour on provider_hour (hour);

-- Blocks that were called final. One height with two hashes is a violation.
create table finalized_block (
  number   bigint generated always as identity,
  chain_id bigint      not null check (chain_id > 0),
  height   bigint      not null check (height >= 0),
  hash     bytea       not null check (octet_length(hash) = 32),
  provider text        not null,
  at       timestamptz not null,
  primary key (chain_id, height, hash)
);

create index finalized_block_at on finalized_block (at);

-- Whose turn it was: a slot of time is taken once, by one replica.
create table watch_turn (
  task text primary key,
  slot bigint not null
);
