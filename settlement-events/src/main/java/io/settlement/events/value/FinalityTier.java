// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

/**
 * How deep the block of a small message must be, where that is less than its chain asks of all.
 *
 * @param upTo the largest amount it is good for, in the token's smallest unit
 * @param confirmations blocks that stand, its own counted, before the message is final; 1 or more
 */
public record FinalityTier(TokenAmount upTo, int confirmations) {

  /** Refuses a message that would be final before it is in a block. */
  public FinalityTier {
    if (confirmations < 1) {
      throw new InvalidValue("confirmations", Integer.toString(confirmations));
    }
  }
}
