// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * A log as the node tells it.
 *
 * @param address the contract that emitted it
 * @param topics topic0 first
 * @param data what is not indexed, ABI encoded
 * @param blockNumber height of its block
 * @param blockHash its block
 * @param txHash its transaction
 * @param logIndex position in the block
 */
@SuppressWarnings("ArrayRecordComponent")
public record ChainLog(
    EvmAddress address,
    List<Hash> topics,
    byte[] data,
    long blockNumber,
    Hash blockHash,
    Hash txHash,
    long logIndex) {

  /** Keeps its own list of topics. */
  public ChainLog {
    topics = List.copyOf(topics);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ChainLog that
        && logIndex == that.logIndex
        && blockNumber == that.blockNumber
        && blockHash.equals(that.blockHash)
        && txHash.equals(that.txHash)
        && address.equals(that.address)
        && topics.equals(that.topics)
        && Arrays.equals(data, that.data);
  }

  @Override
  public int hashCode() {
    return Objects.hash(blockHash, logIndex);
  }

  @Override
  public String toString() {
    return "log " + logIndex + " of " + txHash + " by " + address;
  }
}
