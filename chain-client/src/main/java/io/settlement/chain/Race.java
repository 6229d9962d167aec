// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import java.time.Duration;
import java.util.Deque;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The same question to several providers at once. Who is too late is not interrupted: how it ends
 * is what its health is judged by, and what it says is compared with what was agreed.
 */
final class Race<T> {

  /** What came of asking one: a value or a failure. */
  record Finish<T>(Provider provider, @Nullable T value, @Nullable RuntimeException failure) {

    /** The value of one that did not fail. */
    T answer() {
      return Objects.requireNonNull(value);
    }
  }

  private final Question<T> question;
  private final Deque<Provider> waiting;
  private final ExecutorService threads;
  private final Consumer<Finish<T>> onFinish;
  private final BlockingQueue<Finish<T>> finishes = new LinkedBlockingQueue<>();
  private int running;

  /**
   * @param waiting who may be asked, first one first
   * @param onFinish is told each outcome, the late ones too, in the thread that asked
   */
  Race(
      Question<T> question,
      Deque<Provider> waiting,
      ExecutorService threads,
      Consumer<Finish<T>> onFinish) {
    this.question = question;
    this.waiting = waiting;
    this.threads = threads;
    this.onFinish = onFinish;
  }

  boolean hasWaiting() {
    return !waiting.isEmpty();
  }

  int running() {
    return running;
  }

  /** Asks the next one, if there is one. */
  void startNext() {
    Provider next = waiting.poll();
    if (next == null) {
      return;
    }
    try {
      threads.execute(() -> run(next));
      running++;
    } catch (RejectedExecutionException closed) {
      throw new Unreachable(Failure.NOT_ASKED, "closed", closed);
    }
  }

  private void run(Provider provider) {
    Finish<T> finish;
    try {
      finish = new Finish<>(provider, provider.ask(question), null);
    } catch (RuntimeException e) {
      finish = new Finish<>(provider, null, e);
    }
    try {
      onFinish.accept(finish);
    } finally {
      finishes.add(finish);
    }
  }

  /** Waits for the next outcome, as long as it takes: every question has a time-out. */
  Finish<T> nextAtLast() {
    return Objects.requireNonNull(next(null));
  }

  /**
   * Waits for the next outcome.
   *
   * @param patience how long; for as long as it takes when null
   * @return null when nothing came in time
   */
  @Nullable Finish<T> next(@Nullable Duration patience) {
    try {
      Finish<T> finish =
          patience == null
              ? finishes.take()
              : finishes.poll(patience.toNanos(), TimeUnit.NANOSECONDS);
      if (finish != null) {
        running--;
      }
      return finish;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable(Failure.NOT_ASKED, "interrupted while waiting for an answer", e);
    }
  }
}
