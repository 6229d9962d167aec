// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.ComposedWorld;
import java.nio.file.Path;

/** What docker-compose.yml starts of devnet: one step each, and a check of the whole. */
final class Composed {
  private static final String USAGE = "prepare | set-up | attend | check";
  private static final Path ATTENDING = Path.of("/tmp/attending");
  private static final String AMOUNT = "1.5";

  private Composed() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          Progress progress = new Progress(System.out);
          ComposedWorld world = new ComposedWorld(Command.projectRoot(), progress);
          switch (given.length == 1 ? given[0] : "") {
            case "prepare" -> world.prepare();
            case "set-up" -> world.setUp();
            case "attend" -> world.attend(ATTENDING);
            case "check" -> check(progress);
            default -> throw new Failure(USAGE);
          }
        });
  }

  /** A message there and one back, and what the chains say of both. */
  private static void check(Progress progress) {
    WorldFile world =
        WorldFile.running(ComposedWorld.worldFile())
            .orElseThrow(() -> new Failure("This world is not set up."));
    Network network = new Network(world);
    settle(network, "Alpha", "Beta", progress);
    settle(network, "Beta", "Alpha", progress);
    progress.say("settled and refunded there and back; vaults, logs and the user's balances agree");
  }

  private static void settle(Network network, String from, String to, Progress progress) {
    progress.say("sending %s from %s to %s".formatted(AMOUNT, from, to));
    Sent sent = network.from(from).to(to).send(AMOUNT);
    progress.say("message " + sent.txid());
    new Follower(() -> {}, progress).follow(sent);
    progress.show(new Table(sent).text());
    new Proof(sent, network).verify();
  }
}
