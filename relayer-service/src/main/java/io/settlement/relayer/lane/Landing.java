// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.EvmReader;
import io.settlement.chain.Receipt;
import io.settlement.events.value.Hash;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which mined submissions are over and which are not mined after all.
 *
 * @param finalised in a block that is final
 * @param vanished in no block any more, or in another one
 */
record Landing(List<Landed> finalised, List<Landed> vanished) {
  private static final int OLDEST = 400;
  private static final int NEWEST = 100;

  /** Asks for those that may have become final, and for the newest: a reorganisation hits these. */
  static Landing of(Collection<Landed> landed, EvmReader chain) {
    long head = chain.agreed().head(chain.settings().finality()).number();
    List<Landed> byHeight =
        landed.stream().sorted(Comparator.comparingLong(Landed::blockNumber)).toList();
    List<Landed> asked =
        Stream.concat(
                byHeight.stream().filter(one -> one.blockNumber() <= head).limit(OLDEST),
                byHeight.reversed().stream().limit(NEWEST))
            .distinct()
            .toList();
    Map<Hash, Receipt> receipts =
        chain.agreed().receipts(asked.stream().map(Landed::txHash).toList());
    Landing landing = new Landing(new ArrayList<>(), new ArrayList<>());
    for (Landed one : asked) {
      Receipt receipt = receipts.get(one.txHash());
      if (receipt == null || !one.isIn(receipt)) {
        landing.vanished.add(one);
      } else if (one.blockNumber() <= head) {
        landing.finalised.add(one);
      }
    }
    return landing;
  }
}
