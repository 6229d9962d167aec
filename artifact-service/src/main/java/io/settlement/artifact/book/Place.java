// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LogRef;
import org.jspecify.annotations.Nullable;

/**
 * Where a chain said what is booked.
 *
 * @param block its height; null when that was not kept
 * @param txHash the transaction; null when that was not kept
 */
public record Place(ChainName chain, @Nullable Long block, @Nullable Hash txHash) {

  /** Where a fact was read. */
  public static Place of(LogRef ref) {
    return new Place(ref.chain(), ref.blockNumber(), ref.txHash());
  }
}
