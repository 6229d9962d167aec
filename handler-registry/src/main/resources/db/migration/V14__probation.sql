-- How much new routes may carry. It grows with each clean day.
create table probation (
  route          text collate "C" primary key,
  token          text             not null check (token ~ '^0x[0-9a-f]{40}$'),
  -- What may pass in a window at each stage, smallest unit.
  stages         numeric(78,0)[]  not null check (cardinality(stages) between 1 and 16),
  window_seconds bigint           not null check (window_seconds > 0),
  days_per_stage integer          not null check (days_per_stage between 1 and 365),
  clean_days     integer          not null
                 check (clean_days between 0 and cardinality(stages) * days_per_stage),
  -- The last day that was judged, or that never will be; days are UTC's.
  judged         date             not null,
  why            text             not null,
  at             timestamptz      not null
);

-- What was said of each whole day.
create table probation_day (
  route  text collate "C" not null references probation on delete cascade,
  day    date    not null,
  clean  boolean not null,
  -- Whether it is one of the clean days that count now; a fault that is heard of later takes it back.
  counts boolean not null check (clean or not counts),
  why    text    not null,
  primary key (route, day)
);

-- Who set what stage, and why; nothing is ever taken out.
create table probation_entry (
  id     bigint generated always as identity primary key,
  route  text collate "C" not null,
  at     timestamptz not null,
  actor  text        not null check (actor <> ''),
  action text        not null,
  stage  integer     not null check (stage >= 0),
  reason text        not null
);

create index probation_entry_route on probation_entry (route, id);

-- Messages of routes on probation, until their day has been judged.
create table probation_message (
  txid    text primary key,
  route   text collate "C" not null,
  at      timestamptz not null,
  -- The day it was settled with success.
  settled date
);

create index probation_message_settled on probation_message (route, settled);
create index probation_message_at on probation_message (at);

-- What went wrong on a route by its own fault.
create table probation_fault (
  route text collate "C" not null,
  day   date not null,
  ref   text not null,
  what  text not null,
  primary key (route, day, ref, what)
);

create index probation_fault_day on probation_fault (day);

-- Times in which a chain, a handler or an artifact was not as it should be.
create table probation_trouble (
  kind     text        not null check (kind in ('DRIFT', 'IMBALANCE')),
  subject  text collate "C" not null,
  began_at timestamptz not null,
  ended_at timestamptz check (ended_at >= began_at),
  primary key (kind, subject, began_at)
);

insert into probation_trouble (kind, subject, began_at)
select 'DRIFT', subject, coalesce(checked_at, at) from drift_baseline where drifted <> '[]';
