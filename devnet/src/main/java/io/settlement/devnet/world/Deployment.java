// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.EvmAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the contracts' own deployment script and reads the addresses it writes.
 *
 * @param chains what is where
 */
record Deployment(Map<String, WorldFile.Contracts> chains) {
  /** Seconds that the basket's leg of locked BTC takes to be paid. */
  private static final long UNBONDING = 5;

  /**
   * What the script is told.
   *
   * @param out where it writes addresses
   * @param holders who gets tokens
   * @param managers who admits handlers to the settlement contracts and opens their routes
   * @param artifactGuardians who may pause the minting of artifacts: a courier's lane
   * @param quoteSigners whose quotes the vaults honour
   * @param priceSigners whose prices the price contracts take
   */
  record Order(
      String out,
      List<EvmAddress> validators,
      int required,
      List<Target> chains,
      List<EvmAddress> holders,
      List<EvmAddress> managers,
      List<EvmAddress> artifactGuardians,
      List<EvmAddress> quoteSigners,
      List<EvmAddress> priceSigners) {}

  /**
   * One chain to deploy on.
   *
   * @param refunders who may pay refunds out of the vault
   * @param primitives by name; on the first chain only, and only where there is a Bitcoin node
   */
  record Target(
      String name,
      String rpcUrl,
      List<EvmAddress> refunders,
      Map<String, PrimitiveOrder> primitives) {

    private Target with(Map<String, PrimitiveOrder> some) {
      return new Target(name, rpcUrl, refunders, some);
    }
  }

  /**
   * A primitive to deploy.
   *
   * @param id its name for ever, 32 bytes in hexadecimal
   * @param uri where its specification would be published
   * @param contentHash of that
   * @param vault id of the vault that holds the BTC
   * @param minimum satoshi of a withdrawal
   * @param lifetime seconds that one may take
   * @param ratio of its artifact in the basket
   * @param unbonding seconds that the basket's leg takes to be paid
   * @param carriedTo what stands for its artifact on other chains, by their names
   */
  record PrimitiveOrder(
      String id,
      String uri,
      String contentHash,
      String name,
      String symbol,
      String vault,
      long minimum,
      long lifetime,
      int ratio,
      long unbonding,
      Map<String, TokenOrder> carriedTo) {

    static PrimitiveOrder of(
        String key, String name, String symbol, WorldFile.Vault vault, int ratio, long unbonding) {
      PrimitivePaper paper = PrimitivePaper.of(key);
      return new PrimitiveOrder(
          paper.word(),
          "https://primitives.example/" + paper.id() + ".json",
          paper.hash().hex(),
          name,
          symbol,
          vault.id(),
          10_000,
          Duration.ofDays(1).toSeconds(),
          ratio,
          unbonding,
          Map.of());
    }

    private PrimitiveOrder carriedTo(String chain, TokenOrder token) {
      return new PrimitiveOrder(
          id,
          uri,
          contentHash,
          name,
          symbol,
          vault,
          minimum,
          lifetime,
          ratio,
          unbonding,
          Map.of(chain, token));
    }
  }

  /** A token to deploy. */
  record TokenOrder(String name, String symbol) {}

  static Deployment run(
      RunFolder folder,
      Path projectRoot,
      Keyring keys,
      Map<String, URI> nodes,
      Map<String, WorldFile.Vault> vaults) {
    Path out = folder.data().resolve("deployments.json");
    Path order = folder.data().resolve("deployment-order.json");
    List<Target> targets =
        nodes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(chain -> target(chain.getKey(), chain.getValue(), keys))
            .collect(Collectors.toCollection(ArrayList::new));
    targets.set(0, targets.getFirst().with(primitives(vaults, targets)));
    List<EvmAddress> holders = List.of(Account.ofAnvil(1).address(), Account.ofAnvil(2).address());
    List<EvmAddress> managers = List.of(Network.OPERATOR.address());
    JsonMapper json = JsonMapper.shared();
    RunFolder.writePrivately(
        order,
        json.writeValueAsString(
            new Order(
                out.toString(),
                keys.validatorAddresses(),
                WorldPlan.REQUIRED,
                targets,
                holders,
                managers,
                keys.submitterAddresses(targets.getFirst().name()).subList(0, 1),
                List.of(keys.quoteSigner().account().address()),
                List.of(keys.priceSigner().account().address()))));
    Path script = projectRoot.resolve("contracts/bin/deploy.mjs");
    Child child =
        Child.start(
            folder,
            "deploy",
            List.of("node", script.toString(), order.toString()),
            Map.of(
                "DEPLOYER_KEY",
                Account.ofAnvil(0).privateKeyHex(),
                "MANAGER_KEY",
                Network.OPERATOR.privateKeyHex()));
    int exit = child.exitCode();
    child.end(Duration.ZERO);
    if (exit != 0 || !Files.isReadable(out)) {
      throw new Failure("The contracts were not deployed:\n" + child.lastLines(25));
    }
    return json.readValue(out, Deployment.class);
  }

  private static Target target(String name, URI node, Keyring keys) {
    return new Target(name, node.toString(), keys.submitterAddresses(name), Map.of());
  }

  /** 0.4 of what is redeemed at once, 0.6 of what takes a minute. */
  private static Map<String, PrimitiveOrder> primitives(
      Map<String, WorldFile.Vault> vaults, List<Target> targets) {
    Map<String, PrimitiveOrder> orders = new LinkedHashMap<>();
    WorldFile.Vault open = vaults.get(VaultKeys.BTC);
    WorldFile.Vault locked = vaults.get(VaultKeys.LOCKED_BTC);
    if (open != null && locked != null) {
      PrimitiveOrder travelling =
          PrimitiveOrder.of(VaultKeys.BTC, "Settlement BTC", "sBTC", open, 4, 0);
      if (targets.size() > 1) {
        travelling =
            travelling.carriedTo(targets.get(1).name(), new TokenOrder("Staked BTC", "stBTC"));
      }
      orders.put(VaultKeys.BTC, travelling);
      orders.put(
          VaultKeys.LOCKED_BTC,
          PrimitiveOrder.of(
              VaultKeys.LOCKED_BTC, "Time-locked Settlement BTC", "tlBTC", locked, 6, UNBONDING));
    }
    return orders;
  }
}
