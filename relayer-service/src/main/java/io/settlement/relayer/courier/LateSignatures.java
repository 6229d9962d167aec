// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.relayer.loop.Rounds;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Asks validators for what no quorum came together for: they may differ about a member of a bundle,
 * or have joined since. When is in the table, so a restart starts no wait again.
 */
final class LateSignatures extends Rounds {
  /** Most that are asked for in one transaction. */
  private static final int PAGE = 500;

  /** When a message is looked at again that lacks no signature and waits for something else. */
  private static final Duration CALM = Duration.ofHours(1);

  private final Messages messages;
  private final Courier courier;
  private final QuorumFlow flow;
  private final SignaturePatience patience;
  private final TransactionOperations transactions;
  private final Clock clock;

  LateSignatures(
      Messages messages,
      Courier courier,
      QuorumFlow flow,
      SignaturePatience patience,
      TransactionOperations transactions,
      Clock clock) {
    super("late-signatures", patience.first());
    this.messages = messages;
    this.courier = courier;
    this.flow = flow;
    this.patience = patience;
    this.transactions = transactions;
    this.clock = clock;
  }

  @Override
  protected void round() throws InterruptedException {
    int asked;
    do {
      asked = chase();
    } while (asked == PAGE);
    awaitBell(patience.first().dividedBy(2));
  }

  private int chase() {
    Integer chased = transactions.execute(status -> chaseWithin());
    return chased == null ? 0 : chased;
  }

  private int chaseWithin() {
    Instant now = clock.instant();
    List<TxId> late = messages.late(flow.flows(now) ? now.minus(behind()) : now, now, PAGE);
    if (!late.isEmpty()) {
      messages.calm(courier.chase(late), now.plus(CALM));
    }
    return late.size();
  }

  /** What the wait is longer by while validators are behind. */
  private Duration behind() {
    Duration longer = patience.behind().minus(patience.first());
    return longer.isNegative() ? Duration.ZERO : longer;
  }
}
