// SPDX-License-Identifier: Apache-2.0
// Generated from docs/openapi.json by `npm run generate`; not to be edited.

/** The operations that take an Idempotency-Key. */
export const IDEMPOTENT: ReadonlySet<string> = new Set([
  'POST /v1/onboarding/applications',
  'POST /v1/plans',
  'POST /v1/quotes',
  'POST /v1/settlements',
]);
