// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.EvmAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * Runs the contracts' own deployment script and reads the addresses it writes.
 *
 * @param chains what is where
 */
record Deployment(Map<String, WorldFile.Contracts> chains) {

  /**
   * What the script is told.
   *
   * @param out where it writes addresses
   * @param holders who gets tokens
   * @param managers who admits handlers to the settlement contracts and opens their routes
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
      List<EvmAddress> quoteSigners,
      List<EvmAddress> priceSigners) {}

  /**
   * One chain to deploy on.
   *
   * @param refunders who may pay refunds out of the vault
   */
  record Target(String name, String rpcUrl, List<EvmAddress> refunders) {}

  static Deployment run(
      RunFolder folder, Path projectRoot, Keyring keys, Map<String, AnvilNode> nodes) {
    Path out = folder.data().resolve("deployments.json");
    Path order = folder.data().resolve("deployment-order.json");
    List<Target> targets =
        nodes.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(chain -> target(chain.getKey(), chain.getValue(), keys))
            .toList();
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
                List.of(keys.quoteSigner().account().address()),
                List.of(keys.priceSigner().account().address()))));
    Path script = projectRoot.resolve("contracts/bin/deploy.mjs");
    Child child =
        Child.start(
            folder,
            "deploy",
            List.of("node", script.toString(), order.toString()),
            Map.of("DEPLOYER_KEY", Account.ofAnvil(0).privateKeyHex()));
    int exit = child.exitCode();
    child.end(Duration.ZERO);
    if (exit != 0 || !Files.isReadable(out)) {
      throw new Failure("The contracts were not deployed:\n" + child.lastLines(25));
    }
    return json.readValue(out, Deployment.class);
  }

  private static Target target(String name, AnvilNode node, Keyring keys) {
    return new Target(name, node.node().url().toString(), keys.submitterAddresses(name));
  }
}
