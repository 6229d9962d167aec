// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.process.ServiceJar;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a world comes up. What waits for nothing starts at once: databases, broker, chains, unpacking
 * of jars; services follow as soon as what they lean on is there, those that read chains after the
 * contracts.
 */
final class Genesis {
  private static final Duration READY = Duration.ofMinutes(6);
  private static final long BETWEEN_LOOKS = 300;
  private static final List<String> MODULES =
      List.of("handler-registry", "gateway", "artifact-service", "gas-service", "relayer-service");

  private final WorldPlan plan;
  private final Ports ports;
  private final Places places;
  private final Progress progress;
  private final RunFolder folder;
  private final Belongings belongings;
  private final CompletableFuture<Keyring> keyring;
  private final CompletableFuture<Optional<Certificates>> certificates;
  private final Map<String, AnvilNode> chains = new ConcurrentHashMap<>();
  private final Map<String, List<RpcProxy>> proxies = new ConcurrentHashMap<>();
  private final Map<String, PortSwitch> entrances = new ConcurrentHashMap<>();
  private final Map<String, CompletableFuture<ServiceJar>> jars = new ConcurrentHashMap<>();
  private CompletableFuture<Optional<BitcoinNode>> bitcoin =
      CompletableFuture.completedFuture(Optional.empty());
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

  Genesis(WorldPlan plan, Progress progress) {
    this.plan = plan;
    this.ports = plan.choosePorts();
    this.places = Places.local(ports);
    this.progress = progress;
    this.folder = RunFolder.fresh(plan.folder());
    this.belongings = new Belongings(folder, progress);
    this.keyring = CompletableFuture.supplyAsync(() -> Keyring.make(folder, plan), threads);
    this.certificates =
        plan.machinery().secured()
            ? CompletableFuture.supplyAsync(() -> Optional.of(Certificates.make(folder)), threads)
            : CompletableFuture.completedFuture(Optional.empty());
  }

  World run() {
    Runtime.getRuntime().addShutdownHook(new Thread(belongings::close, "end-of-world"));
    try {
      return bringUp();
    } catch (CompletionException e) {
      belongings.abandon();
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    } catch (RuntimeException e) {
      belongings.abandon();
      throw e;
    } finally {
      threads.shutdownNow();
    }
  }

  private World bringUp() {
    ports.requireFree();
    var postgres = begin("PostgreSQL", this::startPostgres);
    var broker = begin("Kafka", this::startBroker);
    var nodes = begin(plan.chains().size() + " chains", this::startChains);
    unpack();
    var files =
        postgres.thenCombine(
            broker,
            (database, kafka) ->
                new ServiceFiles(
                    plan,
                    folder.config(),
                    places,
                    database::database,
                    kafka::client,
                    keyring.join()));
    if (plan.bitcoin() != WorldPlan.BitcoinPlan.NONE) {
      bitcoin = begin("a Bitcoin node", this::startBitcoin);
    }
    var deployment =
        nodes
            .thenCombine(bitcoin, (some, node) -> node.isPresent())
            .thenCompose(hasBitcoin -> begin("contracts on all chains", () -> deploy(hasBitcoin)));

    ServiceFiles told = files.join();
    launch("gateway", "gateway", told.gateway());
    Deployment deployed = deployment.join();
    launch("registry", "handler-registry", told.registry(deployed, urls(false)));
    launch("artifact", "artifact-service", told.artifact(deployed, urls(false), bitcoin()));
    launch("gas", "gas-service", told.gas(deployed, urls(false)));
    plan.relayers()
        .roles()
        .forEach(
            (name, roles) ->
                launch(
                    name,
                    "relayer-service",
                    told.relayer(name, roles, deployed, urls(true), bitcoin())));
    for (int i = 1; i <= WorldPlan.VALIDATORS; i++) {
      Path config = told.validator(i, deployed, urls(false), bitcoin());
      launch("validator" + i, "relayer-service", config);
    }
    awaitReady();
    WorldFile file = describe(deployed, broker.join());
    new Registration(file, keyring.join().validatorAddresses()).run();
    progress.say("registered chains, handlers, routes and validator sets");
    return new World(
        file, belongings, Map.copyOf(proxies), Map.copyOf(entrances), postgres.join().server());
  }

  private Postgres startPostgres() {
    Certificates guard = certificates.join().orElse(null);
    return belongings.keep(Postgres.start(folder, plan, ports.of("postgresql"), guard));
  }

  private Broker startBroker() {
    KafkaGuard guard = certificates.join().map(this::kafkaGuard).orElse(null);
    return belongings.keep(Broker.start(folder, plan.cache(), ports.of("kafka"), guard));
  }

  private KafkaGuard kafkaGuard(Certificates made) {
    Map<String, String> validators = new LinkedHashMap<>();
    List<Keyring.Holder> holders = keyring.join().validators();
    for (int i = 0; i < holders.size(); i++) {
      String account = holders.get(i).account().toString().toLowerCase(Locale.ROOT);
      validators.put("validator" + (i + 1), account);
    }
    return new KafkaGuard(plan.projectRoot(), made, validators);
  }

  private Set<String> startChains() {
    for (ChainPlan chain : plan.chains()) {
      String name = chain.name();
      AnvilNode node =
          belongings.keep(
              AnvilNode.start(
                  folder,
                  plan.projectRoot(),
                  new AnvilNode.Plan(
                      name,
                      chain.chainId(),
                      ports.of(name),
                      chain.blockSeconds(),
                      chain.gasLimit())));
      chains.put(name, node);
      keyring.join().submitters(name).forEach(holder -> node.fund(holder.account()));
      List<RpcProxy> inBetween = new ArrayList<>();
      for (int i = 0; i < plan.relayers().providers(); i++) {
        inBetween.add(belongings.keep(RpcProxy.before(node.node().url())));
      }
      proxies.put(name, List.copyOf(inBetween));
    }
    return chains.keySet();
  }

  /** A machine without one keeps the local world, without Bitcoin. */
  private Optional<BitcoinNode> startBitcoin() {
    try {
      BitcoinNode node =
          belongings.keep(
              BitcoinNode.start(
                  folder, plan.projectRoot(), ports.of("bitcoin"), ports.of("bitcoin-peers")));
      plan.bitcoinPace().ifPresent(node::mineEvery);
      return Optional.of(node);
    } catch (Failure e) {
      if (plan.bitcoin() == WorldPlan.BitcoinPlan.NEEDED) {
        throw e;
      }
      progress.say("without Bitcoin: " + e.getMessage());
      return Optional.empty();
    }
  }

  private Deployment deploy(boolean hasBitcoin) {
    return Deployment.run(
        folder,
        plan.projectRoot(),
        keyring.join(),
        chains.entrySet().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, node -> node.getValue().node().url())),
        hasBitcoin ? keyring.join().vaults().vaults() : Map.of());
  }

  /** What is told of Bitcoin; null where there is none. */
  private WorldFile.@Nullable Bitcoin bitcoin() {
    return bitcoin
        .join()
        .map(
            node ->
                new WorldFile.Bitcoin(
                    node.url(),
                    BitcoinNode.USER,
                    BitcoinNode.PASSWORD,
                    keyring.join().vaults().vaults()))
        .orElse(null);
  }

  private void unpack() {
    for (String module : MODULES) {
      jars.put(
          module,
          CompletableFuture.supplyAsync(
              () -> ServiceJar.of(plan.services(), module, folder), threads));
    }
  }

  /** What a service is built from. */
  static String moduleOf(String service) {
    return switch (service) {
      case "gateway" -> "gateway";
      case "registry" -> "handler-registry";
      case "artifact" -> "artifact-service";
      case "gas" -> "gas-service";
      default -> "relayer-service";
    };
  }

  private void launch(String name, String module, Path config) {
    ServiceJar jar = Objects.requireNonNull(jars.get(module)).join();
    int port = plan.hasEntrances() ? Ports.free() : ports.of(name);
    Service service = new Service(folder, name, jar, config, port, plan.machinery());
    if (plan.hasEntrances()) {
      PortSwitch entrance = belongings.keep(PortSwitch.on(ports.of(name)));
      entrance.leadTo(List.of(service));
      entrances.put(name, entrance);
    }
    if (plan.relayers().isSpare(name)) {
      belongings.keepIdle(service);
      return;
    }
    boolean first = name.equals("relayer") || !module.equals("relayer-service");
    belongings.launch(service, plan.machinery().keepsStartCaches() && first);
  }

  private void awaitReady() {
    Set<Service> pending = new HashSet<>(belongings.services());
    progress.say("started " + pending.size() + " services, waiting until they are ready");
    long deadline = System.nanoTime() + READY.toNanos();
    while (!pending.isEmpty()) {
      Pause.millis(BETWEEN_LOOKS);
      belongings.requireAlive();
      for (Service service : List.copyOf(pending)) {
        if (service.isReady()) {
          pending.remove(service);
          progress.say("ready: " + service.name());
        }
      }
      if (System.nanoTime() > deadline) {
        throw new Failure(
            "Not ready after %d s: %s. Logs: %s"
                .formatted(
                    READY.toSeconds(),
                    pending.stream().map(Service::name).sorted().toList(),
                    folder.logs()));
      }
    }
  }

  private WorldFile describe(Deployment deployed, Broker broker) {
    Keyring keys = keyring.join();
    Map<String, WorldFile.Chain> described = new LinkedHashMap<>();
    for (ChainPlan chain : plan.chains()) {
      String name = chain.name();
      WorldFile.Contracts contracts = deployed.chains().get(name);
      AnvilNode node = chains.get(name);
      if (contracts == null || node == null) {
        throw new Failure("The deployment says nothing about " + name + ".");
      }
      described.put(
          name,
          new WorldFile.Chain(
              node.node().url(), contracts, keys.submitterAddresses(name), chain.blockSeconds()));
    }
    return new WorldFile(
        ProcessHandle.current().pid(),
        folder.path(),
        URI.create("http://127.0.0.1:" + ports.of("gateway")),
        broker.address(),
        broker.operator(),
        keys.partnerKey(),
        keys.operatorKey(),
        described,
        keys.validators().stream().map(holder -> WorldFile.Keystore.of(holder.keystore())).toList(),
        belongings.services().stream()
            .collect(
                Collectors.toMap(
                    Service::name, one -> URI.create("http://127.0.0.1:" + ports.of(one.name())))),
        List.of(keys.newcomersSubmitter().account().address()),
        bitcoin());
  }

  private Map<String, List<String>> urls(boolean throughProxies) {
    Map<String, List<String>> urls = new LinkedHashMap<>();
    chains.forEach((name, node) -> urls.put(name, List.of(node.node().url().toString())));
    if (throughProxies && plan.relayers().providers() > 0) {
      proxies.forEach(
          (name, inBetween) ->
              urls.put(name, inBetween.stream().map(proxy -> proxy.url().toString()).toList()));
    }
    return urls;
  }

  private <T> CompletableFuture<T> begin(String what, Supplier<T> work) {
    progress.say("starting " + what);
    long begin = System.nanoTime();
    return CompletableFuture.supplyAsync(work, threads)
        .whenComplete(
            (result, failed) -> {
              if (failed == null) {
                double seconds = Duration.ofNanos(System.nanoTime() - begin).toMillis() / 1000.0;
                progress.say("ready: %s (%.1f s)".formatted(what, seconds));
              }
            });
  }
}
