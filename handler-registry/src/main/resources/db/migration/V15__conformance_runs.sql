-- Runs of the conformance suite: what is asked for, what was found, what operators waived, what was reported.

create table conformance_run (
  id          uuid primary key,
  -- An application's id, or a chain's name where the chain is in use without one.
  subject     text collate "C" not null check (subject <> ''),
  application uuid references onboarding_application,
  chain       text collate "C" not null,
  cause       text        not null check (cause in ('REQUESTED', 'NIGHTLY')),
  -- Which night's run it is; each subject has one a night.
  night       date,
  actor       text        not null check (actor <> ''),
  -- What is asked of whom, as it was when it was asked for. Holds addresses of nodes.
  plan        jsonb       not null,
  asked_at    timestamptz not null,
  began_at    timestamptz,
  ended_at    timestamptz,
  -- The instance that looks, and until when nobody else may.
  holder      uuid,
  lease_until timestamptz,
  takes       integer     not null default 0 check (takes >= 0),
  -- Why it came to no report.
  broken      text        check (broken <> ''),
  constraint conformance_run_night unique (subject, night),
  constraint conformance_run_is_nightly check ((cause = 'NIGHTLY') = (night is not null)),
  constraint conformance_run_held check ((holder is null) = (lease_until is null)),
  constraint conformance_run_broken_is_over check (broken is null or ended_at is not null)
);

-- One at a time.
create unique index conformance_run_open on conformance_run (subject) where ended_at is null;
create index conformance_run_subject on conformance_run (subject, asked_at);

-- Stored as they come; an instance that takes a run over goes on from here.
create table conformance_finding (
  run         uuid  not null references conformance_run,
  requirement text  not null check (requirement <> ''),
  finding     jsonb not null,
  primary key (run, requirement)
);

-- Who waived what and why; the last word of a requirement stands.
create table conformance_waiver (
  number      bigint generated always as identity primary key,
  subject     text collate "C" not null,
  requirement text        not null check (requirement <> ''),
  waived      boolean     not null,
  reason      text        not null check (reason <> ''),
  actor       text        not null check (actor <> ''),
  at          timestamptz not null
);

create index conformance_waiver_subject on conformance_waiver (subject, requirement, number);

-- Every run that came to its end, and every waiver after it, is a version.
create table conformance_report (
  subject  text collate "C" not null,
  version  integer     not null check (version > 0),
  run      uuid        not null references conformance_run,
  chain    text collate "C" not null,
  because  text        not null check (because in ('RUN', 'WAIVER')),
  -- Whether everything was looked at, not some areas alone.
  complete boolean     not null,
  verdict  text        not null check (verdict in ('PASS', 'FAIL', 'UNKNOWN')),
  counts   jsonb       not null,
  digest   text        not null check (digest ~ '^[0-9a-f]{64}$'),
  -- The version it is measured by, and what stands worse than there.
  measure  integer     check (measure < version),
  worse    jsonb       not null default '[]',
  -- Canonical JSON, to the byte.
  report   text        not null,
  at       timestamptz not null,
  primary key (subject, version),
  constraint conformance_report_worse_than_something check (worse = '[]' or measure is not null)
);

create trigger conformance_finding_append_only before update or delete on conformance_finding
  for each row execute function refuse_to_rewrite_onboarding();
create trigger conformance_waiver_append_only before update or delete on conformance_waiver
  for each row execute function refuse_to_rewrite_onboarding();
create trigger conformance_report_append_only before update or delete on conformance_report
  for each row execute function refuse_to_rewrite_onboarding();
