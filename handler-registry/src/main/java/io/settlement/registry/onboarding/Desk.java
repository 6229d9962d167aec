// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.kit.problem.Problem;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Where questions to strangers' nodes are asked: never more than a number at once, never longer
 * than a time, whatever the nodes do.
 */
@Component
public class Desk implements DisposableBean {
  private final OnboardingSettings settings;
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Desk(OnboardingSettings settings) {
    this.settings = settings;
    this.places = new Semaphore(settings.atOnce());
  }

  /**
   * What the question gives.
   *
   * @throws Problem when too many are being asked, or it takes too long
   */
  public <T> T ask(Supplier<T> question) {
    if (!places.tryAcquire()) {
      throw Problem.tooMany(
          "checks-busy", "%d checks are under way; try again".formatted(settings.atOnce()));
    }
    Future<T> answer;
    try {
      answer =
          threads.submit(
              () -> {
                try {
                  return question.get();
                } finally {
                  places.release();
                }
              });
    } catch (RuntimeException e) {
      places.release();
      throw e;
    }
    return await(answer);
  }

  /** Asks all at the same time, inside of one question. */
  <T> List<T> together(List<Callable<T>> questions) {
    try {
      return threads.invokeAll(questions).stream().map(this::await).toList();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unasked(Unasked.Why.HANGS, "interrupted");
    }
  }

  private <T> T await(Future<T> answer) {
    try {
      return answer.get(settings.lookTimeout().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw Problem.unavailable(
          "nodes-too-slow", "the nodes did not answer within " + settings.lookTimeout());
    } catch (InterruptedException e) {
      answer.cancel(true);
      Thread.currentThread().interrupt();
      throw Problem.unavailable("nodes-too-slow", "nobody waited for the nodes");
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException failure
          ? failure
          : new IllegalStateException(e.getCause());
    }
  }

  @Override
  public void destroy() {
    threads.shutdownNow();
  }
}
