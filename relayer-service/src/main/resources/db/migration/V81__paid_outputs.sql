-- SPDX-License-Identifier: Apache-2.0
-- A validator says of each output of a vault that it pays one withdrawal, and never of another.

CREATE TABLE paid_output (
    tx_hash text   NOT NULL,
    vout    bigint NOT NULL,
    txid    text   NOT NULL,
    PRIMARY KEY (tx_hash, vout)
);
COMMENT ON TABLE paid_output IS 'Written before the outcome is attested';
