// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Node;
import io.settlement.conformance.Unanswered.Cause;
import io.settlement.conformance.watch.Probe;
import io.settlement.conformance.watch.Prober;
import io.settlement.conformance.watch.SoakLoop;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Asks many providers at the same time, never more than a number, never longer than a time. */
@Component
class Rounds implements DisposableBean {
  private static final Logger log = LoggerFactory.getLogger(Rounds.class);

  private final ProbedNodes nodes;
  private final ServiceLevelSettings settings;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Rounds(ProbedNodes nodes, ServiceLevelSettings settings) {
    this.nodes = nodes;
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * Looks once at each. Who was not reached within the round's time is missing: nothing is known of
   * it.
   *
   * @param again by chain id, a height that was called final before
   * @param now the time of all these probes
   */
  List<Look> look(List<NamedProvider> providers, Map<Long, Long> again, Instant now)
      throws InterruptedException {
    Prober prober = new Prober(Clock.fixed(now, ZoneOffset.UTC));
    List<Callable<Look>> questions =
        providers.stream()
            .<Callable<Look>>map(one -> () -> inTurn(prober, one, again.get(one.chainId())))
            .toList();
    List<Future<Look>> answers =
        threads.invokeAll(questions, settings.timing().round().toMillis(), TimeUnit.MILLISECONDS);
    List<Look> looks = new ArrayList<>();
    for (int i = 0; i < answers.size(); i++) {
      answer(providers.get(i), answers.get(i)).ifPresent(looks::add);
    }
    return looks;
  }

  private static Optional<Look> answer(NamedProvider provider, Future<Look> answer)
      throws InterruptedException {
    try {
      return Optional.of(answer.get());
    } catch (CancellationException tooLate) {
      log.atWarn().addKeyValue("provider", provider.id()).log("not probed within the round's time");
      return Optional.empty();
    } catch (ExecutionException e) {
      log.atError()
          .addKeyValue("provider", provider.id())
          .setCause(e.getCause())
          .log("not probed: this is no fault of the provider");
      return Optional.empty();
    }
  }

  private Look inTurn(Prober prober, NamedProvider provider, @Nullable Long again)
      throws InterruptedException {
    places.acquire();
    try {
      return look(prober, provider, again == null ? OptionalLong.empty() : OptionalLong.of(again));
    } finally {
      places.release();
    }
  }

  private Look look(Prober prober, NamedProvider provider, OptionalLong again) {
    Node node = nodes.of(provider);
    Probe probe = prober.look(node, again);
    if (probe.error().filter(Cause.INTERRUPTED::equals).isPresent()) {
      throw new CancellationException("interrupted");
    }
    return new Look(provider, probe, soak(node, probe));
  }

  /** Who did not answer one question is not asked eleven more; that one counts. */
  private Optional<SoakLoop.Round> soak(Node node, Probe probe) {
    if (!settings.soak()) {
      return Optional.empty();
    }
    return Optional.of(probe.error().isPresent() ? new SoakLoop.Round(1, 1) : SoakLoop.once(node));
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
