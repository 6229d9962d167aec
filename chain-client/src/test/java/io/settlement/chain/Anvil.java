// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A real node on a port of its own. */
public final class Anvil implements AutoCloseable {
  /** An unlocked account with funds. */
  public static final EvmAddress ALICE =
      new EvmAddress("0xf39fd6e51aad88f6f4ce6ab8827279cfffb92266");

  /** The contracts' project, as seen from this module. */
  public static final Path CONTRACTS = Path.of("..", "contracts").toAbsolutePath().normalize();

  private static final Duration TIMEOUT = Duration.ofSeconds(20);
  private static final String LISTENING = "Listening on ";

  private final Process process;
  private final URI url;
  private final HttpClient http = HttpClient.newHttpClient();
  private final Node node;

  private Anvil(Process process, URI url) {
    this.process = process;
    this.url = url;
    this.node = new Node(http, ProviderSettings.of(url), TIMEOUT);
  }

  /** Mines only when told to; a block is safe when it has one on top, final when it has two. */
  public static Anvil manual() {
    return start("--no-mining", "--slots-in-an-epoch", "1");
  }

  /** Starts it with the given options. */
  public static Anvil start(String... options) {
    List<String> command = new ArrayList<>(List.of(binary().toString(), "--port", "0"));
    command.addAll(List.of(options));
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new Anvil(process, URI.create("http://" + address(process)));
    } catch (Exception e) {
      throw new IllegalStateException("anvil does not start", e);
    }
  }

  private static Path binary() {
    String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch");
    String platform =
        (os.contains("mac") ? "darwin" : "linux")
            + (arch.contains("aarch64") ? "-arm64" : "-amd64");
    Path binary = CONTRACTS.resolve("node_modules/@foundry-rs/anvil-" + platform + "/bin/anvil");
    if (!Files.isExecutable(binary)) {
      throw new IllegalStateException("no " + binary + "; run npm ci in contracts/ first");
    }
    return binary;
  }

  /** What it prints must be read to the end, or it blocks. */
  private static String address(Process process) throws Exception {
    CompletableFuture<String> address = new CompletableFuture<>();
    // A platform thread: reading a pipe pins a virtual one's carrier, and there are only few.
    Thread.ofPlatform().daemon().start(() -> drain(process, address));
    try {
      return address.get(TIMEOUT.toSeconds(), TimeUnit.SECONDS);
    } catch (Exception e) {
      process.destroy();
      throw e;
    }
  }

  private static void drain(Process process, CompletableFuture<String> address) {
    try (BufferedReader lines = process.inputReader()) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(LISTENING)) {
          address.complete(line.substring(LISTENING.length()));
        }
      }
      address.completeExceptionally(new IOException("anvil ended"));
    } catch (IOException e) {
      address.completeExceptionally(e);
    }
  }

  /** Its address. */
  public URI url() {
    return url;
  }

  /** A reader of this node, with the usual settings. */
  public EvmReader reader() {
    return EvmReader.connect(settings(url), new SimpleMeterRegistry());
  }

  /** The usual settings for these nodes. */
  public static ChainSettings settings(URI... urls) {
    EvmAddress nobody = new EvmAddress("0x" + "55".repeat(20));
    return ChainSettings.of(new ChainName("Alpha"), 31337, List.of(urls), nobody, nobody, nobody)
        .withPace(10, Duration.ofSeconds(2), Duration.ofMillis(50));
  }

  /** Mines blocks. */
  public void mine(int blocks) {
    for (int i = 0; i < blocks; i++) {
      rpc("evm_mine");
    }
  }

  /** Sends a transaction of {@link #ALICE}; it waits to be mined. */
  public Hash send(@Nullable EvmAddress to, byte[] data, Wei value) {
    Map<String, String> transaction = new LinkedHashMap<>();
    transaction.put("from", ALICE.hex());
    if (to != null) {
      transaction.put("to", to.hex());
    }
    transaction.put("data", Hex.encode(data));
    transaction.put("value", "0x" + value.value().toString(16));
    transaction.put("gas", Quantities.hex(3_000_000));
    return new Hash(rpc("eth_sendTransaction", transaction).asString());
  }

  /** Deploys a contract in a block of its own. */
  public EvmAddress deploy(String initCode) {
    Hash tx = send(null, Hex.decode(initCode), Wei.ZERO);
    mine(1);
    JsonNode receipt = rpc("eth_getTransactionReceipt", tx.hex());
    return new EvmAddress(receipt.path("contractAddress").asString());
  }

  /** Any method. */
  public JsonNode rpc(String method, Object... params) {
    return node.ask(List.of(RpcRequest.of(method, params))).getFirst().result();
  }

  @Override
  public void close() {
    http.shutdownNow();
    process.destroy();
    process.onExit().orTimeout(TIMEOUT.toSeconds(), TimeUnit.SECONDS).join();
  }
}
