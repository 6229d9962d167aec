// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.CrossChainMessage;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work on chains without contracts, for whoever pays there instead of a lane. Taken once, it is the
 * taker's: the courier only hears of its end.
 */
public final class PayoutQueue {
  private final IntentTable intents;
  private final Map<ChainName, Runnable> desks = new ConcurrentHashMap<>();

  PayoutQueue(IntentTable intents) {
    this.intents = intents;
  }

  /**
   * Somebody pays on this chain from now on.
   *
   * @param bell rung, in any thread, when there is more to take
   */
  public void serve(ChainName chain, Runnable bell) {
    desks.put(chain, bell);
  }

  /** Whether anybody pays on this chain. */
  public boolean serves(ChainName chain) {
    return desks.containsKey(chain);
  }

  /**
   * Takes over up to so many messages, oldest first, in the caller's transaction. One of them may
   * be past its deadline, or refused by the registry since: then it is not to be paid, and still to
   * be ended.
   */
  public List<CrossChainMessage> take(ChainName chain, int most) {
    return intents.handOver(chain, most).stream()
        .map(work -> ((Work.PayOut) work).message())
        .toList();
  }

  /** Rings once the caller's transaction is through. */
  void ring(ChainName chain) {
    Runnable bell = desks.get(chain);
    if (bell != null) {
      TransactionSynchronizationManager.registerSynchronization(
          new TransactionSynchronization() {
            @Override
            public void afterCommit() {
              bell.run();
            }
          });
    }
  }
}
