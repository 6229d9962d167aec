// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.artifact.book.Books.Line;
import io.settlement.events.ArtifactEvent.Movement;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was booked, newest first.
 *
 * @param sum of all entries shown, the token's smallest unit: 0
 * @param unbooked why something that happened to the message asked for is not booked yet
 */
record BookingsView(
    String artifact, List<EntryView> entries, String sum, @Nullable String unbooked) {

  /**
   * One side of a booking.
   *
   * @param txid what caused it: a message, or the place of a log or of an output
   * @param seq its number in the chain of the artifact's bookings
   * @param amount signed decimal text in the token's smallest unit
   */
  record EntryView(
      String txid,
      long seq,
      Movement movement,
      ChainName chain,
      String account,
      String amount,
      Instant at) {

    static EntryView of(Line line) {
      return new EntryView(
          line.cause(),
          line.seq(),
          line.movement(),
          line.entry().chain(),
          line.entry().account(),
          line.entry().amount().toString(),
          line.at());
    }
  }

  static BookingsView of(String artifact, List<Line> lines, @Nullable String unbooked) {
    BigInteger sum =
        lines.stream().map(line -> line.entry().amount()).reduce(BigInteger.ZERO, BigInteger::add);
    return new BookingsView(
        artifact, lines.stream().map(EntryView::of).toList(), sum.toString(), unbooked);
  }
}
