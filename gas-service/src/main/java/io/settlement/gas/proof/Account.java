// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import java.math.BigInteger;

/**
 * Whose money is proved.
 *
 * @param opening wei when its books began
 * @param openingNonce transactions it had sent by then
 * @param openedAt the block after which movements count
 * @param verifiedTo up to here every log of the vault has its entry; its opening block for a key
 */
record Account(
    ChainName chain,
    EvmAddress address,
    Kind kind,
    BigInteger opening,
    long openingNonce,
    long openedAt,
    long verifiedTo) {

  /** What it is for; stored by name. */
  enum Kind {
    /** A lane sends with it. */
    SUBMITTER,
    /** It fills up submitters. */
    TREASURY,
    /** Prepayments lie in it. */
    VAULT
  }

  boolean isVault() {
    return kind == Kind.VAULT;
  }
}
