// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.github.resilience4j.core.IntervalFunction;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Listens for new blocks over the WebSockets of the providers that have one, and rings. What is
 * announced is not believed, only taken as a reason to look; so one provider that invents blocks
 * costs questions, never a fact. Connections that end, or fall silent, are opened again with
 * growing pauses.
 */
final class HeadBell implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(HeadBell.class);

  /** A half-open connection says nothing; a live one answers a ping. */
  private static final Duration SILENCE = Duration.ofSeconds(30);

  private static final IntervalFunction PAUSES =
      IntervalFunction.ofExponentialRandomBackoff(
          Duration.ofMillis(500), 2.0, 0.3, Duration.ofSeconds(60));

  private final ChainSettings chain;
  private final HttpClient http;
  private final MeterRegistry meters;
  private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
  private final CountDownLatch closed = new CountDownLatch(1);
  private boolean started;

  HeadBell(ChainSettings chain, HttpClient http, MeterRegistry meters) {
    this.chain = chain;
    this.http = http;
    this.meters = meters;
  }

  /** Whoever listens first opens the connections. */
  synchronized EvmReader.Bell listen(Runnable wake) {
    listeners.add(wake);
    if (!started) {
      started = true;
      chain.providers().stream()
          .filter(provider -> provider.webSocketUrl() != null)
          .forEach(
              provider ->
                  Thread.ofVirtual()
                      .name("heads-" + chain.name() + "-" + provider.name())
                      .start(() -> keepListening(provider)));
    }
    return () -> listeners.remove(wake);
  }

  private void keepListening(ProviderSettings provider) {
    int failures = 0;
    while (!isClosed(Duration.ZERO)) {
      HeadSocket socket = new HeadSocket(() -> ring(provider));
      String why = listen(provider, socket);
      failures = socket.hasRung() ? 1 : failures + 1;
      Duration pause = Duration.ofMillis(PAUSES.apply(Math.min(failures, 20)));
      log.atInfo()
          .addKeyValue("chain", chain.name())
          .addKeyValue("provider", provider.name())
          .log("announces no blocks any more ({}), trying again in {}", why, pause);
      if (isClosed(pause)) {
        return;
      }
    }
  }

  /** Returns when it is over, and why. */
  private String listen(ProviderSettings provider, HeadSocket listener) {
    try {
      WebSocket socket =
          http.newWebSocketBuilder()
              .connectTimeout(chain.timeout())
              .buildAsync(Optional.ofNullable(provider.webSocketUrl()).orElseThrow(), listener)
              .get(chain.timeout().toMillis() * 2, TimeUnit.MILLISECONDS);
      try {
        return untilItEnds(socket, listener);
      } finally {
        socket.abort();
      }
    } catch (ExecutionException e) {
      return String.valueOf(Optional.ofNullable(e.getCause()).orElse(e));
    } catch (TimeoutException e) {
      return "no connection in time";
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String untilItEnds(WebSocket socket, HeadSocket listener) throws InterruptedException {
    while (!isClosed(Duration.ZERO)) {
      Optional<String> end = listener.end(SILENCE);
      if (end.isPresent()) {
        return end.get();
      }
      if (!listener.wasHeardWithin(SILENCE.multipliedBy(2))) {
        return "silent";
      }
      var unused = socket.sendPing(java.nio.ByteBuffer.allocate(0));
    }
    return "closed";
  }

  private void ring(ProviderSettings provider) {
    meters
        .counter(
            "settlement.rpc.announcements",
            Tags.of("chain", chain.name().value(), "provider", provider.name()))
        .increment();
    listeners.forEach(Runnable::run);
  }

  private boolean isClosed(Duration within) {
    try {
      return closed.await(within.toNanos(), TimeUnit.NANOSECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }

  @Override
  public void close() {
    closed.countDown();
  }
}
