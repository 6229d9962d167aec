-- SPDX-License-Identifier: Apache-2.0
-- What lanes write into contracts beside their messages: signed prices, roots of receipts.
ALTER TABLE submission
  DROP CONSTRAINT submission_purpose_check,
  ADD CONSTRAINT submission_purpose_check CHECK (purpose IN (
    'DELIVER', 'EXPIRE', 'CALL_BACK', 'REFUND', 'TOP_UP', 'PUBLISH_PRICES', 'PUBLISH_RECEIPTS', 'NOOP'));

CREATE TABLE publication (
  id         bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  chain      text        NOT NULL,
  errand     text        NOT NULL CHECK (errand IN ('PUBLISH_PRICES', 'PUBLISH_RECEIPTS')),
  contract   text        NOT NULL,
  name       text        NOT NULL,
  calldata   bytea       NOT NULL,
  state      text        NOT NULL CHECK (state IN ('ASKED', 'SENT', 'MINED', 'OUTDATED')),
  submission bigint,
  attempts   int         NOT NULL DEFAULT 0 CHECK (attempts >= 0),
  reason     text,
  asked_at   timestamptz NOT NULL,
  ready_at   timestamptz NOT NULL,
  UNIQUE (chain, errand, contract, name),
  CONSTRAINT publication_sent_is_submitted CHECK (state <> 'SENT' OR submission IS NOT NULL)
);
CREATE INDEX publication_ready ON publication (chain, ready_at) WHERE state = 'ASKED';
CREATE INDEX publication_by_submission ON publication (submission) WHERE submission IS NOT NULL;
COMMENT ON COLUMN publication.name IS 'a root of receipts, or the round of prices';
COMMENT ON COLUMN publication.state IS 'ASKED, SENT in a transaction, MINED or found published already, or OUTDATED: newer prices are known';
COMMENT ON COLUMN publication.submission IS 'the last transaction that carried it; it may be forgotten before this is';
COMMENT ON COLUMN publication.reason IS 'why the contract refused it last';
