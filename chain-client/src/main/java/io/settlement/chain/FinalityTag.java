// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.util.Locale;

/** How settled a block must be before it is read. */
public enum FinalityTag {
  /** The newest block; may be reorganised away. */
  LATEST,
  /** Unlikely to be reorganised. */
  SAFE,
  /** Never reorganised. */
  FINALIZED;

  /** The word of the JSON-RPC block parameter. */
  String wire() {
    return name().toLowerCase(Locale.ROOT);
  }
}
