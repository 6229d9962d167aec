-- Chains on their way into the book: applications, what was decided and by whom, what was checked and found.

create table onboarding_application (
  id              uuid primary key,
  owner           text        not null check (owner <> ''),
  chain           text collate "C" not null check (chain ~ '^[A-Za-z][A-Za-z0-9-]{0,30}$'),
  chain_id        bigint      not null check (chain_id > 0),
  stage           text        not null check (stage in (
    'APPLIED', 'REVIEWING', 'CALL_SCHEDULED', 'CONFORMANCE', 'TESTNET', 'MAINNET_DEPLOYED', 'LIVE', 'SUSPENDED',
    'RETIRED', 'REJECTED', 'WITHDRAWN')),
  paper           jsonb       not null,
  idempotency_key text        check (length(idempotency_key) between 1 and 255),
  request_hash    text        not null,
  call_at         timestamptz,
  applied_at      timestamptz not null,
  entered_at      timestamptz not null check (entered_at >= applied_at),
  constraint onboarding_request unique (owner, idempotency_key),
  constraint onboarding_call_has_a_time check (stage <> 'CALL_SCHEDULED' or call_at is not null)
);

create unique index onboarding_open_chain on onboarding_application (chain)
  where stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED');
create unique index onboarding_open_chain_id on onboarding_application (chain_id)
  where stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED');

-- As for chains: no open application's name may begin another's.
create function refuse_applications_that_begin_each_other() returns trigger language plpgsql as $$
begin
  if new.stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED') and exists (
    select 1 from onboarding_application other
    where other.id <> new.id and other.stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED')
      and (starts_with(other.chain, new.chain) or starts_with(new.chain, other.chain))
  ) then
    raise exception 'chain name % begins another or is begun by one', new.chain
      using errcode = 'check_violation', constraint = 'onboarding_name_prefix_safe';
  end if;
  return new;
end $$;

create trigger onboarding_name_prefix_safe before insert or update of chain on onboarding_application
  for each row execute function refuse_applications_that_begin_each_other();

-- Who did what, when and why. Nothing is ever changed or taken out.
create table onboarding_entry (
  number      bigint generated always as identity primary key,
  application uuid        not null references onboarding_application,
  actor       text        not null check (actor <> ''),
  action      text        not null check (action ~ '^[A-Z_]{3,40}$'),
  step        text,
  from_stage  text,
  to_stage    text,
  said        text        not null,
  at          timestamptz not null,
  constraint onboarding_entry_says_why check (
    action not in ('REJECT', 'WITHDRAW', 'WAIVE', 'SUSPEND', 'RETIRE', 'COMMENT', 'ACCEPT_DRIFT') or said <> '')
);

create index onboarding_entry_application on onboarding_entry (application, number);

-- What was looked at and found, as it was found.
create table onboarding_check (
  number      bigint generated always as identity primary key,
  application uuid        not null references onboarding_application,
  step        text        not null,
  actor       text        not null,
  verdict     text        not null check (verdict in ('PASS', 'FAIL', 'UNKNOWN')),
  findings    jsonb       not null,
  took_ms     bigint      not null check (took_ms >= 0),
  at          timestamptz not null
);

create index onboarding_check_step on onboarding_check (application, step, number);

create function refuse_to_rewrite_onboarding() returns trigger language plpgsql as $$
begin
  raise exception '% is append-only', tg_table_name using errcode = 'check_violation';
end $$;

create trigger onboarding_entry_append_only before update or delete on onboarding_entry
  for each row execute function refuse_to_rewrite_onboarding();
create trigger onboarding_check_append_only before update or delete on onboarding_check
  for each row execute function refuse_to_rewrite_onboarding();

-- A step is opened with its stage and closed once, by a check that passed or by a waiver.
create table onboarding_step (
  application uuid        not null references onboarding_application,
  step        text        not null check (step in (
    'CONFORMANCE_PASSED', 'SETTLEMENT_DEPLOYED', 'HANDLER_DEPLOYED', 'LAYER_INTEGRATED', 'MESSAGES_TESTED',
    'MAINNET_DEPLOYED')),
  standing    text        not null check (standing in ('OPEN', 'PASSED', 'WAIVED')),
  opened_at   timestamptz not null,
  done_at     timestamptz check (done_at >= opened_at),
  primary key (application, step),
  constraint onboarding_step_done check ((standing = 'OPEN') = (done_at is null))
);

-- Where the applicant's contracts are, as it says.
create table onboarding_deployment (
  application uuid        not null references onboarding_application,
  network     text        not null check (network in ('TESTNET', 'MAINNET')),
  paper       jsonb       not null,
  at          timestamptz not null,
  primary key (application, network)
);

-- Handlers whose messages are watched while their application is on the test network.
create table onboarding_handler (
  application uuid not null references onboarding_application,
  handler     text collate "C" not null,
  primary key (handler, application)
);

create index onboarding_handler_application on onboarding_handler (application);

-- Messages of those handlers, by what the relayer told of them.
create table onboarding_message (
  txid        text        not null check (txid ~ '^0x[0-9a-f]{64}$'),
  application uuid        not null references onboarding_application,
  from_handler text collate "C" not null,
  to_handler  text collate "C" not null,
  -- MessageObserved or MessageFinal as it was told.
  fact        text        not null,
  delivered   text        check (delivered in ('SUCCESS', 'FAILED')),
  settled     text        check (settled in ('SUCCESS', 'FAILED')),
  at          timestamptz not null,
  primary key (txid, application)
);

create index onboarding_message_application on onboarding_message (application);

-- Validators' signatures for those messages' deliveries: what a certificate is made of.
create table onboarding_signature (
  txid      text    not null,
  validator text    not null check (validator ~ '^0x[0-9a-f]{40}$'),
  digest    text    not null check (digest ~ '^0x[0-9a-f]{64}$'),
  bundled   boolean not null,
  signature text    not null check (signature ~ '^0x[0-9a-f]{130}$'),
  primary key (txid, validator, digest)
);

-- The first fact the relayer told of a chain's blocks.
create table onboarding_sighting (
  chain text collate "C" primary key,
  fact  text        not null,
  block bigint      not null check (block >= 0),
  at    timestamptz not null
);
