// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.world.AnvilNode;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import tools.jackson.databind.json.JsonMapper;

/**
 * A team with a chain of its own beside a world that knows nothing of it: a node, and the released
 * contracts once they are deployed. Its node runs as long as this JVM, as the world does.
 */
@SuppressWarnings("rawtypes")
final class Newcomer {
  private static final SettlementMode MODE = SettlementMode.MINT_BURN;
  private static final double BLOCK_SECONDS = 0.5;
  private static final Wei FUNDS = Wei.parse("10000000000000000000");

  /** Manages the contracts on its chain; anvil's sixth account. */
  private static final Account TEAM = Account.ofAnvil(5);

  private final String name;
  private final Network world;
  private final RunFolder folder;
  private final AnvilNode node;
  private @Nullable Network joined;

  private Newcomer(String name, Network world, RunFolder folder, AnvilNode node) {
    this.name = name;
    this.world = world;
    this.folder = folder;
    this.node = node;
  }

  /**
   * What the layer's operator tells a team before it deploys.
   *
   * @param validators who signs for the chain
   * @param required how many of them must
   * @param quoteSigner whose quotes its vault honours
   * @param submitters who delivers to it, and pays refunds out of its vault
   */
  record Terms(
      List<EvmAddress> validators,
      int required,
      EvmAddress quoteSigner,
      List<EvmAddress> submitters) {}

  /** Starts its node. */
  static Newcomer start(String name, long chainId, Network world) {
    RunFolder folder = RunFolder.fresh(world.file().folder().resolveSibling("newcomer"));
    AnvilNode node =
        AnvilNode.start(
            folder,
            SharedWorld.root(),
            new AnvilNode.Plan(name, chainId, Ports.free(), BLOCK_SECONDS));
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  node.close();
                  folder.release();
                },
                "end-of-" + name));
    return new Newcomer(name, world, folder, node);
  }

  String name() {
    return name;
  }

  long chainId() {
    return node.chainId();
  }

  URI rpcUrl() {
    return node.node().url();
  }

  /** Deploys with the script that everybody uses. */
  void deploy(Terms terms) {
    Path out = folder.data().resolve("deployments.json");
    Path order = folder.data().resolve("order.json");
    Map<String, Object> plan = new HashMap<>();
    plan.put("out", out.toString());
    plan.put("validators", terms.validators());
    plan.put("required", terms.required());
    plan.put("managers", List.of(TEAM.address()));
    plan.put("quoteSigners", List.of(terms.quoteSigner()));
    plan.put("holders", List.of(world.user().address()));
    plan.put(
        "chains",
        List.of(
            Map.of("name", name, "rpcUrl", rpcUrl().toString(), "refunders", terms.submitters())));
    JsonMapper json = JsonMapper.shared();
    RunFolder.writePrivately(order, json.writeValueAsString(plan));
    Path script = SharedWorld.root().resolve("contracts/bin/deploy.mjs");
    Child child =
        Child.start(
            folder,
            "deploy",
            List.of("node", script.toString(), order.toString()),
            Map.of("DEPLOYER_KEY", Account.ofAnvil(0).privateKeyHex()));
    int exit = child.exitCode();
    child.end(Duration.ZERO);
    if (exit != 0) {
      throw new Failure("The contracts were not deployed:\n" + child.lastLines(25));
    }
    WorldFile.Contracts contracts =
        json.treeToValue(json.readTree(out).path("chains").path(name), WorldFile.Contracts.class);
    joined =
        new Network(
            with(new WorldFile.Chain(rpcUrl(), contracts, terms.submitters(), BLOCK_SECONDS)));
  }

  private WorldFile with(WorldFile.Chain chain) {
    WorldFile file = world.file();
    Map<String, WorldFile.Chain> chains = new HashMap<>(file.chains());
    chains.put(name, chain);
    return new WorldFile(
        file.pid(),
        file.folder(),
        file.gateway(),
        file.kafka(),
        file.kafkaClient(),
        file.partnerKey(),
        file.operatorKey(),
        chains,
        file.validators(),
        file.services(),
        file.newcomersSubmitters(),
        file.bitcoin());
  }

  /** The world with this chain in it, as its users see it. */
  Network network() {
    return Objects.requireNonNull(joined, "deployed");
  }

  WorldFile.Contracts contracts() {
    return network().chain(name).contracts();
  }

  /**
   * The handler that is applied with; it and the one of the same kind on another chain are a pair.
   */
  WorldFile.Handler handler() {
    return contracts().handler(MODE);
  }

  /** Both ends admit each other, each by its own manager. */
  void pairWith(String other) {
    Chain there = world.chain(other);
    WorldFile.Handler counterpart = there.contracts().handler(MODE.pair());
    admit(network().chain(name), TEAM, handler(), other, counterpart);
    admit(there, Network.OPERATOR, counterpart, name, handler());
  }

  /** Until {@link #openHandler} nothing arrives: what is delivered fails. */
  void closeHandler() {
    manage("remove_handler", new Address(handler().handler().hex()));
  }

  void openHandler() {
    manage("register_handler", new Address(handler().handler().hex()));
  }

  /**
   * Gives accounts of the operator's the chain's coin. Their books begin at a final block, so that
   * has to be final when the operator's services come.
   */
  void fund(List<EvmAddress> accounts) {
    Wallet purse = network().chain(name).wallet(Account.ofAnvil(0));
    for (EvmAddress account : accounts) {
      Wallet.Mined paid = purse.send(new Wallet.Action(account, new byte[0], FUNDS));
      BtcHolder.await(
          () -> account + " is funded", () -> finalHeight().longValueExact() >= paid.blockNumber());
    }
  }

  private BigInteger finalHeight() {
    return Node.quantity(
        node.node().call("eth_getBlockByNumber", "finalized", false).path("number"));
  }

  private void manage(String function, Type argument) {
    send(network().chain(name), TEAM, contracts().settlement(), function, argument);
  }

  private static void admit(
      Chain chain,
      Account manager,
      WorldFile.Handler here,
      String elsewhere,
      WorldFile.Handler there) {
    Utf8String remote = new Utf8String(elsewhere);
    Uint256 handler = new Uint256(there.handler().toBigInteger());
    Uint256 token = new Uint256(there.token().toBigInteger());
    send(chain, manager, here.handler(), "add_handler", remote, handler);
    send(chain, manager, here.handler(), "set_remote_token", remote, handler, token);
  }

  private static void send(
      Chain chain, Account manager, EvmAddress to, String function, Type... arguments) {
    String data = FunctionEncoder.encode(new Function(function, List.of(arguments), List.of()));
    chain.wallet(manager).send(new Wallet.Action(to, data, Wei.ZERO));
  }
}
