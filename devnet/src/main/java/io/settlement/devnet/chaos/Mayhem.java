// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.chaos;

import io.settlement.devnet.process.Pause;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * Lets troubles strike one after another until it is calmed. The same seed makes the same choices.
 */
public final class Mayhem implements AutoCloseable {
  private final List<Trouble> troubles;
  private final Random chance;
  private final Duration pause;
  private final List<Incident> incidents = new CopyOnWriteArrayList<>();
  private final Thread thread;
  private volatile boolean ends;
  private volatile @Nullable RuntimeException failure;

  /** What went wrong when. */
  public record Incident(Instant at, String what) {}

  private Mayhem(List<Trouble> troubles, long seed, Duration pause) {
    this.troubles = List.copyOf(troubles);
    this.chance = new Random(seed);
    this.pause = pause;
    this.thread = Thread.ofPlatform().name("mayhem").daemon().unstarted(this::rage);
  }

  /**
   * Begins.
   *
   * @param pause between two troubles, on average
   */
  public static Mayhem begin(List<Trouble> troubles, long seed, Duration pause) {
    Mayhem mayhem = new Mayhem(troubles, seed, pause);
    mayhem.thread.start();
    return mayhem;
  }

  /** Waits until so many incidents have happened, then ends it; the world is in order again. */
  public void calmAfter(int least) {
    while (incidents.size() < least && thread.isAlive()) {
      Pause.millis(200);
    }
    close();
    RuntimeException broken = failure;
    if (broken != null) {
      throw broken;
    }
  }

  /** What went wrong so far. */
  public List<Incident> incidents() {
    return List.copyOf(incidents);
  }

  @Override
  public void close() {
    ends = true;
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void rage() {
    try {
      while (!ends) {
        rest(chance.nextLong(pause.toMillis() / 2, pause.toMillis() * 3 / 2));
        if (!ends) {
          Instant at = Instant.now();
          String what = troubles.get(chance.nextInt(troubles.size())).strike(chance);
          incidents.add(new Incident(at, what));
        }
      }
    } catch (RuntimeException e) {
      failure = e;
    }
  }

  private void rest(long millis) {
    long until = System.nanoTime() + millis * 1_000_000;
    while (!ends && System.nanoTime() < until) {
      Pause.millis(50);
    }
  }
}
