// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** People and programs that ask the gateway all the time, and note what they were not given. */
final class Callers implements AutoCloseable {
  private static final long BETWEEN_REQUESTS = 40;
  private static final int SERVER_ERROR = 500;

  /** One path behind each service. */
  private static final List<String> PATHS =
      List.of("/v1/chains", "/v1/prices", "/v1/artifacts", "/v1/lanes", "/v1/messages?limit=5");

  private final AtomicLong answered = new AtomicLong();
  private final List<String> failures = Collections.synchronizedList(new ArrayList<>());
  private final List<Thread> threads = new ArrayList<>();
  private volatile boolean ends;

  private Callers() {}

  /** Starts them: one for each service, and one that asks for quotes. */
  static Callers begin(Gateway gateway, Sending sending) {
    Callers callers = new Callers();
    for (String path : PATHS) {
      callers.start(() -> gateway.get(path), path);
    }
    Map<String, Object> quote = sending.quoteRequest(sending.units("0.00000100").toString());
    callers.start(() -> gateway.post("/v1/quotes", quote), "POST /v1/quotes");
    return callers;
  }

  private interface Request {
    Gateway.Answer send();
  }

  private void start(Request request, String name) {
    threads.add(
        Thread.ofVirtual()
            .name("caller " + name)
            .start(
                () -> {
                  while (!ends) {
                    ask(request, name);
                    Pause.millis(BETWEEN_REQUESTS);
                  }
                }));
  }

  private void ask(Request request, String name) {
    try {
      Gateway.Answer answer = request.send();
      if (answer.status() >= SERVER_ERROR) {
        failures.add(name + ": " + answer.status() + " " + answer.body());
      } else {
        answered.incrementAndGet();
      }
    } catch (Failure e) {
      failures.add(name + ": " + e.getMessage());
    }
  }

  /** How many requests were answered so far. */
  long answered() {
    return answered.get();
  }

  /** What was refused or broke off so far. */
  List<String> failures() {
    synchronized (failures) {
      return List.copyOf(failures);
    }
  }

  @Override
  public void close() {
    end();
  }

  /** Nobody asks any more. */
  void end() {
    ends = true;
    for (Thread one : threads) {
      try {
        one.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
