// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.value.LaneId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The lanes this process works on right now, a virtual thread each. */
final class LaneWorkers {
  private static final Duration LAST_STEP = Duration.ofSeconds(5);

  private final Lanes lanes;
  private final Crew crew;
  private final MeterRegistry meters;
  private final Map<LaneId, Running> running = new ConcurrentHashMap<>();

  private record Running(LaneWorker worker, Thread thread) {}

  LaneWorkers(Lanes lanes, Crew crew, MeterRegistry meters) {
    this.lanes = lanes;
    this.crew = crew;
    this.meters = meters;
  }

  /** Works on these from now on. */
  void start(Collection<LaneId> mine) {
    for (LaneId id : mine) {
      lanes.lane(id).ifPresent(lane -> running.computeIfAbsent(id, any -> launch(lane)));
    }
  }

  private Running launch(Lane lane) {
    LaneWorker worker = new LaneWorker(lane, crew, new LaneMeters(meters, lane.id()));
    Thread thread = Thread.ofVirtual().name("lane-" + lane.id()).start(worker);
    return new Running(worker, thread);
  }

  /** Leaves these to others; waits for the step at hand, so that the lease is given back. */
  void stop(Collection<LaneId> notMine) {
    List<Running> ending =
        notMine.stream().filter(running::containsKey).map(running::remove).toList();
    ending.forEach(one -> one.worker().stop());
    for (Running one : ending) {
      try {
        one.thread().join(LAST_STEP);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      }
    }
  }

  /** Stops all of them. */
  void stopAll() {
    stop(List.copyOf(running.keySet()));
  }

  /** There is new work, and this lane is asked first: one that is busy leaves it to the others. */
  void wake(LaneId lane) {
    Running one = running.get(lane);
    if (one != null && one.worker().isFree()) {
      one.worker().wake();
    } else {
      running.forEach(
          (id, other) -> {
            if (id.chain().equals(lane.chain()) && other.worker().isFree()) {
              other.worker().wake();
            }
          });
    }
  }
}
