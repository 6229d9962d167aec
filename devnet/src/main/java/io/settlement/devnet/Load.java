// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;

/** Measures the running world, or one of its own. One line of JSON on standard output. */
final class Load {
  private static final String USAGE = "./devnet/load --messages N [--block-time seconds]";

  private Load() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          Arguments arguments =
              Arguments.parse(given, Set.of("--messages", "--block-time"), Set.of(), USAGE);
          arguments.required("--messages");
          LoadPlan plan = LoadPlan.of(arguments.count("--messages", 1));
          Progress progress = new Progress(System.err);
          Path root = Command.projectRoot();
          Optional<WorldFile> running = WorldFile.running(WorldPlan.worldFile(root));
          if (running.isPresent()) {
            requireBlockTime(arguments, running.get());
            progress.say("using the running world at " + running.get().gateway());
            measure(running.get(), plan, progress);
          } else {
            double blockSeconds = arguments.seconds("--block-time", 1);
            try (World world = World.start(WorldPlan.load(root, blockSeconds), progress)) {
              measure(world.file(), plan, progress);
            }
          }
        });
  }

  private static void measure(WorldFile world, LoadPlan plan, Progress progress) {
    LoadRun run = new LoadRun(new Network(world), Command.projectRoot(), progress);
    System.out.println(run.run(plan).json());
    System.out.flush();
  }

  private static void requireBlockTime(Arguments arguments, WorldFile running) {
    double wanted = arguments.seconds("--block-time", running.blockSeconds());
    if (wanted != running.blockSeconds()) {
      throw new Failure(
          "The running world makes a block every %s s: end it to measure with another block time."
              .formatted(running.blockSeconds()));
    }
  }
}
