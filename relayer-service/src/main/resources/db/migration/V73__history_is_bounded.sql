-- SPDX-License-Identifier: Apache-2.0
-- What is asked again and again, and what is dropped when it has ended, is found without reading what is kept.

-- Transactions to be dropped, the oldest first; payments to submitters are books and stay.
CREATE INDEX submission_ended ON submission (created_at)
  WHERE state IN ('FINAL', 'LOST') AND purpose <> 'TOP_UP';
-- The report on lanes counts what is parked; every other state that is counted has its index.
CREATE INDEX intent_parked ON intent (chain) WHERE state = 'PARKED';
CREATE INDEX top_up_of_lane ON top_up (lane, asked_at) WHERE state = 'MINED';
-- Whoever deletes a submission has this asked.
DROP INDEX top_up_of_submission;
CREATE INDEX top_up_by_submission ON top_up (submission) WHERE submission IS NOT NULL;
-- The same as bundle_by_age.
DROP INDEX bundle_told;

-- What was paid back needs nothing more; of the others the message itself stays, for a payment may still come.
DROP INDEX archive_remembered;
CREATE INDEX archive_whole ON archive (archived_at) WHERE jsonb_exists(record, 'works');
COMMENT ON COLUMN archive.record IS 'the message with its signatures and work; after a while only the message, or null when it was paid back';

-- Old certificates become one, however each was verified.
ALTER TABLE gap_certificate
  DROP CONSTRAINT gap_certificate_verified_check,
  ADD CONSTRAINT gap_certificate_verified_check CHECK (verified IN ('BLOOM', 'QUORUM', 'RECEIPTS', 'MIXED'));
COMMENT ON COLUMN gap_certificate.verified IS 'Why blocks without logs have none: their blooms deny it, a quorum of providers says so, or their receipts; MIXED when old ones became one';
