// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

/** Why it is believed that blocks without logs of ours have none; stored by name. */
enum Verification {
  /** Their headers' blooms deny it. */
  BLOOM,
  /** A quorum of providers says so. */
  QUORUM,
  /** Their receipts were read. */
  RECEIPTS,
  /** Some so, some otherwise: of old ranges that became one. */
  MIXED
}
