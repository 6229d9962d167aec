// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.chaos.Mayhem;
import io.settlement.devnet.chaos.Trouble;
import io.settlement.devnet.chaos.Troubles;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends messages through a world of its own while parts of it fail, then proves that each message
 * happened exactly once. The proof is one line of JSON on standard output.
 */
final class Chaos {
  private static final String USAGE =
      """
      ./devnet/chaos --messages N [--seed N] [--rate per-second] [--every seconds] [--incidents N]
             [--troubles kill,drop,reorg,hold] [--couriers N] [--block-time seconds]\
      """;
  private static final Set<String> OPTIONS =
      Set.of(
          "--messages",
          "--seed",
          "--rate",
          "--every",
          "--incidents",
          "--troubles",
          "--couriers",
          "--block-time");

  private Chaos() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          Arguments arguments = Arguments.parse(given, OPTIONS, Set.of(), USAGE);
          arguments.required("--messages");
          Progress progress = new Progress(System.err);
          int couriers = arguments.count("--couriers", 2);
          WorldPlan plan =
              WorldPlan.apart(
                      Command.projectRoot(), "chaos", arguments.seconds("--block-time", 0.5))
                  .withCouriers(couriers);
          try (World world = World.start(plan, progress)) {
            run(world, victims(couriers), arguments, progress);
          }
        });
  }

  private static void run(
      World world, List<String> victims, Arguments arguments, Progress progress) {
    int seed = arguments.count("--seed", 1);
    Path root = Command.projectRoot();
    LoadPlan load =
        new LoadPlan(
            arguments.count("--messages", 2000),
            arguments.count("--rate", 25),
            List.of(new LoadPlan.Way("Alpha", "Beta")),
            0,
            false);
    List<Trouble> troubles = chosen(arguments, Troubles.in(world, victims, "Beta"));
    Duration every = Duration.ofMillis((long) (arguments.seconds("--every", 6) * 1000));
    try (Mayhem mayhem = Mayhem.begin(troubles, seed, every)) {
      LoadRun.Report report =
          new LoadRun(new Network(world.file()), root, progress)
              .run(
                  load,
                  () -> {
                    mayhem.calmAfter(arguments.count("--incidents", 10));
                    progress.say("calm; waiting until everybody is back");
                    world.awaitReady();
                  });
      mayhem.incidents().forEach(one -> progress.say(one.at() + " " + one.what()));
      System.out.println(json(seed, mayhem, report.certificate()));
      System.out.flush();
      Load.requireExact(report.certificate());
    }
  }

  private static List<Trouble> chosen(Arguments arguments, Map<String, Trouble> known) {
    String wanted = arguments.optional("--troubles");
    List<Trouble> chosen = new ArrayList<>();
    for (String name : (wanted == null ? "kill" : wanted).split(",", -1)) {
      Trouble trouble = known.get(name);
      if (trouble == null) {
        throw new Failure("There is no trouble " + name + "; there are " + known.keySet() + ".");
      }
      chosen.add(trouble);
    }
    return chosen;
  }

  /** Everything that runs on the relayer's jar. */
  private static List<String> victims(int couriers) {
    List<String> victims = new ArrayList<>(List.of("relayer"));
    for (int i = 2; i <= couriers; i++) {
      victims.add("relayer" + i);
    }
    victims.addAll(List.of("validator1", "validator2", "validator3"));
    return victims;
  }

  private static String json(int seed, Mayhem mayhem, Certificate certificate) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("seed", seed);
    line.put("incidents", mayhem.incidents().size());
    line.put("certificate", certificate);
    return JsonMapper.shared().writeValueAsString(line);
  }
}
