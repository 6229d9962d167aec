// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.contract.ArtifactAbi;
import io.settlement.events.ArtifactEvent;
import io.settlement.events.ArtifactEvent.ImbalanceCleared;
import io.settlement.events.ArtifactEvent.MintingPauseWanted;
import io.settlement.events.PauseEvent.MintingPauseReported;
import io.settlement.events.PauseEvent.Progress;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down which artifacts are not to be minted any more, each order once. */
final class Pauses {
  private static final Logger log = LoggerFactory.getLogger(Pauses.class);

  private final PublicationTable table;
  private final Lanes lanes;
  private final Clock clock;

  Pauses(PublicationTable table, Lanes lanes, Clock clock) {
    this.table = table;
    this.lanes = lanes;
    this.clock = clock;
  }

  /** In the order they were told: what was cleared meanwhile is not paused any more. */
  void onArtifacts(List<ArtifactEvent> facts) {
    for (ArtifactEvent fact : facts) {
      if (fact instanceof MintingPauseWanted wanted) {
        onWanted(wanted);
      } else if (fact instanceof ImbalanceCleared cleared) {
        table.dropPauses(cleared.artifact());
      }
    }
  }

  private void onWanted(MintingPauseWanted wanted) {
    if (!lanes.serves(wanted.chain())) {
      log.atError()
          .addKeyValue("chain", wanted.chain())
          .addKeyValue("contract", wanted.contract())
          .log("minting is not paused: this courier has no lane there");
      return;
    }
    table.add(
        new Publication(
            wanted.chain(),
            Errand.PAUSE_MINTING,
            wanted.contract(),
            new PauseOrder(wanted.order(), wanted.artifact()).name(),
            ArtifactAbi.pauseMinting()),
        clock.instant());
  }

  /**
   * What is told about an order.
   *
   * @param guardian whose transaction it is; null without one
   * @param txHash null without one
   */
  static MintingPauseReported report(
      Publication order,
      Progress progress,
      @Nullable EvmAddress guardian,
      @Nullable Hash txHash,
      Instant now) {
    PauseOrder which = PauseOrder.parse(order.name());
    return new MintingPauseReported(
        which.artifact(),
        order.chain(),
        order.contract(),
        which.number(),
        progress,
        guardian,
        txHash,
        now);
  }
}
