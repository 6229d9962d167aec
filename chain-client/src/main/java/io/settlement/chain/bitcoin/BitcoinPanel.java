// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.github.resilience4j.core.IntervalFunction;
import io.github.resilience4j.retry.Retry;
import io.github.resilience4j.retry.RetryConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainException;
import io.settlement.chain.Disagreement;
import io.settlement.chain.Unreachable;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Several nodes asked the same. Agreement asks all at once and is done as soon as enough say the
 * same, so that a silent node costs no time-out. This is the only place where reads of Bitcoin are
 * retried.
 */
final class BitcoinPanel implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BitcoinPanel.class);
  private static final int ROUNDS = 3;
  private static final int LONGEST_VIEW = 120;

  /** What one node said. */
  sealed interface Said<T> {
    /** Who. */
    BitcoinRpc node();

    /** An answer. */
    record Value<T>(BitcoinRpc node, T value) implements Said<T> {}

    /** None, or a refusal. */
    record Failure<T>(BitcoinRpc node, ChainException why) implements Said<T> {}
  }

  private final int quorum;
  private final List<BitcoinRpc> nodes;
  private final MeterRegistry meters;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final AtomicInteger turn = new AtomicInteger();
  private final Retry rounds =
      Retry.of(
          "bitcoin",
          RetryConfig.custom()
              .maxAttempts(ROUNDS)
              .intervalFunction(
                  IntervalFunction.ofExponentialRandomBackoff(Duration.ofMillis(100), 3.0, 0.3))
              .retryOnException(BitcoinPanel::isWorthAnotherRound)
              .build());

  BitcoinPanel(int quorum, List<BitcoinRpc> nodes, MeterRegistry meters) {
    this.quorum = quorum;
    this.nodes = nodes;
    this.meters = meters;
  }

  List<BitcoinRpc> nodes() {
    return nodes;
  }

  /** The first answer; the nodes take turns in being first. */
  <T> T ask(Function<BitcoinRpc, T> question) {
    return rounds.executeSupplier(
        () -> {
          List<ChainException> failures = new ArrayList<>();
          int first = turn.getAndIncrement();
          for (int i = 0; i < nodes.size(); i++) {
            try {
              return question.apply(nodes.get(Math.floorMod(first + i, nodes.size())));
            } catch (Unreachable silent) {
              failures.add(silent);
            }
          }
          throw together(failures);
        });
  }

  /**
   * What enough of them say.
   *
   * @throws Disagreement when they contradict each other, again and again
   */
  <T> T agree(String method, Function<BitcoinRpc, T> question) {
    return rounds.executeSupplier(() -> agreeOnce(method, question));
  }

  /** The answers of at least as many as have to agree, whatever they say. */
  <T> List<T> several(String method, Function<BitcoinRpc, T> question) {
    return rounds.executeSupplier(
        () -> {
          List<T> values = new ArrayList<>();
          List<ChainException> failures = new ArrayList<>();
          for (Said<T> said : everybody(question)) {
            switch (said) {
              case Said.Value<T> told -> values.add(told.value());
              case Said.Failure<T> failed -> failures.add(failed.why());
            }
          }
          if (values.size() < quorum) {
            throw tooFew(method, values.size(), failures);
          }
          return values;
        });
  }

  /** What each of them said. */
  <T> List<Said<T>> everybody(Function<BitcoinRpc, T> question) {
    BlockingQueue<Said<T>> answers = start(question);
    List<Said<T>> all = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      all.add(next(answers));
    }
    return all;
  }

  private <T> T agreeOnce(String method, Function<BitcoinRpc, T> question) {
    BlockingQueue<Said<T>> answers = start(question);
    Map<T, List<BitcoinRpc>> votes = new LinkedHashMap<>();
    List<ChainException> failures = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      switch (next(answers)) {
        case Said.Failure<T> failed -> failures.add(failed.why());
        case Said.Value<T> told -> {
          List<BitcoinRpc> alike = votes.computeIfAbsent(told.value(), value -> new ArrayList<>());
          alike.add(told.node());
          if (alike.size() == quorum) {
            return told.value();
          }
        }
      }
    }
    throw undecided(method, votes, failures);
  }

  /** Contradiction is only what is left when those that failed could not have made a quorum. */
  private <T> ChainException undecided(
      String method, Map<T, List<BitcoinRpc>> votes, List<ChainException> failures) {
    if (votes.isEmpty()) {
      return together(failures);
    }
    if (votes.size() == 1) {
      return tooFew(method, votes.values().iterator().next().size(), failures);
    }
    Map<String, String> views = new LinkedHashMap<>();
    votes.forEach((value, said) -> said.forEach(node -> views.put(node.name(), brief(value))));
    meters.counter("settlement.bitcoin.rpc.disagreements", "method", method).increment();
    Disagreement disagreement = new Disagreement(method, views);
    log.atWarn().addKeyValue("method", method).log("nodes disagree: {}", disagreement.getMessage());
    return disagreement;
  }

  private static String brief(Object value) {
    String text = value.toString();
    return text.length() > LONGEST_VIEW ? text.substring(0, LONGEST_VIEW) + "…" : text;
  }

  private ChainException tooFew(String method, int answered, List<ChainException> failures) {
    Unreachable few =
        new Unreachable("%s: %d of %d needed nodes answered".formatted(method, answered, quorum));
    failures.forEach(few::addSuppressed);
    return few;
  }

  private <T> BlockingQueue<Said<T>> start(Function<BitcoinRpc, T> question) {
    BlockingQueue<Said<T>> answers = new LinkedBlockingQueue<>();
    try {
      nodes.forEach(node -> threads.execute(() -> answers.add(askOne(node, question))));
    } catch (RejectedExecutionException closed) {
      throw new Unreachable("closed");
    }
    return answers;
  }

  private static <T> Said<T> askOne(BitcoinRpc node, Function<BitcoinRpc, T> question) {
    try {
      return new Said.Value<>(node, question.apply(node));
    } catch (ChainException e) {
      return new Said.Failure<>(node, e);
    } catch (RuntimeException e) {
      Unreachable nonsense =
          new Unreachable(node.name() + " gave an answer that makes no sense: " + e);
      nonsense.initCause(e);
      return new Said.Failure<>(node, nonsense);
    }
  }

  private static <T> Said<T> next(BlockingQueue<Said<T>> answers) {
    try {
      return answers.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for an answer");
    }
  }

  /** The last of them, with the others behind it. */
  static ChainException together(List<ChainException> failures) {
    if (failures.isEmpty()) {
      return new Unreachable("no Bitcoin node is configured");
    }
    ChainException last = failures.getLast();
    failures.stream().filter(one -> one != last).forEach(last::addSuppressed);
    return last;
  }

  /** Nodes that disagree may be looking at a reorganisation. */
  private static boolean isWorthAnotherRound(Throwable failure) {
    return (failure instanceof Unreachable || failure instanceof Disagreement)
        && !Thread.currentThread().isInterrupted();
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
