// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.plan.act;

import com.fasterxml.jackson.annotation.JsonValue;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;

/**
 * What a step takes or yields.
 *
 * @param text {@code BTC}, a token as {@code Chain:0x…}, or a stake as {@code stake@Chain:0x…}
 */
public record Asset(@JsonValue String text) {
  /** Bitcoin's own coin, in its owner's hands. */
  public static final Asset BTC = new Asset("BTC");

  /** A token: an artifact, wrapped, or shares of a basket. */
  public static Asset token(ChainName chain, EvmAddress token) {
    return new Asset(chain + ":" + token);
  }

  /** What is in a staking contract. */
  static Asset stake(ChainName chain, EvmAddress staking) {
    return new Asset("stake@" + chain + ":" + staking);
  }

  @Override
  public String toString() {
    return text;
  }
}
