// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import io.settlement.devnet.journey.Facts;
import io.settlement.devnet.journey.Gateway;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.load.Certificate;
import io.settlement.devnet.load.LoadPlan;
import io.settlement.devnet.load.LoadRun;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.InternalKeys;
import io.settlement.devnet.world.World;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The key of internal tokens and the databases' passwords are replaced while messages flow and
 * people ask: first everybody takes the new ones too, then the old ones end.
 */
public final class Rotating {
  private static final List<String> ALL = List.of("registry", "artifact", "gas", "relayer");

  private final World world;
  private final Path root;
  private final Progress progress;

  /**
   * @param world with entrances
   * @param root where the services were built
   */
  public Rotating(World world, Path root, Progress progress) {
    this.world = world;
    this.root = root;
    this.progress = progress;
  }

  /**
   * What came of it.
   *
   * @param rotation while everything was replaced
   * @param afterwards of messages sent when nothing old was left
   */
  public record Report(Replacing.Report rotation, Certificate afterwards) {

    /** Everything that does not hold. */
    public List<String> faults() {
      return Stream.concat(
              rotation.faults().stream(),
              afterwards.faults().stream().map(fault -> "afterwards: " + fault))
          .toList();
    }

    /** For one line of JSON. */
    public Map<String, Object> figures() {
      Map<String, Object> line = new LinkedHashMap<>(rotation.figures());
      line.put("afterwards", afterwards);
      return line;
    }
  }

  /** Rotates while so many messages are sent, and sends a tenth as many when it is done. */
  public Report run(int messages, double perSecond) {
    Network network = new Network(world.file());
    LoadPlan load = plan(messages, perSecond);
    try (LeaseWatch leases = LeaseWatch.begin(world.databases());
        Callers callers =
            Callers.begin(
                new Gateway(world.file().gateway(), world.file().operatorKey()),
                network.from("Alpha").to("Beta"))) {
      Rollout rollout = new Rollout(world, progress, leases);
      Background work = Background.begin(() -> rotate(rollout));
      Certificate certificate =
          new LoadRun(network, root, progress).run(load, work::await).certificate();
      Certificate afterwards =
          new LoadRun(network, root, progress)
              .run(plan(Math.max(messages / 10, 5), perSecond))
              .certificate();
      callers.end();
      return new Report(
          new Replacing.Report(
              List.copyOf(rollout.steps()),
              callers.answered(),
              callers.failures(),
              new Facts(world.file().kafkaClient()).deadLetters(),
              certificate),
          afterwards);
    }
  }

  private static LoadPlan plan(int messages, double perSecond) {
    return new LoadPlan(messages, perSecond, List.of(new LoadPlan.Way("Alpha", "Beta")), 0, false);
  }

  private void rotate(Rollout rollout) {
    Path signing = InternalKeys.signing(world.keys());
    Path accepting = InternalKeys.accepting(world.keys());
    String former = read(signing);
    InternalKeys next = InternalKeys.pair();
    progress.say("everybody accepts both keys; second roles for the databases");
    RunFolder.writePrivately(accepting, read(accepting) + next.accepting());
    for (String service : List.of("registry", "artifact", "gas", "relayer", "gateway")) {
      world.service(service).set(world.databases().secondRole(service));
    }
    rollout.run(ALL, root);
    progress.say("the gateway signs with the new key");
    RunFolder.writePrivately(signing, next.signing() + former);
    rollout.run(List.of("gateway"), root);
    progress.say("nobody accepts the old key; the databases' first roles may not come in");
    RunFolder.writePrivately(signing, next.signing());
    RunFolder.writePrivately(accepting, next.accepting());
    rollout.run(ALL, root);
    List.of("registry", "artifact", "gas", "relayer", "gateway")
        .forEach(world.databases()::lockFirstRole);
    requireRefused(former);
  }

  /** A token of the old key opens nothing any more. */
  private void requireRefused(String former) {
    Path old = world.keys().resolve("former-internal.key");
    RunFolder.writePrivately(old, former);
    for (String service : ALL) {
      int status = Gateway.of(world.service(service).url(), old).get("/v1/nothing").status();
      if (status != 401) {
        throw new Failure(service + " answers " + status + " to a token of the old key");
      }
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
