-- SPDX-License-Identifier: Apache-2.0
-- Orders to guardians go the way of signed prices and receipts.
ALTER TABLE submission
  DROP CONSTRAINT submission_purpose_check,
  ADD CONSTRAINT submission_purpose_check CHECK (purpose IN (
    'DELIVER', 'EXPIRE', 'CALL_BACK', 'REFUND', 'TOP_UP', 'PUBLISH_PRICES', 'PUBLISH_RECEIPTS', 'PAUSE_MINTING', 'NOOP'));
ALTER TABLE publication
  DROP CONSTRAINT publication_errand_check,
  ADD CONSTRAINT publication_errand_check CHECK (errand IN (
    'PUBLISH_PRICES', 'PUBLISH_RECEIPTS', 'PAUSE_MINTING'));
COMMENT ON COLUMN publication.name IS 'a root of receipts, the round of prices, or number and artifact of an order to pause';
