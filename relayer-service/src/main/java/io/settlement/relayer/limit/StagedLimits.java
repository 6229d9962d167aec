// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.limit.LimitSettings.Staged;
import io.settlement.relayer.limit.Policy.Kind;
import io.settlement.relayer.limit.Policy.Source;
import io.settlement.relayer.loop.Rounds;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Keeps the registry's limits of routes on probation as limits here. What the registry says last
 * counts, by its own clock: an instance that is behind takes nothing back. Operators' limits stay
 * beside them, so no word of the registry lets more pass than an operator allowed.
 */
final class StagedLimits extends Rounds {
  /** A bell that nobody heard is made good for by then. */
  private static final Duration LOOK = Duration.ofSeconds(30);

  private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
  private static final String ACTOR = "registry";

  private final RegistryView registry;
  private final PolicyTable table;
  private final Limits limits;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Staged mode;

  StagedLimits(
      RegistryView registry,
      PolicyTable table,
      Limits limits,
      Audit audit,
      TransactionOperations transactions,
      LimitSettings settings) {
    super("staged-limits", AFTER_FAILURE);
    this.registry = registry;
    this.table = table;
    this.limits = limits;
    this.audit = audit;
    this.transactions = transactions;
    this.mode = settings.staged();
    registry.onChange(
        change -> {
          if (change instanceof LimitState) {
            ring();
          }
        });
  }

  @Override
  protected void round() throws InterruptedException {
    transactions.executeWithoutResult(status -> follow());
    limits.changed();
    awaitBell(LOOK);
  }

  private void follow() {
    List<Policy> known = table.lock(Source.REGISTRY);
    if (mode == Staged.OFF) {
      known.forEach(policy -> drop(policy, "staged limits are not kept here"));
      return;
    }
    for (LimitState told : registry.limits()) {
      List<Policy> ofRoute =
          known.stream().filter(policy -> told.route().equals(policy.route())).toList();
      if (ofRoute.stream().noneMatch(policy -> policy.since().isAfter(at(told)))) {
        become(told, ofRoute);
      }
    }
  }

  private void become(LimitState told, List<Policy> known) {
    Optional<Policy> wanted = Optional.ofNullable(told.amount()).map(most -> wanted(told, most));
    known.stream()
        .filter(policy -> wanted.filter(next -> next.token().equals(policy.token())).isEmpty())
        .forEach(policy -> drop(policy, told.why()));
    wanted
        .filter(next -> known.stream().noneMatch(policy -> says(policy, next)))
        .ifPresent(next -> put(next, told.why()));
  }

  private Policy wanted(LimitState told, TokenAmount most) {
    return new Policy(
        0,
        Kind.WINDOW,
        told.route().from().chain(),
        told.token(),
        told.route(),
        most,
        Duration.ofSeconds(told.windowSeconds()),
        mode == Staged.SHADOW,
        Source.REGISTRY,
        ACTOR,
        at(told));
  }

  /** As a column keeps it. */
  private static Instant at(LimitState told) {
    return told.at().truncatedTo(ChronoUnit.MICROS);
  }

  private static boolean says(Policy known, Policy wanted) {
    return known.token().equals(wanted.token())
        && known.amount().equals(wanted.amount())
        && known.duration().equals(wanted.duration())
        && known.shadow() == wanted.shadow()
        && known.since().equals(wanted.since());
  }

  private void put(Policy wanted, String why) {
    Policy written = table.put(wanted);
    audit.write(
        ACTOR,
        written.shadow() ? "LIMIT_IN_SHADOW" : "LIMIT",
        "LIMIT " + written.id(),
        why,
        written.told());
  }

  private void drop(Policy policy, String why) {
    table
        .delete(policy.id())
        .ifPresent(gone -> audit.write(ACTOR, "NO_LIMIT", "LIMIT " + gone.id(), why, gone.told()));
  }
}
