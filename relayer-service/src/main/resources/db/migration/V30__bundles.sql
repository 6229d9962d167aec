-- SPDX-License-Identifier: Apache-2.0
-- Signatures over many messages at once: the Merkle root of the digests of one block's messages. What a
-- root stands for follows from its leaves; whose leaf is whose is only told, so a member counts when the
-- digest that is computed here for its message is the leaf at its place.
CREATE TABLE bundle (
  root     text        PRIMARY KEY,
  leaves   bytea       NOT NULL,
  told_at  timestamptz NOT NULL,
  CONSTRAINT bundle_of_whole_leaves CHECK (length(leaves) % 32 = 0 AND length(leaves) BETWEEN 32 AND 2048)
);
COMMENT ON COLUMN bundle.leaves IS 'digests of 32 bytes, one after the other, in the order of their logs';

CREATE TABLE bundle_member (
  txid  text     NOT NULL,
  kind  text     NOT NULL CHECK (kind IN ('RECEIVE', 'EXPIRE', 'CALLBACK')),
  root  text     NOT NULL REFERENCES bundle ON DELETE CASCADE,
  place smallint NOT NULL CHECK (place BETWEEN 0 AND 63),
  PRIMARY KEY (txid, kind, root, place)
);
CREATE INDEX bundle_member_of ON bundle_member (root);

CREATE TABLE bundle_signature (
  root      text        NOT NULL REFERENCES bundle ON DELETE CASCADE,
  validator text        NOT NULL,
  signature text        NOT NULL,
  signed_at timestamptz NOT NULL,
  PRIMARY KEY (root, validator)
);

-- When validators are asked again for signatures that are missing, and where the outcome is logged that
-- they then look at.
ALTER TABLE message
  ADD COLUMN outcome_ref jsonb,
  ADD COLUMN ask_at      timestamptz,
  ADD COLUMN asks        int NOT NULL DEFAULT 0;
CREATE INDEX message_to_ask_for ON message (ask_at) WHERE ask_at IS NOT NULL;
COMMENT ON COLUMN message.ask_at IS 'null while nothing has to be attested';

-- Members of one bundle share one certificate, so they are sent together.
ALTER TABLE intent ADD COLUMN root text;
COMMENT ON COLUMN intent.root IS 'what its signatures sign; null when that is its own digest';
