// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.contract.GasReceipts;
import io.settlement.events.GasBooksEvent.ReceiptsBuilt;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.gas.account.receipt.Receipts.Tree;
import io.settlement.gas.price.BlockTimes;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts receipts into trees, one vault at a time, and asks for their roots to be published. */
@Component
class ReceiptTrees {
  private static final Logger log = LoggerFactory.getLogger(ReceiptTrees.class);

  private final Receipts receipts;
  private final BlockTimes chains;
  private final ReceiptSettings settings;
  private final Outbox outbox;
  private final MeterRegistry meters;
  private final Clock clock;

  ReceiptTrees(
      Receipts receipts,
      BlockTimes chains,
      ReceiptSettings settings,
      Outbox outbox,
      MeterRegistry meters,
      Clock clock) {
    this.receipts = receipts;
    this.chains = chains;
    this.settings = settings;
    this.outbox = outbox;
    this.meters = meters;
    this.clock = clock;
  }

  /** Builds what is due; nothing while another instance does. */
  @Scheduled(fixedDelayString = "${settlement.gas.receipts.look-interval:10s}")
  @Transactional
  void build() {
    if (receipts.isMyTurn()) {
      Instant since = clock.instant().minus(settings.interval());
      for (ChainName chain : receipts.ready(settings.atOnce(), since)) {
        chains
            .settingsOf(chain)
            .map(ChainSettings::gasService)
            .filter(vault -> !vault.equals(ChainSettings.NOWHERE))
            .ifPresent(vault -> build(chain, vault));
      }
    }
  }

  private void build(ChainName chain, EvmAddress vault) {
    List<GasReceipts.Receipt> waiting = receipts.waiting(chain, settings.most());
    if (waiting.isEmpty()) {
      return;
    }
    GasReceipts built = GasReceipts.of(waiting);
    Hash root = built.root();
    Tree tree =
        new Tree(
            root,
            chain,
            vault,
            built.count(),
            settings.leavesOf(root.hex()),
            clock.instant(),
            null,
            null);
    receipts.keep(tree, waiting.stream().map(built::claim).toList());
    outbox.append(new ReceiptsBuilt(chain, vault, root, tree.count(), tree.uri(), tree.builtAt()));
    meters.counter("settlement.gas.receipts", "chain", chain.value()).increment(tree.count());
    log.atInfo()
        .addKeyValue("chain", chain)
        .addKeyValue("root", root)
        .addKeyValue("count", tree.count())
        .log("receipts built");
  }
}
