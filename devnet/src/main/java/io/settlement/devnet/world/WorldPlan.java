// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** What a world shall be like. {@code WorldPlan.apart(root, "mine", 0.5).withCouriers(2)}. */
public final class WorldPlan {
  static final int VALIDATORS = 3;
  static final int REQUIRED = 2;

  private static final List<String> USUAL = List.of("Alpha", "Beta");
  private static final Map<String, Long> CHAIN_IDS =
      Map.of("Alpha", 31337L, "Beta", 31338L, "Gamma", 31339L, "Delta", 31340L);
  private static final String RELAYER = "relayer";
  private static final Duration BITCOIN_PACE = Duration.ofSeconds(5);

  private final Site site;
  private final double blockSeconds;
  private final List<ChainPlan> chains;
  private final RelayerPlan relayers;
  private final Machinery machinery;

  /**
   * Where a world lives.
   *
   * @param projectRoot where contracts and services were built
   * @param name of its run folder
   * @param wellKnown whether everything listens where people expect it; else on free ports
   * @param bitcoin whether it has a Bitcoin node
   * @param services where the services were built
   * @param entrances whether each service is reached through an address that outlives its instances
   */
  private record Site(
      Path projectRoot,
      String name,
      boolean wellKnown,
      BitcoinPlan bitcoin,
      Path services,
      boolean entrances) {
    Site(Path projectRoot, String name, boolean wellKnown, BitcoinPlan bitcoin) {
      this(projectRoot, name, wellKnown, bitcoin, projectRoot, false);
    }

    Site with(BitcoinPlan other) {
      return new Site(projectRoot, name, wellKnown, other, services, entrances);
    }
  }

  /** Whether a world has a Bitcoin node. */
  enum BitcoinPlan {
    /** It has none. */
    NONE,
    /** It has one where the machine has one or can fetch it; else it comes up without. */
    IF_THERE,
    /** It does not come up without. */
    NEEDED
  }

  private WorldPlan(
      Site site,
      double blockSeconds,
      List<ChainPlan> chains,
      RelayerPlan relayers,
      Machinery machinery) {
    this.site = site;
    this.blockSeconds = blockSeconds;
    this.chains = List.copyOf(chains);
    this.relayers = relayers;
    this.machinery = machinery;
  }

  private WorldPlan(Site site, double blockSeconds, RelayerPlan relayers, Machinery machinery) {
    this(site, blockSeconds, chains(USUAL, blockSeconds), relayers, machinery);
  }

  /** The world that people start: well-known ports. */
  public static WorldPlan local(Path projectRoot, double blockSeconds) {
    Site site = new Site(projectRoot, "local", true, BitcoinPlan.IF_THERE);
    return new WorldPlan(site, blockSeconds, new RelayerPlan(0), Machinery.quick(true));
  }

  /** A world beside it for tests: free ports, the relayer's nodes behind proxies. */
  public static WorldPlan apart(Path projectRoot, String name, double blockSeconds) {
    Site site = new Site(projectRoot, name, false, BitcoinPlan.NONE);
    return new WorldPlan(site, blockSeconds, new RelayerPlan(1), Machinery.quick(false));
  }

  /** The world of docker-compose.yml, whose parts are started by others; every role apart. */
  static WorldPlan composed(Path projectRoot) {
    Site site = new Site(projectRoot, "composed", true, BitcoinPlan.NEEDED);
    RelayerPlan relayers = new RelayerPlan(0).withSplitRoles();
    return new WorldPlan(site, 1, relayers, Machinery.quick(false));
  }

  /** A world that is only measured: free ports, nothing in between. */
  public static WorldPlan load(Path projectRoot, double blockSeconds) {
    Site site = new Site(projectRoot, "load-world", false, BitcoinPlan.NONE);
    return new WorldPlan(site, blockSeconds, new RelayerPlan(0), Machinery.quick(true));
  }

  /**
   * With these chains instead of Alpha and Beta; all pairs of them are connected.
   *
   * @param names of Alpha, Beta, Gamma, Delta
   */
  public WorldPlan withChains(List<String> names) {
    return new WorldPlan(site, blockSeconds, chains(names, blockSeconds), relayers, machinery);
  }

  /** With another time between the blocks of a chain, in seconds. */
  public WorldPlan withBlockSeconds(String chain, double seconds) {
    return changed(chain, plan -> plan.withBlockSeconds(seconds));
  }

  /** With so much gas in a block of a chain. */
  public WorldPlan withGasLimit(String chain, long gas) {
    return changed(chain, plan -> plan.withGasLimit(gas));
  }

  /** With so many submitter keys for each chain. */
  public WorldPlan withLanes(int lanes) {
    List<ChainPlan> other = chains.stream().map(chain -> chain.withLanes(lanes)).toList();
    return new WorldPlan(site, blockSeconds, other, relayers, machinery);
  }

  /** With so many processes that observe and deliver: relayer, relayer2, … */
  public WorldPlan withCouriers(int instances) {
    return with(relayers.withInstances(instances));
  }

  /** With further ones that a journey can start when it needs them, and stop again. */
  public WorldPlan withSpareCouriers(int instances) {
    return with(relayers.withSpares(instances));
  }

  /** With observers as processes of their own (observer, observer2, …) beside the couriers. */
  public WorldPlan withSplitRoles() {
    return with(relayers.withSplitRoles());
  }

  /** With so many addresses for each chain's node, each behind a proxy of its own. */
  public WorldPlan withProviders(int providers) {
    return with(relayers.withProviders(providers));
  }

  /** With one more setting of relayers and validators, by property name. */
  public WorldPlan withRelayerSetting(String property, String value) {
    return with(relayers.with(property, value));
  }

  /** With one more setting of every service, by property name. */
  public WorldPlan withSetting(String property, String value) {
    return with(machinery.with(property, value));
  }

  /** With a Bitcoin node, vaults and primitives on the first chain. */
  public WorldPlan withBitcoin() {
    return with(site.with(BitcoinPlan.NEEDED));
  }

  /** With an address before each service, so that instances can take over from each other. */
  public WorldPlan withEntrances() {
    return with(
        new Site(
            site.projectRoot(),
            site.name(),
            site.wellKnown(),
            site.bitcoin(),
            site.services(),
            true));
  }

  /** Whether every service that it will ever have is of this build. */
  boolean ofOneBuild() {
    return site.services().equals(site.projectRoot());
  }

  /** With the services of another build. */
  public WorldPlan withServicesOf(Path builtIn) {
    return with(
        new Site(
            site.projectRoot(),
            site.name(),
            site.wellKnown(),
            site.bitcoin(),
            builtIn,
            site.entrances()));
  }

  /** With so much heap for each service. */
  public WorldPlan withHeap(int megabytes) {
    return with(machinery.withHeap(megabytes));
  }

  /** With services that run with these options of Java, instead of those that make them quick. */
  public WorldPlan withJavaOptions(List<String> options) {
    return with(machinery.withOptions(options));
  }

  /** With a database that logs how long its statements took. */
  public WorldPlan loggingQueries() {
    return with(machinery.loggingQueries());
  }

  /** With TLS, users and rights in Kafka, and TLS to PostgreSQL. */
  public WorldPlan secured() {
    return with(machinery.asSecured());
  }

  /** Where this kind of world leaves what it writes. */
  public Path folder() {
    return runFolder(site.projectRoot()).resolve(site.name());
  }

  /** Describes the local world while it runs. */
  public static Path worldFile(Path projectRoot) {
    return runFolder(projectRoot).resolve("world.json");
  }

  BitcoinPlan bitcoin() {
    return site.bitcoin();
  }

  /** How often its Bitcoin node mines by itself; empty when somebody else says when. */
  Optional<Duration> bitcoinPace() {
    return site.wellKnown() ? Optional.of(BITCOIN_PACE) : Optional.empty();
  }

  Path projectRoot() {
    return site.projectRoot();
  }

  Path services() {
    return site.services();
  }

  boolean hasEntrances() {
    return site.entrances();
  }

  List<ChainPlan> chains() {
    return chains;
  }

  RelayerPlan relayers() {
    return relayers;
  }

  Machinery machinery() {
    return machinery;
  }

  Path cache() {
    return runFolder(site.projectRoot()).resolve("cache");
  }

  /** Chosen now: a free port is only free until somebody takes it. */
  Ports choosePorts() {
    Map<String, Integer> wellKnown = wellKnown();
    return site.wellKnown() ? Ports.fixed(wellKnown) : Ports.free(wellKnown.keySet());
  }

  /** Every database and whose it is; all instances of the relayer share one. */
  Map<String, String> databases() {
    Map<String, String> databases = new LinkedHashMap<>();
    relayers.roles().keySet().forEach(name -> databases.put(name, RELAYER));
    for (int i = 1; i <= VALIDATORS; i++) {
      databases.put("validator" + i, "validator" + i);
    }
    for (String name : List.of("gas", "artifact", "registry", "gateway")) {
      databases.put(name, name);
    }
    return databases;
  }

  private static List<ChainPlan> chains(List<String> names, double blockSeconds) {
    return names.stream().map(name -> new ChainPlan(name, chainId(name), blockSeconds)).toList();
  }

  private static long chainId(String name) {
    Long id = CHAIN_IDS.get(name);
    if (id == null) {
      throw new IllegalArgumentException("a world has chains of " + CHAIN_IDS.keySet());
    }
    return id;
  }

  private WorldPlan changed(String chain, UnaryOperator<ChainPlan> change) {
    List<ChainPlan> other =
        chains.stream().map(one -> one.name().equals(chain) ? change.apply(one) : one).toList();
    return new WorldPlan(site, blockSeconds, other, relayers, machinery);
  }

  private WorldPlan with(Site other) {
    return new WorldPlan(other, blockSeconds, chains, relayers, machinery);
  }

  private WorldPlan with(RelayerPlan other) {
    return new WorldPlan(site, blockSeconds, chains, other, machinery);
  }

  private WorldPlan with(Machinery other) {
    return new WorldPlan(site, blockSeconds, chains, relayers, other);
  }

  private static Path runFolder(Path projectRoot) {
    return projectRoot.resolve("devnet/run");
  }

  private Map<String, Integer> wellKnown() {
    Map<String, Integer> ports = new LinkedHashMap<>();
    ports.put("gateway", 8080);
    ports.put("registry", 8081);
    ports.put("gas", 8082);
    ports.put("artifact", 8084);
    int instance = 8083;
    for (String name : relayers.roles().keySet()) {
      ports.put(name, instance);
      instance += 100;
    }
    for (int i = 1; i <= VALIDATORS; i++) {
      ports.put("validator" + i, 8090 + i);
    }
    if (site.bitcoin() != BitcoinPlan.NONE) {
      ports.put("bitcoin", 18443);
      ports.put("bitcoin-peers", 18444);
    }
    ports.put("postgresql", 15432);
    ports.put("kafka", 19092);
    int node = 18545;
    for (ChainPlan chain : chains) {
      ports.put(chain.name(), node);
      node++;
    }
    return ports;
  }
}
