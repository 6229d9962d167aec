// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Every service is replaced while messages flow and people ask: by its own build (how gracefully
 * does an instance end?), or by another one (is an upgrade lossless?).
 */
public final class Replacing {
  /** The order of an upgrade: readers of facts before those who write them. */
  private static final List<String> ORDER =
      List.of(
          "gateway",
          "registry",
          "artifact",
          "gas",
          "validator1",
          "validator2",
          "validator3",
          "relayer");

  /** Messages flow before the first instance is replaced. */
  private static final long BEFORE_THE_FIRST = 5_000;

  private final World world;
  private final Path root;
  private final Progress progress;

  /**
   * @param world with entrances
   * @param root where contracts and tools are
   */
  public Replacing(World world, Path root, Progress progress) {
    this.world = world;
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param steps each service's replacement
   * @param answered requests that were answered meanwhile
   * @param refused requests that were not
   * @param deadLetters records that a service could not read
   * @param certificate what became of the messages
   */
  public record Report(
      List<Object> steps,
      long answered,
      List<String> refused,
      Map<String, Long> deadLetters,
      Certificate certificate) {

    /** Everything that does not hold. */
    public List<String> faults() {
      List<String> faults = new ArrayList<>(certificate.faults());
      for (Object each : steps) {
        if (each instanceof Rollout.Step step && !step.byItself()) {
          faults.add(step.service() + " had to be killed");
        }
      }
      refused.stream().limit(5).forEach(one -> faults.add("not answered: " + one));
      deadLetters.forEach((topic, count) -> faults.add(count + " records in " + topic));
      return faults;
    }

    /** For one line of JSON. */
    public Map<String, Object> figures() {
      Map<String, Object> line = new LinkedHashMap<>();
      line.put("steps", steps);
      line.put("answered", answered);
      line.put("refused", refused.size());
      line.put("dead_letters", deadLetters);
      line.put("certificate", certificate);
      return line;
    }
  }

  /**
   * Replaces all services by each of these builds, one build after the other, while messages flow.
   *
   * @param messages that are sent meanwhile
   */
  public Report run(List<Path> builds, int messages, double perSecond) {
    Network network = new Network(world.file());
    LoadPlan load =
        new LoadPlan(messages, perSecond, List.of(new LoadPlan.Way("Alpha", "Beta")), 0, false);
    try (LeaseWatch leases = LeaseWatch.begin(world.databases());
        Callers callers =
            Callers.begin(
                new Gateway(world.file().gateway(), world.file().operatorKey()),
                network.from("Alpha").to("Beta"))) {
      Rollout rollout = new Rollout(world, progress, leases);
      Background work =
          Background.begin(
              () -> {
                Pause.millis(BEFORE_THE_FIRST);
                builds.forEach(build -> rollout.run(ORDER, build));
              });
      Certificate certificate =
          new LoadRun(network, root, progress).run(load, work::await).certificate();
      callers.end();
      return new Report(
          List.copyOf(rollout.steps()),
          callers.answered(),
          callers.failures(),
          new Facts(world.file().kafkaClient()).deadLetters(),
          certificate);
    }
  }
}
