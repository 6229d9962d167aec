// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Measures the running world, or one of its own. One line of JSON on standard output. */
final class Load {
  private static final String USAGE =
      """
      ./devnet/load --messages N [--rate per-second | --burst] [--destinations 1|2] [--warm-up N] [--no-ceiling]
             and, when no world runs: [--block-time seconds] [--lanes N] [--couriers N] [--heap megabytes]\
      """;
  private static final Set<String> OF_THE_WORLD =
      Set.of("--block-time", "--lanes", "--couriers", "--heap");
  private static final double BLOCK_SECONDS = 0.25;

  private Load() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          Arguments arguments =
              Arguments.parse(
                  given,
                  Set.of(
                      "--messages",
                      "--rate",
                      "--destinations",
                      "--warm-up",
                      "--block-time",
                      "--lanes",
                      "--couriers",
                      "--heap"),
                  Set.of("--burst", "--no-ceiling"),
                  USAGE);
          arguments.required("--messages");
          Progress progress = new Progress(System.err);
          Path root = Command.projectRoot();
          Optional<WorldFile> running = WorldFile.running(WorldPlan.worldFile(root));
          if (running.isPresent()) {
            requireNoneOfTheWorld(arguments);
            progress.say("using the running world at " + running.get().gateway());
            measure(running.get(), plan(arguments, 0), progress);
          } else {
            try (World world = World.start(world(arguments, root), progress)) {
              measure(world.file(), plan(arguments, 1000), progress);
            }
          }
        });
  }

  private static LoadPlan plan(Arguments arguments, int mostWarmUp) {
    int messages = arguments.count("--messages", 1);
    List<LoadPlan.Way> ways =
        arguments.count("--destinations", 1) == 1
            ? List.of(new LoadPlan.Way("Alpha", "Beta"))
            : List.of(new LoadPlan.Way("Alpha", "Beta"), new LoadPlan.Way("Alpha", "Gamma"));
    return new LoadPlan(
        messages,
        arguments.has("--burst") ? 0 : arguments.count("--rate", 250),
        ways,
        arguments.count("--warm-up", Math.min(mostWarmUp, messages)),
        !arguments.has("--no-ceiling"));
  }

  private static WorldPlan world(Arguments arguments, Path root) {
    WorldPlan plan =
        WorldPlan.load(root, arguments.seconds("--block-time", BLOCK_SECONDS))
            .withHeap(arguments.count("--heap", 384))
            .withCouriers(arguments.count("--couriers", 1));
    WorldPlan connected =
        arguments.count("--destinations", 1) == 1
            ? plan
            : plan.withChains(List.of("Alpha", "Beta", "Gamma"));
    return connected.withLanes(arguments.count("--lanes", 2));
  }

  private static void measure(WorldFile world, LoadPlan plan, Progress progress) {
    LoadRun run = new LoadRun(new Network(world), Command.projectRoot(), progress);
    LoadRun.Report report = run.run(plan);
    System.out.println(report.figures().json());
    System.out.flush();
    requireExact(report.certificate());
  }

  /** Fails with all that does not hold. */
  static void requireExact(Certificate certificate) {
    if (!certificate.isExact()) {
      throw new Failure("Not exact: " + String.join("; ", certificate.faults()));
    }
  }

  private static void requireNoneOfTheWorld(Arguments arguments) {
    OF_THE_WORLD.stream()
        .filter(arguments::has)
        .findFirst()
        .ifPresent(
            option -> {
              throw new Failure(
                  "A world is running as it is: end it to measure another with %s."
                      .formatted(option));
            });
  }
}
