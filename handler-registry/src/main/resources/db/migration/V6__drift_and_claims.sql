-- What is admitted is compared with its chain for ever after: what it was, and how it differs now.
create table drift_baseline (
  subject     text collate "C" primary key,
  application uuid references onboarding_application,
  fingerprint jsonb       not null,
  drifted     jsonb       not null default '[]',
  at          timestamptz not null,
  checked_at  timestamptz
);

-- Handlers that partners registered with a signature of the contract's owner. A nonce counts once.
create table handler_claim (
  handler    text collate "C" not null,
  nonce      text        not null check (nonce ~ '^0x[0-9a-f]{64}$'),
  partner    text        not null check (partner <> ''),
  owner      text        not null check (owner ~ '^0x[0-9a-f]{40}$'),
  expires_at timestamptz not null,
  at         timestamptz not null check (at <= expires_at),
  primary key (handler, nonce)
);
