// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;

/** Looks at everything, much of it at once. */
public final class Suite {
  private final List<Check> checks;

  /**
   * A suite of these checks.
   *
   * @throws IllegalArgumentException when two decide the same requirement
   */
  public Suite(List<Check> checks) {
    Set<String> ids = new HashSet<>();
    for (Check check : checks) {
      if (!ids.add(check.requirement().id())) {
        throw new IllegalArgumentException("two checks decide " + check.requirement().id());
      }
    }
    this.checks = List.copyOf(checks);
  }

  /** What it decides, in its order. */
  public List<Requirement> requirements() {
    return checks.stream().map(Check::requirement).toList();
  }

  /**
   * Looks at everything that is not known yet.
   *
   * @param known findings of a run that was interrupted; they are kept as they are
   * @return the findings by the requirement's id
   * @throws InterruptedException when the run is broken off; what {@code progress} was told is true
   */
  public Map<String, Finding> run(
      Subject subject, Settings settings, Progress progress, Map<String, Finding> known)
      throws InterruptedException {
    Map<String, Finding> findings = new ConcurrentSkipListMap<>(known);
    Semaphore room = new Semaphore(settings.atOnce());
    ReentrantLock purse = subject.purse().map(Purse::turn).orElseGet(ReentrantLock::new);
    ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    try {
      List<Callable<Void>> looks =
          checks.stream()
              .filter(check -> !known.containsKey(check.requirement().id()))
              .<Callable<Void>>map(
                  check ->
                      () -> {
                        Finding finding =
                            look(check, new Run(subject, settings, progress, room, purse, threads));
                        findings.put(finding.requirement(), finding);
                        progress.ended(finding);
                        return null;
                      })
              .toList();
      for (Future<Void> look : threads.invokeAll(looks)) {
        look.get();
      }
    } catch (ExecutionException e) {
      if (e.getCause() instanceof InterruptedException) {
        throw new InterruptedException("the run was broken off");
      }
      throw new IllegalStateException("a finding could not be told", e.getCause());
    } finally {
      threads.shutdownNow();
    }
    return new TreeMap<>(findings);
  }

  private record Run(
      Subject subject,
      Settings settings,
      Progress progress,
      Semaphore room,
      ReentrantLock purse,
      ExecutorService threads) {}

  /** The purse is waited for outside of the room: who waits does not keep others from looking. */
  private static Finding look(Check check, Run run) throws InterruptedException {
    if (!check.sends()) {
      return lookInRoom(check, run);
    }
    run.purse.lockInterruptibly();
    try {
      return lookInRoom(check, run);
    } finally {
      run.purse.unlock();
    }
  }

  private static Finding lookInRoom(Check check, Run run) throws InterruptedException {
    run.room.acquire();
    try {
      run.progress.begun(check.requirement());
      Instant began = run.subject.clock().instant();
      long start = System.nanoTime();
      Outcome outcome = outcome(check, run);
      return new Finding(
          check.requirement().id(), outcome, began, Duration.ofNanos(System.nanoTime() - start));
    } finally {
      run.room.release();
    }
  }

  private static Outcome outcome(Check check, Run run) throws InterruptedException {
    Future<Outcome> look = run.threads.submit(() -> check.look(run.subject));
    try {
      return look.get(run.settings.perCheck().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      return Outcome.unknown("not known after " + run.settings.perCheck().toSeconds() + " s");
    } catch (ExecutionException e) {
      return e.getCause() instanceof Unanswered unanswered
          ? Outcome.unknown(unanswered.getMessage())
          : Outcome.unknown("the check itself failed: " + e.getCause());
    } finally {
      look.cancel(true);
    }
  }
}
