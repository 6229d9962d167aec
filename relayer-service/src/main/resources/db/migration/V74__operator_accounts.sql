-- SPDX-License-Identifier: Apache-2.0
-- The operator's accounts, for ever, and how far what they paid was told.
CREATE TABLE operator_account (
  chain      text NOT NULL,
  account    text NOT NULL,
  role       text NOT NULL CHECK (role IN ('SUBMITTER', 'TREASURY')),
  next_nonce bigint CHECK (next_nonce >= 0),
  up_to      bigint CHECK (up_to >= 0),
  PRIMARY KEY (chain, account),
  CONSTRAINT operator_account_opened CHECK ((next_nonce IS NULL) = (up_to IS NULL))
);
COMMENT ON COLUMN operator_account.next_nonce IS 'of the first transaction that was not told; null until the books begin. It only moves in the transaction that tells, so each nonce is told once';
COMMENT ON COLUMN operator_account.up_to IS 'a final block where that nonce was not used yet';

INSERT INTO operator_account (chain, account, role)
SELECT DISTINCT ON (split_part(lane, '/', 1), submitter)
       split_part(lane, '/', 1), submitter,
       CASE WHEN split_part(lane, '/', 2) = '999' THEN 'TREASURY' ELSE 'SUBMITTER' END
  FROM lane ORDER BY split_part(lane, '/', 1), submitter, lane;

-- An intent forgets a transaction that failed; the books do not.
ALTER TABLE submission ADD COLUMN members text[] NOT NULL DEFAULT '{}';
COMMENT ON COLUMN submission.members IS 'txids of the messages it carries, in their order';
UPDATE submission s
   SET members = (SELECT array_agg(i.txid ORDER BY i.txid) FROM intent i WHERE i.submission = s.id)
 WHERE EXISTS (SELECT 1 FROM intent i WHERE i.submission = s.id);
CREATE INDEX submission_by_nonce ON submission (lane, nonce);
