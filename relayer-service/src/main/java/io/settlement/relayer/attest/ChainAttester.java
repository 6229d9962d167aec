// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.Reverted;
import io.settlement.chain.RpcError;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.springframework.dao.DataAccessException;

/**
 * Judges what was claimed about one chain: a batch of claims is a fixed number of questions to the
 * own node and one transaction. A claim about a block the own node does not have as final yet
 * simply waits.
 */
final class ChainAttester implements ChainLoop.Step {
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int MOST_COUNTED = 10_000;

  /** What all chains share. */
  record Bench(
      Claims claims,
      SigningGuard guard,
      Attestations attestations,
      Judge judge,
      RouteBook routes,
      Openings openings) {
    ValidatorMetrics metrics() {
      return attestations.metrics();
    }
  }

  private final OwnNode node;
  private final Bench bench;
  private final ValidatorSettings settings;
  private final Backoff backoff;
  private final Clock clock;
  private final AtomicBoolean opened = new AtomicBoolean(true);

  ChainAttester(OwnNode node, Bench bench, ValidatorSettings settings, Clock clock) {
    this.node = node;
    this.bench = bench;
    this.settings = settings;
    this.backoff = new Backoff(settings.firstRetry(), settings.lastRetry());
    this.clock = clock;
    bench.openings().listen(() -> opened.set(true));
  }

  @Override
  public Duration run() {
    if (!settings.signs() || !bench.routes().isLoaded()) {
      return IDLE;
    }
    Instant now = clock.instant();
    if (opened.getAndSet(false)) {
      judgeAgain(now);
    }
    long pending = bench.claims().pending(node.chain().name(), MOST_COUNTED);
    bench.metrics().pending(node.chain().name(), pending);
    if (pending == 0) {
      return IDLE;
    }
    List<Claim> due =
        bench.claims().due(node.chain().name(), node.heads(), now, settings.batchSize());
    if (due.isEmpty()) {
      return node.chain().pollInterval();
    }
    decide(node.withinOneRange(due), now);
    return Duration.ZERO;
  }

  /** What was refused for now. */
  private void judgeAgain(Instant now) {
    try {
      bench.claims().reopen(node.chain().name(), now);
    } catch (DataAccessException later) {
      opened.set(true);
      throw later;
    }
  }

  private void decide(List<Claim> batch, Instant now) {
    OwnNode.View view = lookAt(batch, now);
    List<Judged> told = batch.stream().map(claim -> judge(claim, view.claimed())).toList();
    List<Judged> untold = untold(view.untold());
    List<Subject> subjects =
        Stream.concat(told.stream(), untold.stream())
            .map(one -> Subject.of(one.claim()))
            .distinct()
            .toList();
    Decisions decisions = new Decisions(bench.guard().known(subjects), now);
    told.forEach(one -> decisions.take(one, settings, backoff));
    for (Judged one : untold) {
      if (one.verdict() instanceof Verdict.Sign sign) {
        decisions.signUntold(one.claim(), sign);
      }
    }
    bench.attestations().store(decisions, now);
  }

  private Judged judge(Claim claim, Map<Claim, Finding> findings) {
    Finding finding = findings.getOrDefault(claim, new Finding.Nothing());
    return new Judged(claim, bench.judge().judge(claim, finding, node.chain()));
  }

  /** What else is in these blocks is signed with them; what does not hold waits to be told. */
  private List<Judged> untold(Map<Claim, Finding> findings) {
    return findings.keySet().stream().map(claim -> judge(claim, findings)).toList();
  }

  /** Claims a node refuses to speak about step aside, so that others get their turn. */
  private OwnNode.View lookAt(List<Claim> batch, Instant now) {
    try {
      return node.lookAt(batch);
    } catch (RpcError | Reverted refused) {
      Instant until = now.plus(settings.lastRetry());
      bench
          .attestations()
          .postpone(
              batch.stream().map(claim -> new Postponed(claim, claim.attempts(), until)).toList());
      throw refused;
    }
  }
}
