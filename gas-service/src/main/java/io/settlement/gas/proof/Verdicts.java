// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.events.GasBooksEvent;
import io.settlement.events.GasBooksEvent.GasMismatchCleared;
import io.settlement.events.GasBooksEvent.GasMismatchRaised;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.kit.outbox.Outbox;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Keeps each proof and tells once when books and chain begin to differ and when they agree again.
 */
@Component
class Verdicts {
  private static final Logger log = LoggerFactory.getLogger(Verdicts.class);

  private final ProofTable proofs;
  private final Outbox outbox;
  private final TransactionTemplate transaction;
  private final Clock clock;
  private final Set<Suspect> suspects = ConcurrentHashMap.newKeySet();

  /** What differed when it was looked at last. */
  private record Suspect(EvmAddress account, ChainName chain, Proved.Subject subject) {}

  Verdicts(ProofTable proofs, Outbox outbox, TransactionTemplate transaction, Clock clock) {
    this.proofs = proofs;
    this.outbox = outbox;
    this.transaction = transaction;
    this.clock = clock;
  }

  /**
   * A proof of a block that is not below the last one's. A first difference is looked at once more
   * before it counts: a key may be known before another that paid it is.
   *
   * @param explain says where they differ, given the last block at which they did not
   */
  void note(Proved one, Function<Long, String> explain) {
    ProofTable.Row before =
        transaction.execute(status -> proofs.find(one.account(), one.subject()).orElse(null));
    if (before != null && before.block() > one.block().number()) {
      return;
    }
    Suspect suspect = new Suspect(one.account().address(), one.account().chain(), one.subject());
    if (one.agrees()) {
      suspects.remove(suspect);
      put(one, null);
    } else if (!suspects.add(suspect)) {
      put(one, detail(one, before, explain));
    }
  }

  /** Something differs although the numbers cannot say it. */
  void noteTrouble(Proved one, String detail) {
    put(one, detail);
  }

  /** Nothing of that kind is wrong any more; nothing happens when nothing was. */
  void noteNoTrouble(Proved one) {
    boolean known =
        Boolean.TRUE.equals(
            transaction.execute(status -> proofs.find(one.account(), one.subject()).isPresent()));
    if (known) {
      put(one, null);
    }
  }

  /** What was said of the same difference before stays true, and is not looked for again. */
  private static String detail(
      Proved one, ProofTable.@Nullable Row before, Function<Long, String> explain) {
    if (before != null && before.detail() != null && before.differs()) {
      boolean same = before.found().subtract(before.books()).equals(one.difference());
      if (same) {
        return before.detail();
      }
    }
    Long agreed = before == null ? null : before.agreedBlock();
    return explain.apply(agreed == null ? one.account().openedAt() : agreed);
  }

  private void put(Proved one, @Nullable String detail) {
    Instant now = clock.instant();
    transaction.executeWithoutResult(
        status -> {
          ProofTable.Row before = proofs.find(one.account(), one.subject()).orElse(null);
          Instant since = before == null ? null : before.differsSince();
          boolean differed = since != null;
          boolean differs = detail != null;
          proofs.put(one, differs ? Objects.requireNonNullElse(since, now) : null, detail, now);
          if (differs && !differed) {
            raise(one, Objects.requireNonNull(detail), now);
          } else if (differed && !differs) {
            clear(one, now);
          }
        });
  }

  private void raise(Proved one, String detail, Instant now) {
    log.atError()
        .addKeyValue("chain", one.account().chain())
        .addKeyValue("account", one.account().address())
        .addKeyValue("subject", one.subject())
        .addKeyValue("block", one.block().number())
        .addKeyValue("books", one.books())
        .addKeyValue("found", one.found())
        .log("the books and the chain differ: {}", detail);
    GasBooksEvent fact =
        new GasMismatchRaised(
            one.account().chain(),
            one.account().address(),
            one.block().number(),
            one.books(),
            one.found(),
            one.subject() + ": " + detail,
            now);
    outbox.append(fact);
  }

  private void clear(Proved one, Instant now) {
    log.atWarn()
        .addKeyValue("chain", one.account().chain())
        .addKeyValue("account", one.account().address())
        .addKeyValue("subject", one.subject())
        .log("the books and the chain agree again");
    outbox.append(
        new GasMismatchCleared(
            one.account().chain(), one.account().address(), one.block().number(), now));
  }
}
