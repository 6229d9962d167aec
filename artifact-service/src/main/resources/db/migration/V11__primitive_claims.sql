-- Primitives that partners hand in with signatures of those who own the artifacts' contracts. A nonce is the service's own
-- and counts once.
create table primitive_claim (
  id            uuid primary key,
  primitive     text        not null,
  partner       text        not null check (partner <> ''),
  said          jsonb       not null,
  -- The specification's exact bytes, kept as one only when it is registered.
  document      bytea       not null,
  nonce         text        not null unique check (nonce ~ '^0x[0-9a-f]{64}$'),
  asked_at      timestamptz not null,
  expires_at    timestamptz not null check (expires_at > asked_at),
  -- Who spoke for the contracts, and when it was registered.
  signers       text[]      not null default '{}',
  registered_at timestamptz,
  check ((registered_at is null) = (cardinality(signers) = 0))
);

create index primitive_claim_open on primitive_claim (partner, expires_at) where registered_at is null;
