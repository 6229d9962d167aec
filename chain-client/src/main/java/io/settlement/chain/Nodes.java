// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.settlement.events.value.InvalidValue;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The nodes of one chain. A question goes to the first that answers, in the configured order; a
 * node that keeps failing is left out for a while. When none answers the round is repeated a few
 * times: reading is idempotent.
 */
final class Nodes implements AutoCloseable {
  private static final int ROUNDS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);
  private static final Duration LEFT_OUT = Duration.ofSeconds(2);
  private static final int WINDOW = 10;

  private record Guarded(Node node, CircuitBreaker breaker) {}

  private final String chain;
  private final MeterRegistry meters;
  private final HttpClient http;
  private final List<Guarded> nodes;
  private final Retry rounds;

  Nodes(ChainSettings settings, MeterRegistry meters) {
    this.chain = settings.name().value();
    this.meters = meters;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    this.nodes =
        settings.rpcUrls().stream()
            .map(url -> new Node(http, url, settings.timeout()))
            .map(node -> new Guarded(node, breaker(node.name())))
            .toList();
    this.rounds = rounds(chain);
  }

  /**
   * Asks until a node gives an answer that {@code read} accepts.
   *
   * @param method what the questions are about, for metrics
   * @param read makes sense of the answers; an {@link Unreachable} from it means that another node
   *     should be asked
   */
  <T> T ask(String method, List<RpcRequest> requests, Function<List<Answer>, T> read) {
    Timer.Sample sample = Timer.start(meters);
    String outcome = "error";
    try {
      T value = rounds.executeSupplier(() -> firstAnswer(requests, read));
      outcome = "ok";
      return value;
    } catch (Reverted e) {
      outcome = "reverted";
      throw e;
    } catch (RpcError e) {
      outcome = "refused";
      throw e;
    } catch (Unreachable e) {
      outcome = "unreachable";
      throw e;
    } finally {
      sample.stop(
          meters.timer(
              "settlement.rpc.calls", "chain", chain, "method", method, "outcome", outcome));
    }
  }

  private <T> T firstAnswer(List<RpcRequest> requests, Function<List<Answer>, T> read) {
    List<Unreachable> failures = new ArrayList<>();
    for (Guarded guarded : nodes) {
      Node node = guarded.node();
      try {
        return guarded.breaker().executeSupplier(() -> answer(node, requests, read));
      } catch (CallNotPermittedException e) {
        failures.add(new Unreachable(node.name() + " is left out after repeated failures", e));
      } catch (Unreachable e) {
        failures.add(e);
      }
    }
    Unreachable last = failures.removeLast();
    failures.forEach(last::addSuppressed);
    throw last;
  }

  private static <T> T answer(
      Node node, List<RpcRequest> requests, Function<List<Answer>, T> read) {
    try {
      return read.apply(node.ask(requests));
    } catch (InvalidValue e) {
      throw new Unreachable(node.name() + " answered nonsense: " + e.getMessage(), e);
    }
  }

  private static CircuitBreaker breaker(String name) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowSize(WINDOW)
            .minimumNumberOfCalls(WINDOW / 2)
            .waitDurationInOpenState(LEFT_OUT)
            .permittedNumberOfCallsInHalfOpenState(1)
            .recordException(e -> e instanceof Unreachable unreachable && !unreachable.isBehind())
            .build());
  }

  private static Retry rounds(String chain) {
    return Retry.of(
        chain,
        RetryConfig.custom()
            .maxAttempts(ROUNDS)
            .intervalFunction(IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 3.0, 0.3))
            .retryOnException(
                e -> e instanceof Unreachable && !Thread.currentThread().isInterrupted())
            .build());
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
