-- SPDX-License-Identifier: Apache-2.0
-- What its messages would use together was tried: they are looked at again once gas costs what they can pay for that.
ALTER TABLE intent ADD COLUMN affordable_price numeric(78, 0);
COMMENT ON COLUMN intent.affordable_price IS 'set while it waits for cheaper gas: the price of a unit that it can pay for what it would use as it was tried last, wei of its chain';
UPDATE intent SET affordable_price = prepaid_price WHERE prepaid_price IS NOT NULL;
-- allowed: intents are of the last two days, and few of them wait for gas: it is there in a moment.
CREATE INDEX intent_by_affordable_price ON intent (chain, affordable_price)
  WHERE state = 'READY' AND reason = 'UNDERFUNDED';
