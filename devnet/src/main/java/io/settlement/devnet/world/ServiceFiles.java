// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.RunFolder;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes what each service is told: the keys of its own application.yml with this world's values.
 */
final class ServiceFiles {
  private final WorldPlan plan;
  private final Path folder;
  private final Places places;
  private final Function<String, Postgres.Database> databases;
  private final Function<String, Map<String, String>> kafka;
  private final Keyring keys;

  /**
   * @param folder where they are written
   * @param databases by the service that uses it
   * @param kafka what a user's clients are told besides where it is; nothing where there are no
   *     users
   */
  ServiceFiles(
      WorldPlan plan,
      Path folder,
      Places places,
      Function<String, Postgres.Database> databases,
      Function<String, Map<String, String>> kafka,
      Keyring keys) {
    this.plan = plan;
    this.folder = folder;
    this.places = places;
    this.databases = databases;
    this.kafka = kafka;
    this.keys = keys;
  }

  /** Applicants' nodes are on this machine, and so may be what handlers are tried with. */
  Path registry(Deployment deployment, Map<String, List<String>> rpcUrls) {
    String own =
        """
        settlement:
          onboarding:
            allow-private-addresses: true
        """;
    String fork =
        places
            .anvil(plan.projectRoot())
            .map("  conformance:\n    fork:\n      anvil: %s\n"::formatted)
            .orElse("");
    return write("registry", chains(deployment, rpcUrls) + "---\n" + own + fork);
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
              registry: %s
              gas: %s
              artifact: %s
              relayer: %s
        """
            .formatted(
                keys.apiKeys(),
                keys.webhookKey(),
                places.url("registry"),
                places.url("gas"),
                places.url("artifact"),
                places.url("relayer"));
    return write("gateway", own + observer());
  }

  /** Where observing is a process of its own. */
  private String observer() {
    return plan.relayers().roles().containsKey("observer")
        ? "      observer: %s%n".formatted(places.url("observer"))
        : "";
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
    Postgres.Database database = databases.apply(name);
    String shared =
        """
        server:
          address: %s
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
                places.listen(),
                places.port(name),
                database.url(),
                database.user(),
                database.password(),
                places.of("kafka"),
                keys.internalKeys(name));
    return RunFolder.writePrivately(
        folder.resolve(name + ".yml"),
        shared + migrations(database) + kafka(name) + (own.isEmpty() ? own : "---\n" + own));
  }

  /** Where the tables have an owner of their own, he migrates them. */
  private static String migrations(Postgres.Database database) {
    Postgres.Login owner = database.owner();
    return owner == null
        ? ""
        : """
        ---
        spring:
          flyway:
            user: %s
            password: %s
        """
            .formatted(owner.name(), owner.password());
  }

  /** Where Kafka knows users, as whom one comes, and that others make the topics. */
  private String kafka(String name) {
    boolean relays = plan.relayers().roles().containsKey(name);
    Map<String, String> client = kafka.apply(relays ? plan.relayers().kafkaUser(name) : name);
    return client.isEmpty()
        ? ""
        : """
        ---
        spring:
          kafka:
            security.protocol: %s
            ssl:
              trust-store-type: %s
              trust-store-location: "file:%s"
            properties:
              sasl.mechanism: %s
              sasl.jaas.config: '%s'
        settlement:
          kafka:
            topics:
              create: false
        """
            .formatted(
                client.get("security.protocol"),
                client.get("ssl.truststore.type"),
                client.get("ssl.truststore.location"),
                client.get("sasl.mechanism"),
                client.get("sasl.jaas.config"));
  }
}
