-- SPDX-License-Identifier: Apache-2.0
-- Messages that have ended leave the tables that are worked on. The row stays for ever, so that a late fact
-- brings none of them back to life; what it holds may be dropped after a while.
CREATE TABLE archive (
  txid        text        PRIMARY KEY,
  ended_at    timestamptz NOT NULL,
  archived_at timestamptz NOT NULL,
  refunded    boolean     NOT NULL,
  record      jsonb
);
COMMENT ON COLUMN archive.record IS 'the message with its signatures and work; null once forgotten';
-- Only these can still be owed something: a payment may have come after their end.
CREATE INDEX archive_not_refunded ON archive (txid) WHERE NOT refunded;
CREATE INDEX archive_remembered ON archive (archived_at) WHERE record IS NOT NULL;

CREATE INDEX message_ended ON message (updated_at)
  WHERE stage = 'SETTLED' AND (marks LIKE '%REFUNDED%' OR marks NOT LIKE '%REFUND_QUEUED%');
CREATE INDEX intent_by_submission ON intent (submission) WHERE submission IS NOT NULL;
CREATE INDEX bundle_by_age ON bundle (told_at);
