-- SPDX-License-Identifier: Apache-2.0
-- A route on probation has a window of the registry's beside those that operators set; neither replaces the other.
ALTER TABLE limit_policy ADD COLUMN source text NOT NULL DEFAULT 'OPERATOR' CHECK (source IN ('OPERATOR', 'REGISTRY'));
ALTER TABLE limit_policy DROP CONSTRAINT limit_policy_kind_chain_token_route_key;
ALTER TABLE limit_policy ADD CONSTRAINT limit_policy_once UNIQUE (kind, chain, token, route, source);
ALTER TABLE limit_policy ADD CONSTRAINT limit_policy_of_the_registry
  CHECK (source = 'OPERATOR' OR (kind = 'WINDOW' AND route <> ''));
