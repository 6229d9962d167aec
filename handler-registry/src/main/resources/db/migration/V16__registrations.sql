-- What partners propose, and who spoke for the contracts it is about. A nonce is the service's own and counts once.
create table registration (
  id         uuid primary key,
  kind       text        not null check (kind in ('ROUTE', 'VALIDATORS')),
  subject    text collate "C" not null,
  partner    text        not null check (partner <> ''),
  said       jsonb       not null,
  nonce      text        not null unique check (nonce ~ '^0x[0-9a-f]{64}$'),
  state      text        not null check (state in ('OPEN', 'REGISTERED', 'WITHDRAWN')),
  -- Of the latest look at the book and the chains.
  findings   jsonb       not null default '[]',
  asked_at   timestamptz not null,
  expires_at timestamptz not null check (expires_at > asked_at),
  ended_at   timestamptz,
  constraint registration_ended check ((state = 'OPEN') = (ended_at is null))
);

create index registration_partner on registration (partner, asked_at desc);
create index registration_asked on registration (asked_at desc);
create index registration_open on registration (expires_at) where state = 'OPEN';

-- Contracts that must be spoken for; nobody did as long as signer is null.
create table registration_signature (
  registration uuid not null references registration on delete cascade,
  contract     text collate "C" not null,
  signer       text check (signer ~ '^0x[0-9a-f]{40}$'),
  partner      text check (partner <> ''),
  at           timestamptz,
  primary key (registration, contract),
  constraint registration_signature_whole check (num_nulls(signer, partner, at) in (0, 3))
);

create index registration_signature_contract on registration_signature (contract);
create index handler_claim_partner on handler_claim (partner);
