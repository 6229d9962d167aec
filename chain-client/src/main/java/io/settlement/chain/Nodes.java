// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Tracer;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The providers of one chain. A question goes to one of them, and to the next when it fails;
 * another is asked beside it when it takes long. When none answers the round is repeated a few
 * times: reading is idempotent. This is the only place where reads are retried.
 */
final class Nodes implements AutoCloseable {
  private static final int ROUNDS = 3;
  private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

  /** So that a chain whose provider hangs does not double every other question for long. */
  private static final int HEDGES_AT_ONCE = 16;

  private final HttpClient http;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Rota rota;
  private final RpcMeters meters;
  private final Quorum quorum;
  private final Retry rounds;
  private final Semaphore hedges = new Semaphore(HEDGES_AT_ONCE);

  Nodes(ChainSettings settings, MeterRegistry registry, WeightFactors factors, Tracer tracer) {
    this.meters = new RpcMeters(registry, tracer, settings.name().value());
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(settings.timeout())
            .build();
    this.rota =
        new Rota(
            settings.providers().stream()
                .map(provider -> new Provider(settings, provider, http, meters, factors))
                .toList());
    this.quorum = new Quorum(settings.quorum(), rota, threads, meters);
    this.rounds = rounds(settings.name().value());
    rota.all().forEach(provider -> meters.watch(provider, rota));
    if (rota.all().size() > 1) {
      threads.execute(new HeadProbe(rota, threads, settings.nodes().probeInterval()));
    }
  }

  HttpClient http() {
    return http;
  }

  /** Asks until a provider gives an answer that can be read. */
  <T> T ask(Question<T> question) {
    return rounds.executeSupplier(() -> firstAnswer(question));
  }

  /**
   * Asks until enough providers say the same, item by item.
   *
   * @throws Disagreement when they contradict each other, again and again
   */
  <T> List<T> agree(Question<List<T>> question) {
    try {
      return rounds.executeSupplier(() -> quorum.agree(question));
    } catch (Disagreement e) {
      quorum.unresolved(e, question.method());
      throw e;
    }
  }

  /** The answers of as many providers as would have to agree. */
  <T> List<T> several(Question<T> question) {
    return rounds.executeSupplier(() -> quorum.several(question));
  }

  /**
   * Asks all that are well at once. The first success decides; a refusal does when it settles the
   * matter, or when nobody said anything better in the time that providers usually take.
   */
  <T> void handOver(Question<T> question, Predicate<ChainException> settles) {
    Deque<Provider> order = rota.order(1);
    Duration patience = patience(order, question.method());
    Race<T> race = new Race<>(question, order, threads, finish -> {});
    while (race.hasWaiting()) {
      race.startNext();
    }
    List<Unreachable> failures = new ArrayList<>();
    @Nullable ChainException refusal = null;
    while (race.running() > 0) {
      Race.Finish<T> finish = race.next(refusal == null ? null : patience);
      if (finish == null) {
        break;
      }
      RuntimeException failure = finish.failure();
      if (failure == null) {
        return;
      }
      if (failure instanceof Unreachable silent) {
        failures.add(silent);
      } else if (failure instanceof ChainException refused && !settles.test(refused)) {
        refusal = refusal == null ? refused : refusal;
      } else {
        throw failure;
      }
    }
    throw refusal == null ? together(failures) : refusal;
  }

  private static Duration patience(Collection<Provider> asked, String method) {
    return asked.stream()
        .map(provider -> provider.patience(method))
        .max(Duration::compareTo)
        .orElse(Provider.USUAL_PATIENCE);
  }

  List<ProviderReport> report() {
    return rota.report();
  }

  private <T> T firstAnswer(Question<T> question) {
    Deque<Provider> order = rota.order(1);
    if (order.size() == 1) {
      return order.getFirst().ask(question);
    }
    Duration patience = order.getFirst().patience(question.method());
    String first = order.getFirst().name();
    Race<T> race = new Race<>(question, order, threads, finish -> {});
    race.startNext();
    Race.Finish<T> finish = race.next(patience);
    if (finish == null && hedges.tryAcquire()) {
      try {
        meters.hedged(first);
        race.startNext();
        return firstOf(race, race.nextAtLast());
      } finally {
        hedges.release();
      }
    }
    return firstOf(race, finish == null ? race.nextAtLast() : finish);
  }

  /** The first answer; for each failure the next provider is asked. */
  private static <T> T firstOf(Race<T> race, Race.Finish<T> next) {
    List<Unreachable> failures = new ArrayList<>();
    Race.Finish<T> finish = next;
    while (finish.failure() != null) {
      if (!(finish.failure() instanceof Unreachable failure)) {
        throw finish.failure();
      }
      failures.add(failure);
      race.startNext();
      if (race.running() == 0) {
        throw together(failures);
      }
      finish = race.nextAtLast();
    }
    return finish.answer();
  }

  private static Unreachable together(List<Unreachable> failures) {
    Unreachable last = failures.removeLast();
    failures.forEach(last::addSuppressed);
    return last;
  }

  private static Retry rounds(String chain) {
    IntervalFunction pauses = IntervalFunction.ofExponentialRandomBackoff(FIRST_PAUSE, 3.0, 0.3);
    return Retry.of(
        chain,
        RetryConfig.custom()
            .maxAttempts(ROUNDS)
            .intervalBiFunction(
                (attempt, outcome) ->
                    Math.max(
                        pauses.apply(attempt),
                        outcome.isLeft() && outcome.getLeft() instanceof Unreachable why
                            ? why.retryAfter().toMillis()
                            : 0))
            .retryOnException(Nodes::isWorthAnotherRound)
            .build());
  }

  /** Providers that disagree may be looking at a reorganisation. */
  private static boolean isWorthAnotherRound(Throwable failure) {
    return (failure instanceof Unreachable || failure instanceof Disagreement)
        && !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    threads.shutdownNow();
    http.shutdownNow();
  }
}
