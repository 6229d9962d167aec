// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one chain: final blocks become facts first, then the blocks above them are observed. */
final class ChainObserver implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(ChainObserver.class);

  private final EvmReader reader;
  private final ObserverSettings settings;
  private final ObserverStore store;
  private final FinalPass finalPass;
  private final HeadPass headPass;
  private final ObserverMetrics metrics;
  private volatile @Nullable String contradiction;

  ChainObserver(
      EvmReader reader,
      ObserverSettings settings,
      ObserverStore store,
      FinalPass finalPass,
      HeadPass headPass,
      ObserverMetrics metrics) {
    this.reader = reader;
    this.settings = settings;
    this.store = store;
    this.finalPass = finalPass;
    this.headPass = headPass;
    this.metrics = metrics;
  }

  @Override
  public Duration run() {
    try {
      Duration pause = advance();
      halted(null);
      return pause;
    } catch (ChainMoved moved) {
      log.atDebug().addKeyValue("chain", chain().name()).log("read again: {}", moved.getMessage());
      return chain().pollInterval();
    } catch (PointReplaced contradicted) {
      halted(contradicted.getMessage());
      return settings.haltedRecheck();
    }
  }

  /** Why nothing is read from the chain until a human looked at it; null when all is well. */
  @Nullable String contradiction() {
    return contradiction;
  }

  private Duration advance() {
    BlockRef finalHead = reader.head(chain().finality());
    BlockRef head =
        chain().finality() == FinalityTag.LATEST ? finalHead : reader.head(FinalityTag.LATEST);
    Checkpoint before = store.load(chain().name(), firstBlock());
    metrics.saw(head.number(), finalHead.number(), before);
    Checkpoint after = finalPass.advance(before, finalHead);
    if (after.last().number() < finalHead.number()) {
      return Duration.ZERO;
    }
    metrics.saw(head.number(), finalHead.number(), after);
    after = headPass.advance(after, head);
    boolean caughtUp = after.head().number() >= head.number();
    return caughtUp ? chain().pollInterval() : Duration.ZERO;
  }

  private void halted(@Nullable String why) {
    if (why != null) {
      log.atError()
          .addKeyValue("chain", chain().name())
          .log("stopped: the chain contradicts the checkpoint, nothing is read from it: {}", why);
    } else if (contradiction != null) {
      log.atInfo().addKeyValue("chain", chain().name()).log("the chain agrees again");
    }
    contradiction = why;
    metrics.halted(chain().name(), why != null);
  }

  private ChainSettings chain() {
    return reader.settings();
  }

  private long firstBlock() {
    return settings.startBlocks().getOrDefault(chain().name().value(), 0L);
  }
}
