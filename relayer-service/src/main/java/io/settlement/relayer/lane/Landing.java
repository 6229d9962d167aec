// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.Receipt;
import java.util.ArrayList;
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
record Landing(List<Flight> finalised, List<Flight> vanished) {
  private static final int OLDEST = 400;
  private static final int NEWEST = 100;

  /** Asks for those that may have become final, and for the newest: a reorganisation hits these. */
  static Landing of(List<Flight> mined, long finalHead, Inclusion inclusion, Lane lane) {
    List<Flight> byHeight =
        mined.stream().sorted(Comparator.comparingLong(Landing::height)).toList();
    List<Flight> asked =
        Stream.concat(
                byHeight.stream().filter(flight -> height(flight) <= finalHead).limit(OLDEST),
                byHeight.reversed().stream().limit(NEWEST))
            .distinct()
            .toList();
    Map<Flight, Receipt> receipts = inclusion.receipts(lane, asked);
    Landing landing = new Landing(new ArrayList<>(), new ArrayList<>());
    for (Flight flight : asked) {
      Receipt receipt = receipts.get(flight);
      if (receipt == null || !isWhereItWas(flight, receipt)) {
        landing.vanished.add(flight);
      } else if (receipt.blockNumber() <= finalHead) {
        landing.finalised.add(flight);
      }
    }
    landing.vanished.sort(Comparator.comparingLong(Flight::nonce));
    return landing;
  }

  private static long height(Flight flight) {
    Flight.Block block = flight.block();
    return block == null ? Long.MAX_VALUE : block.number();
  }

  private static boolean isWhereItWas(Flight flight, Receipt receipt) {
    Flight.Block block = flight.block();
    return block != null && block.hash().equals(receipt.blockHash());
  }
}
