// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.SettlementMode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Two real chains, Alpha (31337) and Beta (31338), with every contract of the suite on both. */
public final class DeployedChains implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();

  private final List<Anvil> nodes;
  private final Map<String, DeployedChain> chains;

  /**
   * Who is who on both chains.
   *
   * @param validators accounts whose signatures count
   * @param required how many of them make a quorum
   * @param refunders accounts that may pay refunds
   * @param holders accounts that get 1,000,000.00000000 of each token on each chain
   */
  public record World(
      List<String> validators, int required, List<String> refunders, List<String> holders) {
    /** Keeps its own copies. */
    public World {
      validators = List.copyOf(validators);
      refunders = List.copyOf(refunders);
      holders = List.copyOf(holders);
    }

    /** Anvil's accounts 1 to 3 validate (2 of 3), account 4 refunds, account 5 holds tokens. */
    public static World ofTestAccounts() {
      return new World(
          List.of(
              "0x70997970C51812dc3A010C7d01b50e0d17dc79C8",
              "0x3C44CdDdB6a900fa2b585dd299e03d12FA4293BC",
              "0x90F79bf6EB2c4f870365E785982E1f101E93b906"),
          2,
          List.of("0x15d34AAf54267DB7D7c367839AAf71A00a2C6A65"),
          List.of("0x9965507D1a55bcC2695C58ba16FB37d819B0A4dc"));
    }
  }

  /**
   * One chain.
   *
   * @param multisig manages the contracts
   * @param handlers by their name in the deployment, "mintBurn" and "lockUnlock"
   */
  public record DeployedChain(
      ChainName name,
      long chainId,
      String rpcUrl,
      EvmAddress settlement,
      EvmAddress verifier,
      EvmAddress gasService,
      EvmAddress gasPriceService,
      EvmAddress multisig,
      Map<String, DeployedHandler> handlers) {

    /** A handler by its name in the deployment. */
    public DeployedHandler handler(String which) {
      DeployedHandler handler = handlers.get(which);
      if (handler == null) {
        throw new IllegalArgumentException("no handler " + which + " on " + name);
      }
      return handler;
    }
  }

  /** A handler and its token. */
  public record DeployedHandler(
      HandlerId id, EvmAddress token, int decimals, SettlementMode mode) {}

  private DeployedChains(List<Anvil> nodes, Map<String, DeployedChain> chains) {
    this.nodes = nodes;
    this.chains = chains;
  }

  /** Two nodes that mine on demand, with the test accounts in every role. */
  public static DeployedChains start() {
    return start(World.ofTestAccounts(), List.of(Anvil.Options.of(31337), Anvil.Options.of(31338)));
  }

  /** Two nodes that behave as asked; the first is Alpha, the second Beta. */
  public static DeployedChains start(World world, List<Anvil.Options> options) {
    List<Anvil> nodes = options.stream().map(Anvil::start).toList();
    try {
      return new DeployedChains(nodes, deploy(world, nodes));
    } catch (IOException e) {
      nodes.forEach(Anvil::close);
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      nodes.forEach(Anvil::close);
      throw e;
    }
  }

  /** Alpha or Beta. */
  public DeployedChain chain(String name) {
    DeployedChain chain = chains.get(name);
    if (chain == null) {
      throw new IllegalArgumentException("no chain " + name);
    }
    return chain;
  }

  /** The node behind a chain. */
  public Anvil node(String name) {
    return nodes.get(new ArrayList<>(chains.keySet()).indexOf(name));
  }

  @Override
  public void close() {
    nodes.forEach(Anvil::close);
  }

  /** What a contract of the project is deployed from; 0x and hexadecimal digits. */
  public static String bytecode(String contract) {
    Path artifact =
        Repository.root().resolve("contracts/out/" + contract + ".sol/" + contract + ".json");
    return JSON.readTree(artifact.toFile()).get("bytecode").get("object").asString();
  }

  private static Map<String, DeployedChain> deploy(World world, List<Anvil> nodes)
      throws IOException {
    List<String> names = List.of("Alpha", "Beta");
    Path folder = Files.createTempDirectory("deployment");
    Path out = folder.resolve("deployments.json");
    List<Map<String, Object>> chains = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      chains.add(
          Map.of(
              "name", names.get(i),
              "rpcUrl", nodes.get(i).rpcUrl(),
              "refunders", world.refunders()));
    }
    Path input = folder.resolve("world.json");
    JSON.writeValue(
        input.toFile(),
        Map.of(
            "out", out.toString(),
            "validators", world.validators(),
            "required", world.required(),
            "chains", chains,
            "holders", world.holders()));
    run(input);
    JsonNode deployed = JSON.readTree(out.toFile()).get("chains");
    Map<String, DeployedChain> result = new LinkedHashMap<>();
    for (int i = 0; i < nodes.size(); i++) {
      String name = names.get(i);
      result.put(name, chain(name, nodes.get(i).rpcUrl(), deployed.get(name)));
    }
    return result;
  }

  private static void run(Path world) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder("node", "bin/deploy.mjs", world.toString())
            .directory(Repository.root().resolve("contracts").toFile())
            .redirectErrorStream(true);
    builder.environment().put("DEPLOYER_KEY", Anvil.FIRST_KEY);
    Process process = builder.start();
    String said = new String(process.getInputStream().readAllBytes(), UTF_8);
    try {
      if (process.waitFor() != 0) {
        throw new IllegalStateException("the contracts could not be deployed:\n" + said);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static DeployedChain chain(String name, String rpcUrl, JsonNode json) {
    ChainName chain = new ChainName(name);
    Map<String, DeployedHandler> handlers = new LinkedHashMap<>();
    json.get("handlers")
        .properties()
        .forEach(entry -> handlers.put(entry.getKey(), handler(chain, entry.getValue())));
    return new DeployedChain(
        chain,
        json.get("chainId").asLong(),
        rpcUrl,
        address(json, "settlement"),
        address(json, "verifier"),
        address(json, "gasService"),
        address(json, "gasPriceService"),
        address(json, "multisig"),
        Map.copyOf(handlers));
  }

  private static DeployedHandler handler(ChainName chain, JsonNode json) {
    return new DeployedHandler(
        HandlerId.of(chain, address(json, "handler")),
        address(json, "token"),
        json.get("decimals").asInt(),
        SettlementMode.valueOf(json.get("mode").asString()));
  }

  private static EvmAddress address(JsonNode json, String field) {
    return new EvmAddress(json.get(field).asString());
  }
}
