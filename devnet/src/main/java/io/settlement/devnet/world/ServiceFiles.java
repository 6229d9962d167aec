// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each service is told: the keys of its own application.yml with this world's values.
 */
final class ServiceFiles {
  private final WorldPlan plan;
  private final RunFolder folder;
  private final Ports ports;
  private final Postgres postgres;
  private final Broker broker;
  private final Keyring keys;

  ServiceFiles(
      WorldPlan plan,
      RunFolder folder,
      Ports ports,
      Postgres postgres,
      Broker broker,
      Keyring keys) {
    this.plan = plan;
    this.folder = folder;
    this.ports = ports;
    this.postgres = postgres;
    this.broker = broker;
    this.keys = keys;
  }

  /** Applicants' nodes are on this machine, and so is what handlers are tried with. */
  Path registry(Deployment deployment, Map<String, List<String>> rpcUrls) {
    String own =
        """
        settlement:
          onboarding:
            allow-private-addresses: true
          conformance:
            fork:
              anvil: %s
        """
            .formatted(AnvilNode.binary(plan.projectRoot()));
    return write("registry", chains(deployment, rpcUrls) + "---\n" + own);
  }

  Path artifact(
      Deployment deployment,
      Map<String, List<String>> rpcUrls,
      WorldFile.@Nullable Bitcoin bitcoin) {
    Account.Keystore statements = keys.statementSigner().keystore();
    String own =
        """
        settlement:
          artifact:
            admission:
              chains: ["*"]
            live-interval: 2s
            plan:
              look: 500ms
            proof:
              interval: 2s
              statement-interval: 15s
              keystore: %s
              password-file: %s
        """
            .formatted(statements.file(), statements.passwordFile());
    return write("artifact", chains(deployment, rpcUrls) + "---\n" + own + bitcoinNode(bitcoin));
  }

  Path gas(Deployment deployment, Map<String, List<String>> rpcUrls) {
    String rates =
        plan.chains().stream()
            .map(chain -> "      %s: 2000.00%n".formatted(chain.name()))
            .collect(Collectors.joining());
    String priceContracts =
        deployment.chains().entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(
                chain ->
                    "      %s: \"%s\"%n"
                        .formatted(chain.getKey(), chain.getValue().gasPriceService()))
            .collect(Collectors.joining());
    Account.Keystore quotes = keys.quoteSigner().keystore();
    Account.Keystore prices = keys.priceSigner().keystore();
    String own =
        """
        settlement:
          gas:
            admission:
              chains: ["*"]
            sample-interval: 1s
            waivers:
              - {from: Bitcoin, reason: nobody prepays on Bitcoin}
            quotes:
              signer:
                keystore: %s
                password-file: %s
            publication:
              keystore: %s
              password-file: %s
            rates:
        %s    price-contracts:
        %s\
        """
            .formatted(
                quotes.file(),
                quotes.passwordFile(),
                prices.file(),
                prices.passwordFile(),
                rates,
                priceContracts);
    return write("gas", chains(deployment, rpcUrls) + "---\n" + own);
  }

  Path gateway() {
    String own =
        """
        settlement:
          gateway:
            api-keys-file: %s
            # One partner is everybody here.
            limits:
              requests-per-second: 5000
              burst: 10000
            webhooks:
              key-file: %s
              allow-private-targets: true
            services:
              registry: http://127.0.0.1:%d
              gas: http://127.0.0.1:%d
              artifact: http://127.0.0.1:%d
              relayer: http://127.0.0.1:%d
        """
            .formatted(
                keys.apiKeys(),
                keys.webhookKey(),
                ports.of("registry"),
                ports.of("gas"),
                ports.of("artifact"),
                ports.of("relayer"));
    return write("gateway", own);
  }

  /** One instance of the relayer; all of them are told the same lanes and share them. */
  Path relayer(
      String name,
      String roles,
      Deployment deployment,
      Map<String, List<String>> rpcUrls,
      WorldFile.@Nullable Bitcoin bitcoin) {
    String lanes =
        plan.chains().stream()
            .flatMap(
                chain ->
                    keys.submitters(chain.name()).stream()
                        .map(holder -> lane(chain.name(), holder)))
            .collect(Collectors.joining());
    Account.Keystore newcomers = keys.newcomersSubmitter().keystore();
    String own =
        """
        settlement:
          relayer:
            roles: [%s]
            admission:
              chains: ["*"]
            lane-patterns:
              - {keystore: %s, password-file: %s}
            lanes:
        """
            .formatted(roles, newcomers.file(), newcomers.passwordFile());
    return write(
        name,
        chains(deployment, rpcUrls)
            + "---\n"
            + own
            + lanes
            + bitcoin(deployment, bitcoin)
            + settings());
  }

  Path validator(
      int number,
      Deployment deployment,
      Map<String, List<String>> rpcUrls,
      WorldFile.@Nullable Bitcoin bitcoin) {
    Keyring.Holder holder = keys.validators().get(number - 1);
    String own =
        """
        settlement:
          relayer:
            roles: [validator]
            validator:
              address: "%s"
              keystore: %s
              password-file: %s
        """
            .formatted(
                holder.account(), holder.keystore().file(), holder.keystore().passwordFile());
    return write(
        "validator" + number,
        chains(deployment, rpcUrls)
            + "---\n"
            + own
            + bitcoin(deployment, bitcoin)
            + cosigner(number, bitcoin)
            + settings());
  }

  /** The node, and each vault with the one handler it belongs to. */
  private static String bitcoin(Deployment deployment, WorldFile.@Nullable Bitcoin bitcoin) {
    if (bitcoin == null) {
      return "";
    }
    StringBuilder vaults = new StringBuilder();
    deployment
        .chains()
        .forEach(
            (chain, contracts) -> {
              if (contracts.primitives() != null) {
                contracts
                    .primitives()
                    .forEach(
                        (name, primitive) ->
                            vaults.append(
                                """
                                      - descriptor: "%s"
                                        handler: "%s:%s"
                                        confirmations: 3
                                """
                                    .formatted(
                                        Objects.requireNonNull(bitcoin.vaults().get(name))
                                            .descriptor(),
                                        chain,
                                        primitive.handler())));
              }
            });
    return bitcoinNode(bitcoin)
        + """
        ---
        settlement:
          relayer:
            bitcoin:
              payout:
                look: 1s
                collect: 3s
                confirmations: 3
                margin: 10m
              vaults:
        %s\
        """
            .formatted(vaults);
  }

  private static String bitcoinNode(WorldFile.@Nullable Bitcoin bitcoin) {
    return bitcoin == null
        ? ""
        : """
        ---
        settlement:
          bitcoin:
            network: REGTEST
            poll-interval: 500ms
            providers:
              - url: "%s"
                user: %s
                password: %s
        """
            .formatted(bitcoin.rpcUrl(), bitcoin.user(), bitcoin.password());
  }

  /** Each validator co-signs with a share of its own. */
  private String cosigner(int number, WorldFile.@Nullable Bitcoin bitcoin) {
    if (bitcoin == null) {
      return "";
    }
    Account.Keystore share = keys.vaults().cosigner(number).keystore();
    return """
    ---
    settlement:
      relayer:
        bitcoin:
          cosigner:
            keystore: %s
            password-file: %s
            margin: 10m
            retry: 1s
    """
        .formatted(share.file(), share.passwordFile());
  }

  private static String lane(String chain, Keyring.Holder holder) {
    return "      - {chain: %s, keystore: %s, password-file: %s}%n"
        .formatted(chain, holder.keystore().file(), holder.keystore().passwordFile());
  }

  private static String chains(Deployment deployment, Map<String, List<String>> rpcUrls) {
    return deployment.chains().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(
            chain ->
                """
                    - name: %s
                      chain-id: %d
                      rpc-urls: [%s]
                      settlement: "%s"
                      gas-service: "%s"
                      verifier: "%s"
                      finality: finalized
                """
                    .formatted(
                        chain.getKey(),
                        chain.getValue().chainId(),
                        quoted(rpcUrls.getOrDefault(chain.getKey(), List.of())),
                        chain.getValue().settlement(),
                        chain.getValue().gasService(),
                        chain.getValue().verifier()))
        .collect(Collectors.joining("", "settlement:\n  chains:\n", ""));
  }

  private String settings() {
    return plan.relayers().settings().entrySet().stream()
        .map(setting -> "---\n%s: \"%s\"%n".formatted(setting.getKey(), setting.getValue()))
        .collect(Collectors.joining());
  }

  private static String quoted(List<String> urls) {
    return urls.stream().map(url -> '"' + url + '"').collect(Collectors.joining(", "));
  }

  private Path write(String name, String own) {
    Postgres.Database database = postgres.database(name);
    String shared =
        """
        server:
          address: 127.0.0.1
          port: %d
        spring:
          datasource:
            url: %s
            username: %s
            password: %s
          kafka:
            bootstrap-servers: %s
        settlement:
          security:
            internal-key-file: %s
        """
            .formatted(
                ports.of(name),
                database.url(),
                database.user(),
                database.password(),
                broker.address(),
                keys.internalKey());
    return RunFolder.writePrivately(
        folder.config().resolve(name + ".yml"), own.isEmpty() ? shared : shared + "---\n" + own);
  }
}
