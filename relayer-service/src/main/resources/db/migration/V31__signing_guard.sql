-- SPDX-License-Identifier: Apache-2.0
-- The guard holds digests, whether they were signed by themselves or under the root of a bundle; the
-- signatures are the facts' own.
ALTER TABLE signed_digest ALTER COLUMN signature DROP NOT NULL;
COMMENT ON COLUMN signed_digest.signature IS 'null since signatures are kept where they count';

-- Claims that are decided only save work when a fact is told again; the oldest go.
CREATE INDEX to_attest_decided ON to_attest (decided_at) WHERE decided_at IS NOT NULL;
