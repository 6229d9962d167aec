// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

/**
 * What one chain of a world shall be like.
 *
 * @param name its canonical name
 * @param chainId EIP-155 id
 * @param blockSeconds time between blocks, fractions allowed
 * @param gasLimit gas of a block
 * @param lanes submitter keys that deliver to it
 */
record ChainPlan(String name, long chainId, double blockSeconds, long gasLimit, int lanes) {
  /** Gas of a block that hardly anything fills. */
  static final long ROOMY = 2_000_000_000L;

  private static final int LANES = 2;

  ChainPlan(String name, long chainId, double blockSeconds) {
    this(name, chainId, blockSeconds, ROOMY, LANES);
  }

  ChainPlan withBlockSeconds(double other) {
    return new ChainPlan(name, chainId, other, gasLimit, lanes);
  }

  ChainPlan withGasLimit(long other) {
    return new ChainPlan(name, chainId, blockSeconds, other, lanes);
  }

  ChainPlan withLanes(int other) {
    return new ChainPlan(name, chainId, blockSeconds, gasLimit, other);
  }
}
