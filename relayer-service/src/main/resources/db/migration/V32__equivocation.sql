-- SPDX-License-Identifier: Apache-2.0
-- Two signatures of one validator over different content for one message and kind: kept as evidence.
ALTER TABLE rejected_attestation ADD COLUMN signature text;
COMMENT ON COLUMN rejected_attestation.signature IS 'where the validator really signed what does not count';
CREATE INDEX rejected_and_signed ON rejected_attestation (txid) WHERE signature IS NOT NULL;
CREATE INDEX bundle_told ON bundle (told_at);

CREATE TABLE equivocation (
  txid            text        NOT NULL,
  kind            text        NOT NULL,
  validator       text        NOT NULL,
  digest          text        NOT NULL,
  root            text,
  signature       text        NOT NULL,
  other_digest    text        NOT NULL,
  other_root      text,
  other_signature text        NOT NULL,
  seen_at         timestamptz NOT NULL,
  PRIMARY KEY (txid, kind, validator)
);
CREATE INDEX equivocation_seen ON equivocation (seen_at);
COMMENT ON COLUMN equivocation.root IS 'what was signed when it was a bundle; null when it was the digest itself';
