// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.process.Pause;
import java.time.Duration;
import java.util.function.Supplier;

/**
 * What an operator tells the services. A service that has just started on a busy machine may take
 * its time with the first requests.
 */
final class Operator {
  private static final int BUSY = 503;
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final long BETWEEN_TRIES = 1_000;

  private final Gateway gateway;

  Operator(Gateway gateway) {
    this.gateway = gateway;
  }

  void put(String path, Object body) {
    patiently(path, () -> gateway.put(path, body));
  }

  void post(String path, Object body) {
    patiently(path, () -> gateway.post(path, body));
  }

  /** Exactly this text. */
  void postText(String path, String body) {
    patiently(path, () -> gateway.postText(path, body));
  }

  private static void patiently(String path, Supplier<Gateway.Answer> request) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    Gateway.Answer answer = request.get();
    while (answer.status() == BUSY && System.nanoTime() < deadline) {
      Pause.millis(BETWEEN_TRIES);
      answer = request.get();
    }
    answer.orFail("registering " + path);
  }
}
