-- SPDX-License-Identifier: Apache-2.0
-- Cancelling transactions that a cosigner has signed: of one withdrawal at most one can be mined.

CREATE TABLE cosigned_cancel (
    txid    text NOT NULL,
    tx_hash text NOT NULL REFERENCES cosigned,
    PRIMARY KEY (txid, tx_hash)
);
COMMENT ON TABLE cosigned_cancel IS 'The guard of the vault''s own satoshi: whatever else cancels a withdrawal must share an input with each of these';
