// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.github.resilience4j.bulkhead.Bulkhead;
import io.github.resilience4j.bulkhead.BulkheadConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreaker.State;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.ratelimiter.RateLimiter;
import io.github.resilience4j.ratelimiter.RateLimiterConfig;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.ProviderId;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One provider with its guards: a circuit breaker that opens after failures in a row, a rate limit,
 * a bound on questions at the same time. What a contract or a node refuses is an answer.
 */
final class Provider {
  private static final Logger log = LoggerFactory.getLogger(Provider.class);

  /** Until enough is known. */
  static final Duration USUAL_PATIENCE = Duration.ofMillis(500);

  /** Less would ask twice for every pause of a garbage collector. */
  private static final Duration LEAST_PATIENCE = Duration.ofMillis(25);

  private final ChainSettings chain;
  private final ProviderSettings settings;
  private final Node node;
  private final RpcMeters meters;
  private final WeightFactors factors;
  private final ProviderId id;
  private final Rests rests;
  private final CircuitBreaker breaker;
  private final Bulkhead bulkhead;
  private final @Nullable RateLimiter limiter;
  private final HeadWatch head = new HeadWatch();
  private final Tally tally = new Tally();
  private final Countdown failing = new Countdown();
  private final Countdown limited = new Countdown();
  private final Countdown contradicted = new Countdown();
  private final Set<Long> openSince = ConcurrentHashMap.newKeySet();
  private volatile long triedAt = System.nanoTime();

  Provider(
      ChainSettings chain,
      ProviderSettings settings,
      HttpClient http,
      RpcMeters meters,
      WeightFactors factors) {
    this.chain = chain;
    this.settings = settings;
    this.meters = meters;
    this.factors = factors;
    this.id = ProviderId.of(chain.chainId(), settings.url());
    this.node = new Node(http, settings, chain.timeout());
    this.rests = Rests.of(chain.nodes(), chain.providers().size());
    this.breaker = breaker(settings.name(), chain.nodes().failures(), rests);
    this.bulkhead =
        Bulkhead.of(
            settings.name(),
            BulkheadConfig.custom()
                .maxConcurrentCalls(chain.nodes().concurrency())
                .maxWaitDuration(chain.timeout())
                .build());
    this.limiter = settings.callsPerSecond() == 0 ? null : limiter(settings, chain.timeout());
    breaker
        .getEventPublisher()
        .onStateTransition(change -> turned(change.getStateTransition().getToState()));
  }

  String name() {
    return settings.name();
  }

  /** Its share of the reads, as configured and by what is known of it now. */
  ProviderReport.Weight weight() {
    WeightFactor factor = factors.of(id);
    return new ProviderReport.Weight(settings.weight(), factor.percent(), factor.why());
  }

  HeadWatch head() {
    return head;
  }

  Tally tally() {
    return tally;
  }

  /**
   * Asks it.
   *
   * @throws Unreachable when it gave no answer or was not asked
   * @throws RpcError when it refused
   * @throws Reverted when the contract did
   */
  <T> T ask(Question<T> question) {
    enter(question);
    long start = System.nanoTime();
    openSince.add(start);
    try {
      T value = question.read().apply(answers(question));
      answered(question, "ok", start);
      return value;
    } catch (Unreachable e) {
      failed(question, e, start);
      throw e;
    } catch (InvalidValue e) {
      Unreachable nonsense = new Unreachable(name() + " answered nonsense: " + e.getMessage(), e);
      failed(question, nonsense, start);
      throw nonsense;
    } catch (ChainException refused) {
      answered(question, refused instanceof Reverted ? "reverted" : "refused", start);
      throw refused;
    } catch (RuntimeException ours) {
      breaker.releasePermission();
      throw ours;
    } finally {
      openSince.remove(start);
      bulkhead.onComplete();
    }
  }

  /** Whether it owes an answer for long: it may hang, which its time-outs will tell only later. */
  boolean isOverdue() {
    long latest = System.nanoTime() - USUAL_PATIENCE.toNanos();
    return openSince.stream().anyMatch(since -> since - latest < 0);
  }

  /** Waits for its turn; the breaker is asked last because what it permits must be used. */
  private void enter(Question<?> question) {
    triedAt = System.nanoTime();
    if (limiter != null && !limiter.acquirePermission(question.requests().size())) {
      throw new Unreachable(Failure.NOT_ASKED, name() + " is asked as often as it allows");
    }
    if (!bulkhead.tryAcquirePermission()) {
      throw new Unreachable(Failure.NOT_ASKED, name() + " is busy with questions of ours");
    }
    if (!breaker.tryAcquirePermission()) {
      bulkhead.onComplete();
      throw new Unreachable(
          Failure.NOT_ASKED,
          name() + " is left out after repeated failures: " + tally.lastTrouble());
    }
  }

  private List<Answer> answers(Question<?> question) {
    List<Answer> answers = node.ask(question.requests());
    for (int i = 0; i < answers.size(); i++) {
      if (answers.get(i) instanceof Answer.Result result) {
        Quantities.headIn(question.requests().get(i), result.json()).ifPresent(head::saw);
      }
    }
    return answers;
  }

  private void answered(Question<?> question, String outcome, long start) {
    long took = System.nanoTime() - start;
    breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    tally.answered(question, took);
    meters.called(name(), question, outcome, Duration.ofNanos(took));
  }

  private void failed(Question<?> question, Unreachable why, long start) {
    long took = System.nanoTime() - start;
    tally.failed(question, why);
    if (why.failure().counts()) {
      breaker.onError(took, TimeUnit.NANOSECONDS, why);
    } else if (why.failure() == Failure.BEHIND) {
      breaker.onSuccess(took, TimeUnit.NANOSECONDS);
    } else {
      breaker.releasePermission();
    }
    if (why.failure() == Failure.RATE_LIMITED) {
      limited.start(shorter(why.retryAfter(), chain.nodes().leftOutFor()), tally.lastTrouble());
    }
    meters.called(name(), question, why.failure().tag(), Duration.ofNanos(took));
  }

  /** The quorum said otherwise. */
  void contradict(String what) {
    tally.disagreed();
    contradicted.start(chain.nodes().leftOutFor(), what);
  }

  /** Whether it may be asked now. */
  boolean isOpen() {
    return !failing.isRunning() && !limited.isRunning();
  }

  /** Lets one question through although it failed; false when it was tried within that time. */
  boolean tryAgain(Duration atMostEvery) {
    if (limited.isRunning() || System.nanoTime() - triedAt < atMostEvery.toNanos()) {
      return false;
    }
    if (breaker.getState() == State.OPEN) {
      breaker.transitionToHalfOpenState();
    }
    return true;
  }

  /** How long it wants to be left alone; zero when it does not. */
  Duration wantsRest() {
    return limited.remaining();
  }

  /** How long to wait for its answer to this kind of question before another provider is asked. */
  Duration patience(String method) {
    Duration configured = chain.nodes().hedgeAfter();
    if (!configured.isZero()) {
      return configured;
    }
    Duration p95 = tally.p95(method).orElse(USUAL_PATIENCE);
    return p95.compareTo(LEAST_PATIENCE) < 0 ? LEAST_PATIENCE : p95;
  }

  ProviderReport report(long othersHead, long lag) {
    return tally.report(name(), weight(), standing(othersHead), head, lag);
  }

  /** Its state, beside providers whose head is this. */
  Standing standing(long othersHead) {
    if (failing.isRunning()) {
      return Standing.of(ProviderReport.State.FAILING, failing);
    }
    if (limited.isRunning()) {
      return Standing.of(ProviderReport.State.RATE_LIMITED, limited);
    }
    if (contradicted.isRunning()) {
      return Standing.of(ProviderReport.State.CONTRADICTED, contradicted);
    }
    return Standing.of(head, othersHead, chain.nodes());
  }

  private void turned(State state) {
    if (state == State.OPEN) {
      Duration rest = rests.failed();
      failing.start(rest, tally.lastTrouble());
      log.atWarn()
          .addKeyValue("chain", chain.name())
          .addKeyValue("provider", name())
          .log("left out for {}: {}", rest, tally.lastTrouble());
    } else {
      failing.end();
      if (state == State.CLOSED) {
        rests.recovered();
        log.atInfo()
            .addKeyValue("chain", chain.name())
            .addKeyValue("provider", name())
            .log("answers again");
      }
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private static CircuitBreaker breaker(String name, int failures, Rests rests) {
    return CircuitBreaker.of(
        name,
        CircuitBreakerConfig.custom()
            .slidingWindowSize(failures)
            .minimumNumberOfCalls(failures)
            .failureRateThreshold(100)
            .waitIntervalFunctionInOpenState(rests.lengths())
            .permittedNumberOfCallsInHalfOpenState(rests.trials())
            .build());
  }

  private static RateLimiter limiter(ProviderSettings settings, Duration timeout) {
    return RateLimiter.of(
        settings.name(),
        RateLimiterConfig.custom()
            .limitForPeriod(settings.callsPerSecond())
            .limitRefreshPeriod(Duration.ofSeconds(1))
            .timeoutDuration(timeout)
            .build());
  }
}
