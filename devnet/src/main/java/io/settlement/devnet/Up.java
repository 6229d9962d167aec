// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.World;
import io.settlement.devnet.world.WorldPlan;
import java.nio.file.Path;
import java.util.Set;

/**
 * Brings the world up, sends one settlement through it, and stays until Ctrl-C; with {@code
 * --secure} Kafka and PostgreSQL are as they should be where it matters.
 */
final class Up {
  private static final String USAGE = "./devnet/up [--check] [--secure] [--block-time seconds]";
  private static final String AMOUNT = "1.5";

  private Up() {}

  public static void main(String[] given) {
    Command.run(
        () -> {
          Arguments arguments =
              Arguments.parse(given, Set.of("--block-time"), Set.of("--check", "--secure"), USAGE);
          Path root = Command.projectRoot();
          requireNone(root);
          Progress progress = new Progress(System.out);
          WorldPlan usual = WorldPlan.local(root, arguments.seconds("--block-time", 1));
          WorldPlan plan = arguments.has("--secure") ? usual.secured() : usual;
          try (World world = World.start(plan, progress)) {
            world.announce(WorldPlan.worldFile(root));
            Sent sent = settleOne(world, progress);
            if (!arguments.has("--check")) {
              progress.show(doors(world.file(), sent));
              stay(world);
            }
          }
        });
  }

  private static void requireNone(Path root) {
    WorldFile.running(WorldPlan.worldFile(root))
        .ifPresent(
            world -> {
              throw new Failure(
                  "A world is already running at %s (process %d): end it with Ctrl-C first."
                      .formatted(world.gateway(), world.pid()));
            });
  }

  private static Sent settleOne(World world, Progress progress) {
    Network network = new Network(world.file());
    Sending sending = network.from("Alpha").to("Beta");
    progress.say("sending %s from Alpha to Beta".formatted(AMOUNT));
    try {
      Sent sent = sending.send(AMOUNT);
      progress.say("message " + sent.txid());
      new Follower(world::requireAlive, progress).follow(sent);
      progress.show(new Table(sent).text());
      new Proof(sent, network).verify();
      progress.say("settled and refunded; vault, log and the user's balance agree");
      return sent;
    } catch (Failure e) {
      throw new Failure((e.getMessage() + "\n" + world.errors()).strip(), e);
    }
  }

  private static void stay(World world) {
    while (true) {
      Pause.millis(1000);
      world.requireAlive();
    }
  }

  private static String doors(WorldFile world, Sent sent) {
    return """

    gateway      %1$s
    Alpha        %2$s
    Beta         %3$s
    Kafka        %4$s%7$s
    API key      %5$s  (partner)

    curl -H 'X-API-Key: %5$s' %1$s/v1/messages/%6$s
    curl -N -H 'X-API-Key: %5$s' %1$s/v1/messages/%6$s/events
    ./devnet/send --from Alpha --to Beta --amount 2.25
    ./devnet/load --messages 500

    Ctrl-C ends everything.\
    """
        .formatted(
            world.gateway(),
            world.chain("Alpha").rpcUrl(),
            world.chain("Beta").rpcUrl(),
            world.kafka(),
            world.partnerKey(),
            sent.txid(),
            bitcoin(world));
  }

  private static String bitcoin(WorldFile world) {
    WorldFile.Bitcoin bitcoin = world.bitcoin();
    return bitcoin == null
        ? ""
        : "\nBitcoin      %s  (%s:%s)"
            .formatted(bitcoin.rpcUrl(), bitcoin.user(), bitcoin.password());
  }
}
