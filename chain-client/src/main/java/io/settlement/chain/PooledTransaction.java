// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import tools.jackson.databind.JsonNode;

/**
 * A transaction of an account at one of its nonces, as a node holds it.
 *
 * @param maxFee most it pays for one unit of gas; the gas price of a legacy transaction
 * @param tip what the block producer gets; the gas price of a legacy transaction
 * @param mined whether a block has it already
 */
public record PooledTransaction(Hash hash, Wei maxFee, Wei tip, boolean mined) {

  static PooledTransaction of(JsonNode json) {
    boolean dynamic = json.path("maxFeePerGas").isString();
    return new PooledTransaction(
        Quantities.hash(json.path("hash")),
        Quantities.wei(dynamic ? json.path("maxFeePerGas") : json.path("gasPrice")),
        Quantities.wei(dynamic ? json.path("maxPriorityFeePerGas") : json.path("gasPrice")),
        json.path("blockNumber").isString());
  }
}
