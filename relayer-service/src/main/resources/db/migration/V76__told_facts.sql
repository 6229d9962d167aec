-- SPDX-License-Identifier: Apache-2.0
-- Which final facts were told lately: a reorganisation below finality takes back those whose logs it removed.
CREATE TABLE told_fact (
  chain        text        NOT NULL,
  block_number bigint      NOT NULL,
  log_index    bigint      NOT NULL,
  block_hash   text        NOT NULL,
  block_time   timestamptz NOT NULL,
  tx_hash      text        NOT NULL,
  txid         text        NOT NULL,
  type         text        NOT NULL,
  PRIMARY KEY (chain, block_number, log_index, block_hash)
);
COMMENT ON TABLE told_fact IS 'Facts of the newest 20,000 final blocks of each chain; older ones are dropped now and then';
