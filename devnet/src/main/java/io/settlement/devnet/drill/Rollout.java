// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.Service;
import io.settlement.devnet.world.World;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Replaces service after service as the chart's Deployments do (maxSurge 1, maxUnavailable 0): the
 * new instance is ready before nobody is led to the old one any more; that one sleeps as its
 * preStop hook does, gets TERM, and is killed when its grace is over.
 */
final class Rollout {
  /** The chart's preStopSeconds and terminationGracePeriodSeconds. */
  private static final Duration PRE_STOP = Duration.ofSeconds(5);

  private static final Duration GRACE = Duration.ofSeconds(75);
  private static final Duration READY = Duration.ofMinutes(4);
  private static final long BETWEEN_LOOKS = 300;

  private final World world;
  private final Progress progress;
  private final LeaseWatch leases;
  private final List<Step> steps = new ArrayList<>();

  Rollout(World world, Progress progress, LeaseWatch leases) {
    this.world = world;
    this.progress = progress;
    this.leases = leases;
  }

  /**
   * One service replaced.
   *
   * @param readyMs from its start until the new instance was ready
   * @param endMs from TERM to the end of the old process
   * @param byItself whether it ended within the grace, without KILL
   * @param laneFreeMs the longest that a lane had no owner meanwhile
   */
  record Step(String service, long readyMs, long endMs, boolean byItself, long laneFreeMs) {}

  /** Replaces these, one after another. */
  void run(List<String> services, Path builtIn) {
    services.forEach(service -> replace(service, builtIn));
  }

  private void replace(String name, Path builtIn) {
    Service former = world.service(name);
    long begin = System.nanoTime();
    Service next = world.beside(name, builtIn);
    awaitReady(next);
    long ready = millisSince(begin);
    world.succeed(name, next);
    world.entrance(name).leadTo(List.of(next));
    leases.longestWithoutOwner();
    Pause.millis(PRE_STOP.toMillis());
    Service.Ending ending = former.end(GRACE.minus(PRE_STOP));
    // Whoever takes its lanes over has them by now, or has not been told in time.
    Pause.millis(BETWEEN_LOOKS);
    Step step =
        new Step(
            name,
            ready,
            ending.took().toMillis(),
            ending.byItself(),
            leases.longestWithoutOwner().toMillis());
    steps.add(step);
    progress.say(step.toString());
  }

  List<Step> steps() {
    return List.copyOf(steps);
  }

  private static void awaitReady(Service service) {
    long deadline = System.nanoTime() + READY.toNanos();
    while (!service.isReady()) {
      service.requireAlive();
      if (System.nanoTime() > deadline) {
        throw new Failure(service.name() + " is not ready after " + READY + ".");
      }
      Pause.millis(BETWEEN_LOOKS);
    }
  }

  private static long millisSince(long nanos) {
    return Duration.ofNanos(System.nanoTime() - nanos).toMillis();
  }
}
