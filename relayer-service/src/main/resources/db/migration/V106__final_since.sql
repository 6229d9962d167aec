-- SPDX-License-Identifier: Apache-2.0
-- When its finality was told: how long a delivery takes is counted from then.
ALTER TABLE message ADD COLUMN final_since timestamptz;
COMMENT ON COLUMN message.final_since IS 'null of messages that were final before this was kept';
