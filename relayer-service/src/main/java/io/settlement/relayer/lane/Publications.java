// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.GasPriceServiceAbi;
import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.events.GasBooksEvent;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.PriceEvent;
import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hex;
import io.settlement.relayer.nodes.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes down what gas-service wants to have published on the chains that this courier serves. */
final class Publications {
  private static final Logger log = LoggerFactory.getLogger(Publications.class);

  /** How long a publication of prices is remembered, so that none older comes after it. */
  private static final Duration MEMORY = Duration.ofDays(2);

  private final PublicationTable table;
  private final Lanes lanes;
  private final Nodes nodes;
  private final Clock clock;

  Publications(PublicationTable table, Lanes lanes, Nodes nodes, Clock clock) {
    this.table = table;
    this.lanes = lanes;
    this.nodes = nodes;
    this.clock = clock;
  }

  /** Prices: those of older rounds are dropped. */
  void onPrices(List<PriceEvent> facts) {
    for (PriceEvent fact : facts) {
      if (fact instanceof PricesSigned signed && lanes.serves(signed.chain())) {
        onPrices(signed);
      }
    }
  }

  private void onPrices(PricesSigned signed) {
    Instant now = clock.instant();
    byte[] signature = Hex.decode(signed.signature());
    table.add(
        new Publication(
            signed.chain(),
            Errand.PUBLISH_PRICES,
            signed.contract(),
            Long.toString(signed.round()),
            GasPriceServiceAbi.publish(signed.prices(), signed.round(), signature)),
        now);
    table.onlyNewest(signed.chain(), signed.contract());
    table.forgetPrices(signed.chain(), now.minus(MEMORY));
  }

  /** Trees of receipts, each once, into the chain's own vault and nowhere else. */
  void onBooks(List<GasBooksEvent> facts) {
    for (GasBooksEvent fact : facts) {
      if (fact instanceof ReceiptsBuilt built && lanes.serves(built.chain())) {
        onReceipts(built);
      }
    }
  }

  private void onReceipts(ReceiptsBuilt built) {
    EvmAddress vault =
        nodes.settings(built.chain()).map(ChainSettings::gasService).orElse(built.vault());
    if (!vault.equals(built.vault())) {
      log.atError()
          .addKeyValue("chain", built.chain())
          .addKeyValue("vault", built.vault())
          .log("receipts are not published: the vault of this chain is {}", vault);
      return;
    }
    table.add(
        new Publication(
            built.chain(),
            Errand.PUBLISH_RECEIPTS,
            vault,
            built.root().hex(),
            GasServiceAbi.publishReceipts(built.root(), built.count(), built.uri())),
        clock.instant());
  }
}
