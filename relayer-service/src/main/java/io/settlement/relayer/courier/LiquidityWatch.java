// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.events.value.TxId;
import io.settlement.relayer.limit.Liquidity;
import io.settlement.relayer.loop.Rounds;
import java.time.Duration;
import java.util.List;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Lets messages go on that waited for their destination to be able to pay them: when something new
 * was said of it, and from time to time, because what was said grows old and what was reserved may
 * have ended otherwise.
 */
final class LiquidityWatch extends Rounds {
  private static final int PAGE = 250;

  /** So many looks later they are looked at in any case. */
  private static final int ANYWAY = 15;

  private final Liquidity liquidity;
  private final Messages messages;
  private final Courier courier;
  private final Duration look;
  private final TransactionOperations transactions;
  private long seen = -1;
  private int looks;

  LiquidityWatch(
      Liquidity liquidity,
      Messages messages,
      Courier courier,
      Duration look,
      TransactionOperations transactions) {
    super("liquidity", look);
    this.liquidity = liquidity;
    this.messages = messages;
    this.courier = courier;
    this.look = look;
    this.transactions = transactions;
  }

  @Override
  protected void round() throws InterruptedException {
    awaitBell(look);
    long changes = liquidity.changes();
    if (changes == seen && ++looks < ANYWAY) {
      return;
    }
    String after = "";
    List<TxId> page = messages.withoutLiquidity(after, PAGE);
    while (!page.isEmpty()) {
      List<TxId> some = page;
      transactions.executeWithoutResult(status -> courier.reconsider(some));
      after = page.getLast().hex();
      page = messages.withoutLiquidity(after, PAGE);
    }
    seen = changes;
    looks = 0;
  }
}
