// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.relayer.limit.Liquidity;
import io.settlement.relayer.loop.Rounds;
import java.time.Duration;
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
  private final SecondLook secondLook;
  private final Duration look;
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
    this.secondLook = new SecondLook(courier, transactions);
    this.look = look;
  }

  @Override
  protected void round() throws InterruptedException {
    awaitBell(look);
    long changes = liquidity.changes();
    if (changes == seen && ++looks < ANYWAY) {
      return;
    }
    secondLook.at(messages::withoutLiquidity, PAGE);
    seen = changes;
    looks = 0;
  }
}
