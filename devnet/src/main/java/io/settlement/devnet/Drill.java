// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.drill.FormerBuild;
import io.settlement.devnet.drill.Replacing;
import io.settlement.devnet.drill.Restoring;
import io.settlement.devnet.drill.Rotating;
import io.settlement.devnet.drill.Starting;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.json.JsonMapper;

/**
 * Practises in a world of its own what operators may have to do. One line of JSON on standard
 * output; fails when something was lost, paid twice or refused.
 */
final class Drill {
  private static final String USAGE =
      """
      ./devnet/drill shutdown [--messages N] [--rate per-second]
      ./devnet/drill upgrade --from commit [--messages N] [--rate per-second]
      ./devnet/drill rotate [--messages N] [--rate per-second]
      ./devnet/drill start [--quick]
      ./devnet/drill restore [--services relayer,gas] [--messages N] [--rate per-second]\
      """;
  private static final double BLOCK_SECONDS = 0.5;

  private static final List<String> ALL =
      List.of(
          "gateway",
          "registry",
          "artifact",
          "gas",
          "validator1",
          "validator2",
          "validator3",
          "relayer");

  private Drill() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          String name = given.length == 0 ? "" : given[0];
          String[] options = Arrays.copyOfRange(given, Math.min(1, given.length), given.length);
          switch (name) {
            case "shutdown" -> shutdown(options);
            case "upgrade" -> upgrade(options);
            case "restore" -> restore(options);
            case "rotate" -> rotate(options);
            case "start" -> start(options);
            default -> throw new Failure(USAGE);
          }
        });
  }

  /** Every service ends as a pod does, under load, while a fresh one of the same build is ready. */
  private static void shutdown(String[] options) {
    Arguments arguments = Arguments.parse(options, Set.of("--messages", "--rate"), Set.of(), USAGE);
    Progress progress = new Progress(System.err);
    Path root = Command.projectRoot();
    WorldPlan plan = WorldPlan.apart(root, "drill", BLOCK_SECONDS).withEntrances();
    try (World world = World.start(plan, progress)) {
      Replacing.Report report =
          new Replacing(world, root, progress)
              .run(List.of(root), arguments.count("--messages", 400), arguments.count("--rate", 2));
      tell(report.figures(), report.faults());
    }
  }

  /** The world of a former build is upgraded while it works, and taken back again. */
  private static void upgrade(String[] options) {
    Arguments arguments =
        Arguments.parse(options, Set.of("--from", "--messages", "--rate"), Set.of(), USAGE);
    Progress progress = new Progress(System.err);
    Path root = Command.projectRoot();
    Path former = FormerBuild.of(root, arguments.required("--from"), progress);
    WorldPlan plan =
        WorldPlan.apart(root, "drill", BLOCK_SECONDS).withEntrances().withServicesOf(former);
    try (World world = World.start(plan, progress)) {
      Replacing.Report report =
          new Replacing(world, root, progress)
              .run(
                  List.of(root, former),
                  arguments.count("--messages", 800),
                  arguments.count("--rate", 2));
      tell(report.figures(), report.faults());
    }
  }

  /** The internal key and the databases' roles are replaced while all goes on. */
  private static void rotate(String[] options) {
    Arguments arguments = Arguments.parse(options, Set.of("--messages", "--rate"), Set.of(), USAGE);
    Progress progress = new Progress(System.err);
    Path root = Command.projectRoot();
    WorldPlan plan = WorldPlan.apart(root, "drill", BLOCK_SECONDS).withEntrances();
    try (World world = World.start(plan, progress)) {
      Rotating.Report report =
          new Rotating(world, root, progress)
              .run(arguments.count("--messages", 300), arguments.count("--rate", 2));
      tell(report.figures(), report.faults());
    }
  }

  /**
   * All services start at the same moment; what they take at rest. With the chart's options of
   * Java, or those of the local world.
   */
  private static void start(String[] options) {
    Arguments arguments = Arguments.parse(options, Set.of(), Set.of("--quick"), USAGE);
    Progress progress = new Progress(System.err);
    Path root = Command.projectRoot();
    WorldPlan quick = WorldPlan.apart(root, "drill", 1).withSplitRoles();
    WorldPlan plan =
        arguments.has("--quick") ? quick : quick.withJavaOptions(Starting.chartOptions(root));
    try (World world = World.start(plan, progress)) {
      Starting.Report report =
          new Starting(world, progress)
              .run(
                  List.of(
                      "gateway",
                      "registry",
                      "artifact",
                      "gas",
                      "relayer",
                      "observer",
                      "validator1"));
      tell(report.figures(), report.faults());
    }
  }

  /** Services come back with older databases. */
  private static void restore(String[] options) {
    Arguments arguments =
        Arguments.parse(options, Set.of("--services", "--messages", "--rate"), Set.of(), USAGE);
    Progress progress = new Progress(System.err);
    Path root = Command.projectRoot();
    String wanted = arguments.optional("--services");
    List<String> services = wanted == null ? ALL : List.of(wanted.split(",", -1));
    try (World world = World.start(WorldPlan.apart(root, "drill", BLOCK_SECONDS), progress)) {
      Restoring.Report report =
          new Restoring(world, root, progress)
              .run(services, arguments.count("--messages", 60), arguments.count("--rate", 2));
      tell(report.figures(), report.faults());
    }
  }

  private static void tell(Map<String, Object> figures, List<String> faults) {
    System.out.println(JsonMapper.shared().writeValueAsString(figures));
    System.out.flush();
    if (!faults.isEmpty()) {
      throw new Failure("Not as it should be: " + String.join("; ", faults));
    }
  }
}
