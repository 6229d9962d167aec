// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.RpcError;
import io.settlement.relayer.attest.Claims.Postponed;
import io.settlement.relayer.attest.SigningGuard.Subject;
import io.settlement.relayer.bitcoin.BitcoinWitness;
import io.settlement.relayer.finality.FinalityPolicy;
import io.settlement.relayer.loop.Backoff;
import io.settlement.relayer.loop.ChainLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Judges what was claimed about Bitcoin by what the own node there says: deposits for the chain
 * that mints, payouts for the chain that escrowed. How deep is deep enough is the witness's to say.
 */
final class BitcoinAttester implements ChainLoop.Step {
  private static final Duration IDLE = Duration.ofSeconds(1);
  private static final int MOST_COUNTED = 10_000;

  private final BitcoinJudge judge;
  private final BitcoinWitness witness;
  private final ChainAttester.Bench bench;
  private final ValidatorSettings settings;
  private final Backoff backoff;
  private final Clock clock;
  private final AtomicBoolean opened = new AtomicBoolean(true);

  BitcoinAttester(
      BitcoinJudge judge, ChainAttester.Bench bench, ValidatorSettings settings, Clock clock) {
    this.judge = judge;
    this.witness = judge.witness();
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
      bench.claims().reopen(witness.chain(), now);
    }
    long pending = bench.claims().pending(witness.chain(), MOST_COUNTED);
    bench.metrics().pending(witness.chain(), pending);
    if (pending == 0) {
      return IDLE;
    }
    long height = witness.height();
    FinalityPolicy.Heads known = new FinalityPolicy.Heads(height, height);
    List<Claim> due = bench.claims().due(witness.chain(), known, now, settings.batchSize());
    if (due.isEmpty()) {
      return IDLE;
    }
    decide(due, now);
    return Duration.ZERO;
  }

  private void decide(List<Claim> due, Instant now) {
    List<Judged> judged = judge(due, now);
    List<Subject> subjects =
        judged.stream().map(one -> Subject.of(one.claim())).distinct().toList();
    Decisions decisions = new Decisions(bench.guard().known(subjects), now);
    judged.forEach(one -> decisions.take(one, settings, backoff));
    bench.attestations().store(decisions, now);
  }

  /** Claims a node refuses to speak about step aside, so that others get their turn. */
  private List<Judged> judge(List<Claim> due, Instant now) {
    try {
      return due.stream().map(claim -> new Judged(claim, judge.judge(claim))).toList();
    } catch (RpcError refused) {
      Instant until = now.plus(settings.lastRetry());
      bench
          .attestations()
          .postpone(
              due.stream().map(claim -> new Postponed(claim, claim.attempts(), until)).toList());
      throw refused;
    }
  }
}
