// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.TokenAmount;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.limit.Approvals.Request;
import io.settlement.relayer.limit.Policy.Kind;
import io.settlement.relayer.limit.Policy.Source;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Where operators decide about limits. One operator sets a limit and changes or drops one that
 * holds messages; what takes two operators is not taken away by one.
 */
public final class LimitDesk {
  private final PolicyTable table;
  private final Limits limits;
  private final Approvals approvals;
  private final Audit audit;
  private final TransactionOperations transactions;
  private final Clock clock;

  LimitDesk(
      PolicyTable table,
      Limits limits,
      Approvals approvals,
      Audit audit,
      TransactionOperations transactions,
      Clock clock) {
    this.table = table;
    this.limits = limits;
    this.approvals = approvals;
    this.audit = audit;
    this.transactions = transactions;
    this.clock = clock;
  }

  /**
   * The answer to a wish.
   *
   * @param limit as it is now
   * @param approval the request a second operator has to approve; null when it was carried out
   */
  record Answer(Policy limit, @Nullable Long approval) {}

  /** Sets a limit, or changes the one of its kind, token and route, or asks for that. */
  Answer set(Policy wanted, String because) {
    return decided(
        () ->
            wanted.kind() == Kind.FOUR_EYES
                ? setForTwo(wanted, because)
                : new Answer(written(table.put(wanted), wanted.actor(), because), null));
  }

  /** Drops a limit, or asks for that. */
  Answer drop(long id, String actor, String because) {
    return decided(
        () -> {
          Policy known = known(id);
          if (known.source() == Source.REGISTRY) {
            throw Problem.conflict(
                "limit-of-the-registry", "a route on probation: its stage is set in the registry");
          }
          if (known.kind() == Kind.FOUR_EYES) {
            return asked(known, null, actor, because);
          }
          dropped(known, actor, because);
          return new Answer(known, null);
        });
  }

  /** A second operator agrees to what was asked for. */
  public void approve(long id, String actor, String because) {
    decided(
        () -> {
          Request request = approvals.approve(id, actor);
          request
              .subjects()
              .forEach(it -> audit.write(actor, "APPROVED", it, because, "approval " + id));
          Policy known = known(Objects.requireNonNull(request.limit()));
          TokenAmount amount = request.amount();
          if (amount == null) {
            dropped(known, actor, because);
          } else {
            written(
                table.put(known.from(amount, request.requestedBy(), clock.instant())),
                actor,
                because);
          }
          return new Answer(known, null);
        });
  }

  private Answer decided(Supplier<Answer> deed) {
    Answer answer = Objects.requireNonNull(transactions.execute(status -> deed.get()));
    limits.changed();
    return answer;
  }

  private Answer setForTwo(Policy wanted, String because) {
    Optional<Policy> added = table.add(wanted);
    if (added.isPresent()) {
      return new Answer(written(added.get(), wanted.actor(), because), null);
    }
    Optional<Policy> known = table.lockSame(wanted);
    if (known.isEmpty()) {
      // It was dropped in this moment.
      return setForTwo(wanted, because);
    }
    return known.get().amount().equals(wanted.amount())
        ? new Answer(known.get(), null)
        : asked(known.get(), wanted.amount(), wanted.actor(), because);
  }

  /** Whoever asks again for what waits already gets the same answer. */
  private Answer asked(Policy known, @Nullable TokenAmount amount, String actor, String because) {
    Optional<Request> before = approvals.asked(known, amount, actor);
    if (before.isPresent()) {
      return new Answer(known, before.get().id());
    }
    Request request = approvals.ask(known, amount, because, actor, clock.instant());
    audit.write(
        actor,
        request.action() + "_REQUESTED",
        Request.subject(known.id()),
        because,
        "approval %d is needed%s"
            .formatted(request.id(), amount == null ? "" : " to make it " + amount));
    return new Answer(known, request.id());
  }

  private Policy known(long id) {
    return table.lock(List.of(id)).stream()
        .findFirst()
        .orElseThrow(() -> Problem.notFound("unknown-limit", "no limit " + id));
  }

  private Policy written(Policy set, String actor, String because) {
    audit.write(
        actor,
        set.shadow() ? "LIMIT_IN_SHADOW" : "LIMIT",
        Request.subject(set.id()),
        because,
        set.told());
    return set;
  }

  private void dropped(Policy known, String actor, String because) {
    table.delete(known.id());
    audit.write(actor, "NO_LIMIT", Request.subject(known.id()), because, known.told());
  }
}
