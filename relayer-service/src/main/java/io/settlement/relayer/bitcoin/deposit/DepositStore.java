// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinHeader;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageObserved;
import io.settlement.events.MessageEvent.MessageOrphaned;
import io.settlement.kit.outbox.Outbox;
import io.settlement.relayer.bitcoin.deposit.Deposit.State;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/** A block, what was found in it and the facts about it are one transaction. */
final class DepositStore {
  private static final Logger log = LoggerFactory.getLogger(DepositStore.class);

  private final DepositTable table;
  private final Outbox outbox;
  private final TransactionOperations transactions;
  private final DepositMetrics metrics;
  private final Clock clock;

  DepositStore(
      DepositTable table,
      Outbox outbox,
      TransactionOperations transactions,
      DepositMetrics metrics,
      Clock clock) {
    this.table = table;
    this.outbox = outbox;
    this.transactions = transactions;
    this.metrics = metrics;
    this.clock = clock;
  }

  Optional<DepositTable.Read> tip() {
    return table.tip();
  }

  Optional<DepositTable.Read> below(long height) {
    return table.below(height);
  }

  /**
   * A block was read that stands on the last one: what it pays the vaults, and what is final by it.
   *
   * @param keep how many blocks are remembered, to find back after a reorganisation
   */
  void read(BitcoinHeader block, List<Sighting> seen, long keep) {
    Instant now = clock.instant();
    List<MessageEvent> told =
        transactions.execute(
            status -> {
              if (!table.add(block)) {
                return List.of();
              }
              List<MessageEvent> facts = new ArrayList<>();
              seen.forEach(one -> found(one, now).ifPresent(facts::add));
              table.finalised(block.height(), now).forEach(one -> facts.add(toFinal(one, now)));
              table.forgetBlocksBelow(block.height() - keep);
              outbox.append(facts);
              return facts;
            });
    metrics.told(told);
    metrics.kept(table);
  }

  private Optional<MessageEvent> found(Sighting seen, Instant now) {
    State state = stateOf(seen);
    if (!table.add(seen, state, now)) {
      return Optional.empty();
    }
    if (state == State.UNASSIGNED) {
      log.atError()
          .addKeyValue("vault", seen.vault().id())
          .addKeyValue("index", seen.address().index())
          .addKeyValue("output", seen.output().outpoint())
          .log("ALARM: an address of the vault was paid that was given to nobody");
    }
    return Optional.ofNullable(seen.message())
        .map(message -> new MessageObserved(message.txid(), message, seen.ref(), now));
  }

  private static State stateOf(Sighting seen) {
    if (seen.isUnassigned()) {
      return State.UNASSIGNED;
    }
    return seen.message() == null ? State.TOO_SMALL : State.SEEN;
  }

  private static MessageEvent toFinal(Deposit one, Instant now) {
    MessageObserved seen = one.fact();
    return new MessageFinal(seen.txid(), seen.message(), seen.ref(), now);
  }

  /** Blocks above a height were replaced: what they told is taken back. */
  void rewind(long height) {
    Instant now = clock.instant();
    List<MessageEvent> told =
        transactions.execute(
            status -> {
              if (!table.forgetBlocksAbove(height)) {
                return List.of();
              }
              List<MessageEvent> facts = new ArrayList<>();
              for (Deposit one : table.takeSeenAbove(height)) {
                facts.add(new MessageOrphaned(one.fact().txid(), one.fact().ref(), now));
              }
              for (Deposit one : table.withdrawFinalAbove(height)) {
                facts.add(withdrawn(one, now));
              }
              outbox.append(facts);
              return facts;
            });
    log.atInfo()
        .addKeyValue("height", height)
        .addKeyValue("deposits", told.size())
        .log("Bitcoin was reorganised; reading on from the common block");
    metrics.reorganised();
    metrics.told(told);
    metrics.kept(table);
  }

  private static MessageEvent withdrawn(Deposit one, Instant now) {
    MessageObserved seen = one.fact();
    log.atError()
        .addKeyValue("txid", seen.txid())
        .addKeyValue("block", seen.ref().blockNumber())
        .log("ALARM: a deposit that was final was reorganised away");
    return new FactWithdrawn(seen.txid(), "MessageFinal", seen.ref(), now);
  }
}
