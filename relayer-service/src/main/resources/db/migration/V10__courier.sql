-- SPDX-License-Identifier: Apache-2.0
-- What the courier knows about each message. A row exists from the first fact that names the txid,
-- in whatever order facts arrive; its stage follows from its marks and never goes back.
CREATE TABLE message (
  txid        text PRIMARY KEY,
  stage       text,
  reason      text,
  marks       text        NOT NULL DEFAULT '',
  content     jsonb,
  block_hash  text,
  outcome     text        CHECK (outcome IN ('SUCCESS', 'FAILED')),
  redriven_at timestamptz,
  updated_at  timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT message_txid_form CHECK (txid ~ '^0x[0-9a-f]{64}$'),
  CONSTRAINT message_admitted_is_known CHECK (marks NOT LIKE '%ADMITTED%' OR content IS NOT NULL),
  CONSTRAINT message_delivered_has_outcome CHECK (marks NOT LIKE '%DELIVERED%' OR outcome IS NOT NULL)
);
COMMENT ON COLUMN message.stage IS 'follows from the marks; null while only heard of';
COMMENT ON COLUMN message.marks IS 'what has happened, comma separated, each mark once';

-- Messages that may go on when routes or validator sets change.
CREATE INDEX message_waiting ON message (txid) WHERE stage IN ('FINAL', 'WAITING_FOR_GAS', 'HELD', 'DELIVERED');

-- Signatures by known validators. The digest is part of the key: a signature of something else never
-- stands in the way of the right one.
CREATE TABLE attestation (
  txid      text        NOT NULL,
  kind      text        NOT NULL CHECK (kind IN ('RECEIVE', 'CALLBACK')),
  validator text        NOT NULL,
  digest    text        NOT NULL,
  signature text        NOT NULL,
  verified  boolean     NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (txid, kind, validator, digest)
);
-- What is attested has one digest, so a validator counts once.
CREATE UNIQUE INDEX attestation_counts_once ON attestation (txid, kind, validator) WHERE verified;
COMMENT ON COLUMN attestation.verified IS 'false while what it attests is not known yet';

CREATE TABLE rejected_attestation (
  txid        text        NOT NULL,
  kind        text        NOT NULL,
  validator   text        NOT NULL,
  reason      text        NOT NULL CHECK (reason IN ('UNREADABLE', 'WRONG_DIGEST', 'NOT_A_VALIDATOR')),
  digest      text        NOT NULL,
  rejected_at timestamptz NOT NULL,
  PRIMARY KEY (txid, kind, validator, reason)
);
