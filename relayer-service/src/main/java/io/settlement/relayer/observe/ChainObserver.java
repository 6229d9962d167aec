// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.chain.EvmReader;
import io.settlement.chain.FinalityTag;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads one chain: final blocks become facts first, then the blocks above them are observed. */
final class ChainObserver implements ChainLoop.Step {
  private static final Logger log = LoggerFactory.getLogger(ChainObserver.class);
  private static final int ENDS_ASKED = 90;

  /**
   * Where the chain is.
   *
   * @param latest newest block
   * @param finalised newest block that is final for every message
   */
  record Heads(long latest, long finalised) {}

  private final EvmReader reader;
  private final FinalityPolicy policy;
  private final ObserverSettings settings;
  private final ObserverStore store;
  private final Passes passes;
  private final ReorgGuard guard;
  private volatile @Nullable Heads heads;

  ChainObserver(
      EvmReader reader,
      FinalityPolicy policy,
      ObserverSettings settings,
      ObserverStore store,
      Passes passes,
      ReorgGuard guard) {
    this.reader = reader;
    this.policy = policy;
    this.settings = settings;
    this.store = store;
    this.passes = passes;
    this.guard = guard;
  }

  @Override
  public Duration run() {
    try {
      if (guard.isHalted()) {
        return settings.haltedRecheck();
      }
      if (guard.released().isPresent()) {
        readAgainFromBelow();
      }
      Duration pause = advance();
      guard.agreed();
      return pause;
    } catch (ChainMoved moved) {
      log.atDebug().addKeyValue("chain", name()).log("read again: {}", moved.getMessage());
      return reader.settings().pollInterval();
    } catch (FalseLogs lie) {
      guard.metrics().lied(name());
      log.atError().addKeyValue("chain", name()).log("not believed: {}", lie.getMessage());
      return settings.firstRetry();
    } catch (PointReplaced contradicted) {
      guard.onContradiction(contradicted);
      return guard.isHalted() ? settings.haltedRecheck() : settings.firstRetry();
    }
  }

  /** What needs a human before anything more is read; empty when nothing does. */
  Optional<String> contradiction() {
    return guard.reorganisation().map(DeepReorganisation::told);
  }

  /** What a human should look at, although reading goes on. */
  Optional<String> trouble() {
    return passes.holes().trouble();
  }

  /** Where the chain was at the last look; null before the first. */
  @Nullable Heads heads() {
    return heads;
  }

  /** How far it was read. */
  Checkpoint checkpoint() {
    return store.load(name(), firstBlock());
  }

  private Duration advance() {
    BlockRef finalHead = policy.finalHead(reader);
    BlockRef head = policy.isAtHead(reader) ? finalHead : reader.head(FinalityTag.LATEST);
    heads = new Heads(head.number(), finalHead.number());
    Checkpoint before = checkpoint();
    guard.metrics().saw(head.number(), finalHead.number(), before);
    if (finalHead.number() - before.last().number() > settings.backfillBeyond()) {
      before = leaveBehind(before, finalHead);
    }
    Checkpoint after = passes.finals().advance(before, finalHead);
    if (after.last().number() < finalHead.number()) {
      return Duration.ZERO;
    }
    guard.metrics().saw(head.number(), finalHead.number(), after);
    after = passes.head().advance(after, head);
    after = passes.early().advance(after);
    passes.holes().look(name());
    return after.head().number() >= head.number()
        ? reader.settings().pollInterval()
        : Duration.ZERO;
  }

  /** Too far behind: what lies between is read by the back-fill, the live head goes on. */
  private Checkpoint leaveBehind(Checkpoint before, BlockRef finalHead) {
    Backfill backfill =
        new Backfill(
            name(),
            before.last().number() + 1,
            before.last(),
            Point.at(finalHead),
            0,
            finalHead.time());
    log.atInfo()
        .addKeyValue("chain", name())
        .log("blocks {} to {} are filled in", backfill.from(), finalHead.number());
    return store.leftBehind(before, backfill);
  }

  /** An operator has looked: everything above the last block that still stands is read again. */
  private void readAgainFromBelow() {
    Checkpoint at = checkpoint();
    Point stands = lastThatStands(at);
    if (stands.number() < at.last().number()) {
      store.readAgain(at, stands, gone(stands), guard.now());
    }
    guard.settled();
  }

  /** Final facts whose blocks are others now; those that were mined again are told again. */
  private List<ToldFact> gone(Point stands) {
    List<ToldFact> told = store.records().told().above(name(), stands.number());
    long head = reader.head(FinalityTag.LATEST).number();
    List<Long> numbers =
        told.stream()
            .map(fact -> fact.ref().blockNumber())
            .filter(number -> number <= head)
            .distinct()
            .toList();
    Set<Hash> now = reader.blocks(numbers).stream().map(BlockRef::hash).collect(Collectors.toSet());
    return told.stream().filter(fact -> !now.contains(fact.ref().blockHash())).toList();
  }

  private Point lastThatStands(Checkpoint at) {
    long head = policy.finalHead(reader).number();
    List<Point> ends =
        store.records().certificates().ends(name(), ENDS_ASKED).stream()
            .filter(end -> end.number() <= Math.min(head, at.last().number()))
            .toList();
    List<BlockRef> now = reader.blocks(ends.stream().map(Point::number).toList());
    for (int i = 0; i < ends.size(); i++) {
      if (!ends.get(i).isContradictedBy(now.get(i))) {
        return ends.get(i);
      }
    }
    return new Point(firstBlock() - 1, null);
  }

  private ChainName name() {
    return reader.settings().name();
  }

  private long firstBlock() {
    return settings.startBlocks().getOrDefault(name().value(), 0L);
  }
}
