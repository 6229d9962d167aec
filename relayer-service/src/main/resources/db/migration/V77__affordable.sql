-- SPDX-License-Identifier: Apache-2.0
-- What waits because gas costs more than was prepaid is found by its price the moment gas costs that little again.
ALTER TABLE intent ADD COLUMN prepaid_price numeric(78, 0);
COMMENT ON COLUMN intent.prepaid_price IS 'set while it waits for cheaper gas: the price of a unit that was prepaid for, wei of its chain';
CREATE INDEX intent_by_prepaid_price ON intent (chain, prepaid_price)
  WHERE state = 'READY' AND reason = 'UNDERFUNDED';
