// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.RpcError;
import io.settlement.chain.Unreachable;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A real Bitcoin node of its own network on a port of its own, which mines when told to. It has a
 * wallet with coins, and an index of transactions. {@code devnet/bitcoind} finds the node.
 */
public final class BitcoinRegtest implements AutoCloseable {
  /** The RPC user. */
  public static final String USER = "regtest";

  /** Its password: no secret, the node listens on the loopback only. */
  public static final String PASSWORD = "regtest";

  private static final Path RESOLVER =
      Path.of("..", "devnet", "bitcoind").toAbsolutePath().normalize();
  private static final Duration TIMEOUT = Duration.ofSeconds(60);
  private static final int MATURE = 101;
  private static final long REPLACEABLE = 0xfffffffdL;
  private static final String WALLET = "coins";

  private static volatile List<String> command = List.of();

  private final Path folder;
  private final int port;
  private final int peerPort;
  private final HttpClient http = HttpClient.newHttpClient();
  private final BitcoinRpc node;
  private final BitcoinRpc wallet;
  private final Thread shutdown = new Thread(this::end, "bitcoind-shutdown");
  private Process process;

  private BitcoinRegtest(Path folder, int port, int peerPort) {
    this.folder = folder;
    this.port = port;
    this.peerPort = peerPort;
    this.node = rpc(url());
    this.wallet = rpc(URI.create(url() + "wallet/" + WALLET));
    this.process = launch();
    Runtime.getRuntime().addShutdownHook(shutdown);
    awaitAnswer();
  }

  /** A chain of 101 blocks, whose first reward the wallet may spend. */
  public static BitcoinRegtest start() {
    BitcoinRegtest started = empty();
    started.rpc("createwallet", WALLET);
    started.mine(MATURE);
    return started;
  }

  /** Only the first block, and no wallet: to be connected to another one. */
  public static BitcoinRegtest empty() {
    try {
      return new BitcoinRegtest(
          Files.createTempDirectory("bitcoin-regtest"), freePort(), freePort());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private BitcoinRpc rpc(URI at) {
    BitcoinProviderSettings provider = BitcoinProviderSettings.of(at, USER, PASSWORD);
    return new BitcoinRpc(
        provider,
        BitcoinSettings.of(BitcoinNetwork.REGTEST, List.of(provider)),
        http,
        new SimpleMeterRegistry());
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process launch() {
    List<String> words = new ArrayList<>(command());
    words.addAll(
        List.of(
            "-regtest",
            "-datadir=" + folder,
            "-rpcport=" + port,
            "-rpcbind=127.0.0.1",
            "-rpcallowip=127.0.0.1",
            "-rpcuser=" + USER,
            "-rpcpassword=" + PASSWORD,
            "-bind=127.0.0.1:" + peerPort,
            "-dnsseed=0",
            "-fixedseeds=0",
            "-discover=0",
            "-txindex=1",
            "-fallbackfee=0.00002",
            "-addresstype=bech32",
            "-changetype=bech32",
            "-dbcache=4",
            "-rpcthreads=4",
            "-rpcworkqueue=64",
            "-par=1",
            "-printtoconsole=0"));
    try {
      return new ProcessBuilder(words)
          .redirectErrorStream(true)
          .redirectOutput(folder.resolve("node.log").toFile())
          .start();
    } catch (IOException e) {
      throw new IllegalStateException("bitcoind does not start", e);
    }
  }

  /** The first test that needs one may wait until it is fetched. */
  private static synchronized List<String> command() {
    if (command.isEmpty()) {
      try {
        Process resolver =
            new ProcessBuilder(RESOLVER.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader lines = resolver.inputReader()) {
          command = lines.lines().toList();
        }
        if (resolver.waitFor() != 0 || command.isEmpty()) {
          command = List.of();
          throw new IllegalStateException(RESOLVER + " found no Bitcoin node; it says why above");
        }
      } catch (IOException e) {
        throw new IllegalStateException(RESOLVER + " does not run", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new IllegalStateException("interrupted", e);
      }
    }
    return command;
  }

  private void awaitAnswer() {
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (true) {
      if (!process.isAlive()) {
        throw new IllegalStateException("bitcoind ended with " + process.exitValue() + log());
      }
      // A breaker of its own each time: that it is silent at first is no fault.
      try {
        rpc(url()).call("getblockcount");
        return;
      } catch (Unreachable starting) {
        if (System.nanoTime() > end) {
          throw starting;
        }
        pause();
      }
    }
  }

  private String log() {
    try {
      return "\n" + Files.readString(folder.resolve("node.log"));
    } catch (IOException e) {
      return "";
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  /** Its JSON-RPC address, without credentials. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/");
  }

  /** How it is reached. */
  public BitcoinProviderSettings provider() {
    return BitcoinProviderSettings.of(url(), USER, PASSWORD);
  }

  /** A reader of this node alone. */
  public BitcoinReader reader() {
    return BitcoinReader.connect(
        BitcoinSettings.of(BitcoinNetwork.REGTEST, List.of(provider())), new SimpleMeterRegistry());
  }

  /** Mines blocks for the wallet; the last one's hash. */
  public Hash mine(int blocks) {
    return mineTo(blocks, newAddress());
  }

  /** Mines blocks for an address; the last one's hash. */
  public Hash mineTo(int blocks, String address) {
    JsonNode hashes = rpc("generatetoaddress", blocks, address);
    return BitcoinJson.hash(hashes.get(hashes.size() - 1));
  }

  /** Mines one block with nothing in it but these transactions, in this order, and no other. */
  public Hash mineOnly(Hash... txids) {
    List<String> wanted = Stream.of(txids).map(BitcoinJson::text).toList();
    return BitcoinJson.hash(rpc("generateblock", newAddress(), wanted).path("hash"));
  }

  /** A fresh address of the wallet. */
  public String newAddress() {
    return wallet("getnewaddress").asString();
  }

  /** Pays from the wallet; it waits to be mined. */
  public Hash pay(String address, long sats) {
    return BitcoinJson.hash(wallet("sendtoaddress", address, btc(sats)));
  }

  /** Pays from one output of the wallet, so that another one can spend the same. */
  public Hash payFrom(Outpoint coin, String address, long sats, long satsPerVbyte) {
    JsonNode sent =
        wallet(
            "send",
            List.of(Map.of(address, btc(sats))),
            null,
            "unset",
            satsPerVbyte,
            Map.of(
                "inputs",
                List.of(Map.of("txid", BitcoinJson.text(coin.txid()), "vout", coin.vout())),
                "add_inputs",
                false));
    return BitcoinJson.hash(sent.path("txid"));
  }

  /**
   * Signs what pays an address from one output of the wallet, replaceable; hands it over to nobody.
   */
  public byte[] sign(Outpoint coin, String address, long sats) {
    String raw =
        rpc(
                "createrawtransaction",
                List.of(
                    Map.of(
                        "txid",
                        BitcoinJson.text(coin.txid()),
                        "vout",
                        coin.vout(),
                        "sequence",
                        REPLACEABLE)),
                List.of(Map.of(address, btc(sats))))
            .asString();
    JsonNode signed = wallet("signrawtransactionwithwallet", raw);
    return Hex.decode("0x" + signed.path("hex").asString());
  }

  /** Hands a transaction over, however much it pays for its size. */
  public Hash send(byte[] transaction) {
    return BitcoinJson.hash(rpc("sendrawtransaction", Hex.encode(transaction).substring(2), 0));
  }

  /** A confirmed output of the wallet with at least this much. */
  public Outpoint coin(long sats) {
    for (JsonNode one : wallet("listunspent", 1)) {
      if (BitcoinJson.sats(one.path("amount")) >= sats) {
        return new Outpoint(BitcoinJson.hash(one.path("txid")), one.path("vout").longValue());
      }
    }
    throw new IllegalStateException("the wallet has no coin of " + sats);
  }

  /** Satoshi as the decimal a node takes. */
  public static BigDecimal btc(long sats) {
    return BigDecimal.valueOf(sats, 8);
  }

  /** Takes a block and all above it off its chain. */
  public void invalidate(Hash block) {
    rpc("invalidateblock", BitcoinJson.text(block));
  }

  /** Takes blocks off the top; their transactions wait again. The lowest one taken off. */
  public Hash undo(int blocks) {
    long height = height();
    Hash lowest = blockAt(height - blocks + 1);
    invalidate(lowest);
    return lowest;
  }

  /** Takes blocks off the top and mines one more than that, empty: what was in them waits. */
  public void replaceWithEmptyBlocks(int blocks) {
    undo(blocks);
    for (int i = 0; i <= blocks; i++) {
      mineOnly();
    }
  }

  /** The highest block's height. */
  public long height() {
    return rpc("getblockcount").longValue();
  }

  /** The block at a height. */
  public Hash blockAt(long height) {
    return BitcoinJson.hash(rpc("getblockhash", height));
  }

  /** Follows another node, and waits until it has the same head. */
  public void follow(BitcoinRegtest other) {
    rpc("addnode", "127.0.0.1:" + other.peerPort, "onetry");
    long end = System.nanoTime() + TIMEOUT.toNanos();
    while (!rpc("getbestblockhash").equals(other.rpc("getbestblockhash"))) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("the nodes do not find together");
      }
      pause();
    }
  }

  /** Any method of the node. */
  public JsonNode rpc(String method, Object... params) {
    return node.call(method, params);
  }

  /** Any method of its wallet. */
  public JsonNode wallet(String method, @Nullable Object... params) {
    return wallet.call(method, params);
  }

  /** Stops it; everything that was mined is on its disk. */
  public void stop() {
    process.destroy();
    process.onExit().orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
  }

  /** Starts it again where it stopped, on the same port. */
  public void restart() {
    process = launch();
    awaitAnswer();
    try {
      rpc(url()).call("loadwallet", WALLET);
    } catch (RpcError loadedOrNone) {
      // a node without a wallet has nothing to load
      if (Files.exists(folder.resolve("regtest/wallets").resolve(WALLET))
          && !String.valueOf(loadedOrNone.getMessage()).contains("already loaded")) {
        throw loadedOrNone;
      }
    }
  }

  /** Nothing of it stays: some tests leave it to run until their process ends. */
  private void end() {
    process.destroyForcibly();
    process.onExit().orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
    try (Stream<Path> files = Files.walk(folder)) {
      files.sorted(Comparator.reverseOrder()).forEach(BitcoinRegtest::delete);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    Runtime.getRuntime().removeShutdownHook(shutdown);
    http.shutdownNow();
    end();
  }

  private static void delete(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
