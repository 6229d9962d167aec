-- SPDX-License-Identifier: Apache-2.0
-- What waits by reason is looked for again and again: not among all that has ended.
CREATE INDEX intent_waits_by_reason ON intent (reason, txid)
  WHERE state IN ('READY', 'PARKED') AND reason IS NOT NULL;
