// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.ChainName;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what lies far below the live head, one range after the other, on a loop of its own. */
final class BackfillPass implements ChainLoop.Step {
  private static final Duration IDLE = Duration.ofSeconds(5);

  private final ChainName chain;
  private final CertifiedReader reader;
  private final ObserverStore store;
  private final ReorgGuard guard;
  private final ObserverSettings settings;
  private final Clock clock;
  private @Nullable Progress progress;

  BackfillPass(
      ChainName chain,
      CertifiedReader reader,
      ObserverStore store,
      ReorgGuard guard,
      ObserverSettings settings,
      Clock clock) {
    this.chain = chain;
    this.reader = reader;
    this.store = store;
    this.guard = guard;
    this.settings = settings;
    this.clock = clock;
  }

  /** Where this process began with a back-fill, to tell how fast it is. */
  private record Progress(long from, long begunAt, Instant since) {}

  @Override
  public Duration run() {
    List<Backfill> open = store.records().backfills().open(chain);
    if (open.isEmpty()) {
      guard.metrics().backfill(chain, 0, Duration.ZERO);
      return IDLE;
    }
    if (guard.isHalted()) {
      return settings.haltedRecheck();
    }
    try {
      Backfill after = fill(open.getFirst());
      tell(open, after);
      return settings.backfillPause();
    } catch (ChainMoved moved) {
      return settings.firstRetry();
    } catch (FalseLogs lie) {
      guard.metrics().lied(chain);
      return settings.firstRetry();
    } catch (PointReplaced replaced) {
      guard.onContradiction(replaced);
      return settings.haltedRecheck();
    }
  }

  private Backfill fill(Backfill one) {
    Scan scan = reader.after(one.done(), one.until().number());
    BlockRef end = scan.end();
    if (end.number() == one.until().number() && one.until().isContradictedBy(end)) {
      throw new PointReplaced(one.until(), end);
    }
    Backfill after = one.withDone(Point.at(end));
    store.filled(after, scan, reader.facts(scan, clock.instant()));
    return after;
  }

  private void tell(List<Backfill> open, Backfill after) {
    Progress known = progress;
    Instant now = clock.instant();
    if (known == null || known.from() != after.from()) {
      known = new Progress(after.from(), after.done().number(), now);
      progress = known;
    }
    long remaining = after.remaining() + open.stream().skip(1).mapToLong(Backfill::remaining).sum();
    long done = after.done().number() - known.begunAt();
    Duration spent = Duration.between(known.since(), now);
    guard
        .metrics()
        .backfill(
            chain, remaining, done == 0 ? spent : spent.multipliedBy(remaining).dividedBy(done));
  }
}
