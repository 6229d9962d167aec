// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;

/**
 * Looks at the head of every provider now and then, also of those that nobody asks at the moment:
 * only so a provider that has caught up or recovered is noticed.
 */
final class HeadProbe implements Runnable {
  private static final Question<Long> HEAD =
      new Question<>(
          "health",
          "eth_blockNumber",
          List.of(RpcRequest.of("eth_blockNumber")),
          answers -> Quantities.number(answers.getFirst().result()));

  private final Rota rota;
  private final ExecutorService threads;
  private final Duration interval;

  HeadProbe(Rota rota, ExecutorService threads, Duration interval) {
    this.rota = rota;
    this.threads = threads;
    this.interval = interval;
  }

  @Override
  public void run() {
    try {
      while (!threads.isShutdown()) {
        Thread.sleep(interval);
        for (Provider provider : rota.all()) {
          if (provider.isOpen() && !provider.head().isFresh(interval)) {
            threads.execute(() -> look(provider));
          }
        }
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static void look(Provider provider) {
    try {
      provider.ask(HEAD);
    } catch (ChainException counted) {
      // The provider's own record and the metrics have it; there is nobody else to tell.
    }
  }
}
