// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the reading of one chain goes. A field is absent while it is not known.
 *
 * @param head newest block
 * @param finalHead newest block that is final for every message
 * @param readFinal up to here everything is facts
 * @param readHead up to here messages are observed
 * @param lag final blocks that are not facts yet, without those that are filled in
 * @param certified what is verified, by how
 * @param gaps ranges that nothing certifies although blocks around them are; the first hundred
 * @param backfills what is being filled in
 * @param missing message numbers that were passed over; the first hundred ranges
 * @param awaitingFinality observed messages that are not final for their chain
 * @param trouble what a human should look at
 */
record ObservationReport(
    ChainName chain,
    @Nullable Long head,
    @Nullable Long finalHead,
    long readFinal,
    long readHead,
    @Nullable Long lag,
    List<GapCertificates.Coverage> certified,
    List<GapCertificates.Gap> gaps,
    List<BackfillReport> backfills,
    List<Sequences.Hole> missing,
    long awaitingFinality,
    List<String> trouble) {

  /**
   * A back-fill.
   *
   * @param percent how much of it is done
   * @param etaSeconds until the last of the chain's back-fills ends, at the pace it has
   */
  record BackfillReport(
      long from, long done, long until, int percent, long etaSeconds, Instant startedAt) {}
}
