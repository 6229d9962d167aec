// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import io.settlement.devnet.world.WorldPlan;
import io.settlement.events.value.SettlementMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Sends more through the running world. */
final class Send {
  private static final String USAGE =
      "./devnet/send --from Alpha --to Beta --amount 1.5 [--count N] [--lock-unlock]";

  private Send() {}

  public static void main(String[] given) {
    Command.run(() -> send(arguments(given), new Progress(System.out)));
  }

  private static Arguments arguments(String[] given) {
    return Arguments.parse(
        given, Set.of("--from", "--to", "--amount", "--count"), Set.of("--lock-unlock"), USAGE);
  }

  private static void send(Arguments arguments, Progress progress) {
    WorldFile world =
        WorldFile.running(WorldPlan.worldFile(Command.projectRoot()))
            .orElseThrow(() -> new Failure("No world is running: start one with ./devnet/up."));
    Sending sending =
        new Network(world).from(arguments.required("--from")).to(arguments.required("--to"));
    if (arguments.has("--lock-unlock")) {
      sending = sending.through(SettlementMode.LOCK_UNLOCK);
    }
    List<Sent> all = new ArrayList<>();
    for (int i = 0; i < arguments.count("--count", 1); i++) {
      Sent sent = sending.send(arguments.required("--amount"));
      progress.say("message " + sent.txid());
      all.add(sent);
    }
    for (Sent sent : all) {
      MessageView view = sent.awaitRefunded();
      progress.say(
          "%s settled: %s, refunded %s wei"
              .formatted(sent.txid(), view.outcome(), sent.refund().amount()));
    }
    if (all.size() == 1) {
      progress.show(new Table(all.get(0)).text());
    }
  }
}
