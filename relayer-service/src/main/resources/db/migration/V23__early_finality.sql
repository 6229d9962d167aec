-- A small message may be final before its chain is, by the tier of its route.
ALTER TABLE observation
    ADD COLUMN confirmations integer,
    ADD COLUMN early         boolean NOT NULL DEFAULT false;
CREATE INDEX observation_awaiting_tier ON observation (chain, block_number)
    WHERE confirmations IS NOT NULL AND NOT early;
COMMENT ON COLUMN observation.confirmations IS 'Blocks its tier asks for, its own counted; null when only its chain''s finality counts';
COMMENT ON COLUMN observation.early IS 'Told to be final while its block may still be replaced';

ALTER TABLE to_attest ADD COLUMN confirmations integer;
COMMENT ON COLUMN to_attest.confirmations IS 'Blocks its tier asks for, when it was told; judged again before anything is signed';
