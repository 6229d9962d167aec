// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.chaos;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.world.RpcProxy;
import io.settlement.devnet.world.Service;
import io.settlement.devnet.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.random.RandomGenerator;

/** The kinds of trouble there are. */
public final class Troubles {
  private static final int LONGEST_OUTAGE = 3_000;
  private static final List<String> CALLS =
      List.of("eth_getLogs", "eth_sendRawTransaction", "eth_getTransactionReceipt");

  private Troubles() {}

  /** All of them in a world, by the name a command line calls them. */
  public static Map<String, Trouble> in(World world, List<String> victims, String destination) {
    Node node = new Node(world.file().chain(destination).rpcUrl());
    Map<String, Trouble> all = new TreeMap<>();
    all.put("kill", killing(victims.stream().map(world::service).toList()));
    all.put("drop", dropping(node));
    all.put("reorg", reorganising(node));
    if (!world.proxies(destination).isEmpty()) {
      all.put("hold", holding(world.proxies(destination)));
    }
    return all;
  }

  /** A process dies as by a power cut and is started again. */
  public static Trouble killing(List<Service> victims) {
    return chance -> {
      Service victim = victims.get(chance.nextInt(victims.size()));
      victim.kill();
      long away = outage(chance);
      Pause.millis(away);
      victim.start();
      return "killed %s, started again after %d ms".formatted(victim.name(), away);
    };
  }

  /** A node forgets every transaction that waits in its pool. */
  static Trouble dropping(Node node) {
    return chance -> {
      int waiting = Node.quantity(node.call("txpool_status").path("pending")).intValue();
      node.call("anvil_dropAllTransactions");
      return "the pool of %s lost what was in it (%d waiting)".formatted(node.url(), waiting);
    };
  }

  /** The newest block, which is not final, is replaced by one without its transactions. */
  static Trouble reorganising(Node node) {
    return chance -> {
      node.call("anvil_reorg", 1, List.of());
      return "the newest block of %s was replaced".formatted(node.url());
    };
  }

  /** One kind of call hangs for a while; then it goes through, or never does. */
  static Trouble holding(List<RpcProxy> proxies) {
    return chance -> {
      RpcProxy proxy = proxies.get(chance.nextInt(proxies.size()));
      String method = CALLS.get(chance.nextInt(CALLS.size()));
      RpcProxy.Hold hold = proxy.hold(method);
      long away = outage(chance);
      Pause.millis(away);
      boolean arrives = chance.nextBoolean();
      if (arrives) {
        proxy.release(hold);
      } else {
        proxy.drop(hold);
      }
      return "%s hung for %d ms and %s (%d calls)"
          .formatted(method, away, arrives ? "went on" : "was lost", hold.held().size());
    };
  }

  private static long outage(RandomGenerator chance) {
    return chance.nextInt(200, LONGEST_OUTAGE);
  }
}
