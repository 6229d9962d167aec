// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Node;
import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The world of docker-compose.yml, step by step: what its foundations are told before they start,
 * what is made on them, and what the services are told when they run. Each step can be repeated.
 */
public final class ComposedWorld {
  /** Where a container finds what it is told. */
  static final Path MOUNTED = Path.of("/etc/settlement");

  private static final Path WORLD = Path.of("/world");
  private static final Path PARCELS = Path.of("/parcels");
  private static final Path BITCOIN_PASSWORD = WORLD.resolve("bitcoin.password");
  private static final Path REGISTERED = WORLD.resolve("registered");
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration BITCOIN_PACE = Duration.ofSeconds(5);
  private static final String WALLET = "coins";
  private static final int MATURE = 101;
  private static final int CONTROLLER = 9093;
  private static final int OUTSIDE = 19092;

  private final WorldPlan plan;
  private final Progress progress;
  private final Places places = Places.composed();

  /**
   * @param projectRoot where contracts and their tools are
   */
  public ComposedWorld(Path projectRoot, Progress progress) {
    this.plan = WorldPlan.composed(projectRoot);
    this.progress = progress;
  }

  /** How to reach it from its own network. */
  public static Path worldFile() {
    return WORLD.resolve("world.json");
  }

  /** Secrets and settings of what the services lean on; those that are there stay. */
  public void prepare() {
    String bitcoin = secretIn(BITCOIN_PASSWORD, "rw-------");
    // Read by users of other images, to whom alone they are mounted.
    secretIn(PARCELS.resolve("postgresql/password"), "rw-r--r--");
    secretIn(PARCELS.resolve("grafana/password"), "rw-r--r--");
    RunFolder.writePrivately(PARCELS.resolve("bitcoin/bitcoin.conf"), bitcoinConf(bitcoin));
    RunFolder.writePrivately(
        PARCELS.resolve("kafka/kafka.properties"),
        Broker.properties(
            "PLAINTEXT://0.0.0.0:9092,OUTSIDE://0.0.0.0:" + OUTSIDE,
            "PLAINTEXT://" + places.of("kafka") + ",OUTSIDE://127.0.0.1:" + OUTSIDE,
            CONTROLLER,
            Path.of("/data")));
    progress.say("secrets and settings are there");
  }

  /** Databases, coins, contracts, keys, and what each service is told. */
  public void setUp() {
    if (Files.exists(worldFile())) {
      requireContracts(read());
      progress.say("everything was set up before");
      return;
    }
    RunFolder folder = RunFolder.fresh(WORLD.resolve("run"));
    Keyring keys = Keyring.make(folder, plan);
    Map<String, Postgres.Database> databases = databases();
    progress.say("made databases and their users");
    fund(keys);
    mature();
    WorldFile.Bitcoin bitcoin =
        new WorldFile.Bitcoin(
            places.url("bitcoin"), BitcoinNode.USER, bitcoinPassword(), keys.vaults().vaults());
    Map<String, URI> nodes = new LinkedHashMap<>();
    plan.chains().forEach(chain -> nodes.put(chain.name(), places.url(chain.name())));
    progress.say("deploying contracts on all chains");
    Deployment deployed =
        Deployment.run(folder, plan.projectRoot(), keys, nodes, keys.vaults().vaults());
    tell(folder, keys, databases, deployed, bitcoin);
    describe(folder, keys, deployed, bitcoin);
    folder.release();
    progress.say("contracts are deployed and services told");
  }

  /** Registers what there is, once, and mines Bitcoin blocks as long as it runs. */
  public void attend(Path attending) {
    WorldFile world = read();
    try {
      if (!Files.exists(REGISTERED)) {
        var validators = world.validators().stream().map(it -> it.open().address()).toList();
        new Registration(world, validators).run();
        Files.createFile(REGISTERED);
        progress.say("registered chains, handlers, routes and validator sets");
      }
      Files.deleteIfExists(attending);
      Files.createFile(attending);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    BitcoinPurse purse = BitcoinPurse.of(Objects.requireNonNull(world.bitcoin()));
    while (true) {
      Pause.millis(BITCOIN_PACE.toMillis());
      try {
        purse.mine(1);
      } catch (Failure e) {
        progress.say("no Bitcoin block was mined: " + e.getMessage());
      }
    }
  }

  /** Chains that forgot everything and databases that did not would never agree again. */
  private static void requireContracts(WorldFile world) {
    for (String name : world.names()) {
      WorldFile.Chain chain = world.chain(name);
      String code =
          new Node(chain.rpcUrl())
              .call("eth_getCode", chain.contracts().settlement().hex(), "latest")
              .asString();
      if (code.equals("0x")) {
        throw new Failure(
            name
                + " has forgotten its contracts, the databases have not:"
                + " docker compose down --volumes, and start again.");
      }
    }
  }

  private Map<String, Postgres.Database> databases() {
    String address = places.of("postgresql");
    String password = read(PARCELS.resolve("postgresql/password"));
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:postgresql://" + address + "/postgres", "postgres", password);
        Statement statement = connection.createStatement()) {
      statement.execute("REVOKE CONNECT ON DATABASE postgres FROM PUBLIC");
      return Postgres.create(statement, address, plan.databases());
    } catch (SQLException e) {
      throw new Failure("The databases were not made.", e);
    }
  }

  private void fund(Keyring keys) {
    for (ChainPlan chain : plan.chains()) {
      Node node = new Node(places.url(chain.name()));
      keys.submitters(chain.name()).forEach(holder -> AnvilNode.fund(node, holder.account()));
    }
  }

  /**
   * A wallet that the node opens by itself when it starts again, and blocks enough to spend from.
   */
  private void mature() {
    BitcoinPurse purse =
        new BitcoinPurse(places.url("bitcoin"), BitcoinNode.USER, bitcoinPassword());
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        if (purse.call("getblockcount").asLong() == 0) {
          purse.call("createwallet", WALLET, false, false, "", false, true, true);
          purse.mine(MATURE);
        }
        return;
      } catch (Failure notYet) {
        if (System.nanoTime() > deadline) {
          throw notYet;
        }
        Pause.millis(200);
      }
    }
  }

  private void tell(
      RunFolder folder,
      Keyring keys,
      Map<String, Postgres.Database> databases,
      Deployment deployed,
      WorldFile.Bitcoin bitcoin) {
    ServiceFiles files =
        new ServiceFiles(
            plan,
            folder.config(),
            places,
            name -> Objects.requireNonNull(databases.get(name)),
            user -> Map.of(),
            keys);
    Map<String, List<String>> urls = new LinkedHashMap<>();
    plan.chains()
        .forEach(chain -> urls.put(chain.name(), List.of(places.url(chain.name()).toString())));
    Map<String, Path> told = new LinkedHashMap<>();
    told.put("gateway", files.gateway());
    told.put("registry", files.registry(deployed, urls));
    told.put("artifact", files.artifact(deployed, urls, bitcoin));
    told.put("gas", files.gas(deployed, urls));
    plan.relayers()
        .roles()
        .forEach(
            (name, roles) -> told.put(name, files.relayer(name, roles, deployed, urls, bitcoin)));
    for (int i = 1; i <= WorldPlan.VALIDATORS; i++) {
      told.put("validator" + i, files.validator(i, deployed, urls, bitcoin));
    }
    told.forEach(
        (name, config) ->
            new Parcel(PARCELS.resolve(Places.Composed.container(name)), MOUNTED)
                .pack(config, folder.keys()));
  }

  /** Once for its own network and once for the machine that docker-compose.dev.yml opens it to. */
  private void describe(
      RunFolder folder, Keyring keys, Deployment deployed, WorldFile.Bitcoin bitcoin) {
    describe(folder, keys, deployed, bitcoin, places, places.of("kafka"))
        .write(WORLD.resolve("world.part"));
    Places outside = Places.local(plan.choosePorts());
    WorldFile.Bitcoin there =
        new WorldFile.Bitcoin(
            outside.url("bitcoin"), bitcoin.user(), bitcoin.password(), bitcoin.vaults());
    describe(folder, keys, deployed, there, outside, "127.0.0.1:" + OUTSIDE)
        .write(WORLD.resolve("outside.json"));
    try {
      Files.move(WORLD.resolve("world.part"), worldFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private WorldFile describe(
      RunFolder folder,
      Keyring keys,
      Deployment deployed,
      WorldFile.Bitcoin bitcoin,
      Places where,
      String kafka) {
    Map<String, WorldFile.Chain> chains = new LinkedHashMap<>();
    for (ChainPlan chain : plan.chains()) {
      String name = chain.name();
      chains.put(
          name,
          new WorldFile.Chain(
              where.url(name),
              Objects.requireNonNull(deployed.chains().get(name)),
              keys.submitterAddresses(name),
              chain.blockSeconds()));
    }
    Map<String, URI> services = new LinkedHashMap<>();
    plan.databases().keySet().forEach(name -> services.put(name, where.url(name)));
    return new WorldFile(
        1,
        folder.path(),
        where.url("gateway"),
        kafka,
        Map.of("bootstrap.servers", kafka),
        keys.partnerKey(),
        keys.operatorKey(),
        chains,
        keys.validators().stream().map(it -> WorldFile.Keystore.of(it.keystore())).toList(),
        services,
        List.of(keys.newcomersSubmitter().account().address()),
        bitcoin);
  }

  private static WorldFile read() {
    return WorldFile.running(worldFile())
        .orElseThrow(() -> new Failure("This world is not set up."));
  }

  private static String bitcoinPassword() {
    return read(BITCOIN_PASSWORD);
  }

  private static String secretIn(Path file, String permissions) {
    try {
      if (!Files.exists(file)) {
        RunFolder.writePrivately(file, Postgres.secret());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(permissions));
      }
      return read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String bitcoinConf(String password) {
    return """
    regtest=1
    server=1
    txindex=1
    fallbackfee=0.00002
    dbcache=4
    rpcthreads=4
    rpcworkqueue=64
    par=1
    printtoconsole=1
    dnsseed=0
    fixedseeds=0
    discover=0
    rpcuser=%s
    rpcpassword=%s
    rpcallowip=0.0.0.0/0

    [regtest]
    rpcbind=0.0.0.0
    rpcport=18443
    bind=127.0.0.1:18444
    """
        .formatted(BitcoinNode.USER, password);
  }
}
