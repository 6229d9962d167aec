// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinBlock;
import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.events.value.Hash;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads Bitcoin block by block; each must stand on the one before, else it goes back to where. */
final class DepositScan implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(DepositScan.class);

  /** Four weeks of blocks: deeper reorganisations are no matter for a program. */
  private static final long REMEMBERED = 4032;

  private final BitcoinReader reader;
  private final Vaults vaults;
  private final BlockReading reading;
  private final DepositStore store;
  private final DepositMetrics metrics;
  private final Runnable prepare;
  private boolean isPrepared;

  DepositScan(
      BitcoinReader reader,
      Vaults vaults,
      BlockReading reading,
      DepositStore store,
      DepositMetrics metrics,
      Runnable prepare) {
    this.reader = reader;
    this.vaults = vaults;
    this.reading = reading;
    this.store = store;
    this.metrics = metrics;
    this.prepare = prepare;
  }

  @Override
  public Duration run() {
    if (!isPrepared) {
      reader.checkNetwork();
      prepare.run();
      isPrepared = true;
    }
    BitcoinHeader head = reader.head();
    Optional<DepositTable.Read> tip = store.tip();
    metrics.progress(tip.map(DepositTable.Read::height).orElse(vaults.startBlock()), head.height());
    if (tip.isPresent() && !stands(tip.get())) {
      goBack(tip.get(), head);
      return Duration.ZERO;
    }
    long next = tip.map(read -> read.height() + 1).orElse(vaults.startBlock());
    if (next > head.height()) {
      return reader.settings().pollInterval();
    }
    advance(next, tip);
    return Duration.ZERO;
  }

  /** A head that is lower than what was read replaces nothing by itself: it may be late. */
  private boolean stands(DepositTable.Read read) {
    Optional<Hash> now = reader.hashAt(read.height());
    return now.isEmpty() || now.get().equals(read.hash());
  }

  private void advance(long next, Optional<DepositTable.Read> tip) {
    Optional<Hash> hash = reader.hashAt(next);
    if (hash.isEmpty()) {
      return;
    }
    BitcoinBlock block = reader.block(hash.get());
    boolean fits =
        block.header().height() == next
            && tip.map(read -> read.hash().equals(block.header().parent())).orElse(true);
    if (fits) {
      store.read(block.header(), reading.of(block), REMEMBERED);
    }
  }

  /** To the highest block that was read and still stands. */
  private void goBack(DepositTable.Read tip, BitcoinHeader head) {
    Optional<DepositTable.Read> at = Optional.of(tip);
    while (at.isPresent() && !stands(at.get())) {
      at = store.below(at.get().height());
    }
    if (at.isEmpty()) {
      log.atError()
          .addKeyValue("head", head.height())
          .log("ALARM: no block that was read is on the chain the nodes show");
      throw new IllegalStateException("the nodes show another chain than was read");
    }
    store.rewind(at.get().height());
  }
}
