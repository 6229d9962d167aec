// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A real EVM node of its own process, on a free port. */
public final class Anvil implements AutoCloseable {
  /** The first account that every such node knows; for deployments. Not a secret. */
  public static final String FIRST_KEY =
      "0xac0974bec39a17e36ba4a6b4d238ff944bacb478cbed5efcae784d7bf4f2ff80";

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LISTENING = "Listening on ";

  private final Process process;
  private final String rpcUrl;
  private final Thread shutdown;
  private final HttpClient http = HttpClient.newHttpClient();

  /**
   * How the node behaves.
   *
   * @param chainId EIP-155 chain id
   * @param blockTime seconds between blocks; null mines a block for each transaction
   * @param slotsInAnEpoch blocks until a block is safe; finalized takes twice as many
   * @param more further arguments of anvil
   */
  public record Options(
      long chainId, @Nullable Integer blockTime, int slotsInAnEpoch, List<String> more) {
    /** Keeps its own copy. */
    public Options {
      more = List.copyOf(more);
    }

    /** Mines on demand; blocks are final after two more. */
    public static Options of(long chainId) {
      return new Options(chainId, null, 1, List.of());
    }

    /** The same with a block each so many seconds. */
    public Options withBlockTime(int seconds) {
      return new Options(chainId, seconds, slotsInAnEpoch, more);
    }

    /** The same with further arguments of anvil. */
    public Options with(String... arguments) {
      return new Options(chainId, blockTime, slotsInAnEpoch, Arrays.asList(arguments));
    }

    private List<String> arguments() {
      List<String> all =
          new ArrayList<>(
              List.of("--port", "0", "--chain-id", Long.toString(chainId), "--slots-in-an-epoch"));
      all.add(Integer.toString(slotsInAnEpoch));
      if (blockTime != null) {
        all.addAll(List.of("--block-time", blockTime.toString()));
      }
      all.addAll(more);
      return all;
    }
  }

  private Anvil(Process process, String rpcUrl) {
    this.process = process;
    this.rpcUrl = rpcUrl;
    this.shutdown = new Thread(process::destroyForcibly);
    Runtime.getRuntime().addShutdownHook(shutdown);
  }

  /** Starts a node with chain id 31337. */
  public static Anvil start() {
    return start(Options.of(31337));
  }

  /** Starts a node and returns when it answers. */
  public static Anvil start(Options options) {
    List<String> command = new ArrayList<>(List.of(program().toString()));
    command.addAll(options.arguments());
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      return new Anvil(process, "http://" + awaitAddress(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Its JSON-RPC address. */
  public String rpcUrl() {
    return rpcUrl;
  }

  /** Mines so many blocks now. */
  public void mine(int blocks) {
    rpc("anvil_mine", "0x" + Integer.toHexString(blocks));
  }

  /** Calls any JSON-RPC method and returns its result. */
  public JsonNode rpc(String method, Object... params) {
    byte[] body =
        JSON.writeValueAsBytes(
            Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", List.of(params)));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(rpcUrl))
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body))
            .build();
    try {
      JsonNode answer =
          JSON.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
      if (answer.has("error")) {
        throw new IllegalStateException(method + ": " + answer.get("error"));
      }
      return answer.get("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    process.destroyForcibly();
    Runtime.getRuntime().removeShutdownHook(shutdown);
  }

  private static String awaitAddress(Process process) throws IOException {
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(LISTENING)) {
        // A platform thread: reading a pipe pins a virtual one's carrier, and there are only few.
        Thread.ofPlatform().daemon().start(() -> output.lines().forEach(ignored -> {}));
        return line.substring(LISTENING.length()).strip();
      }
    }
    throw new IllegalStateException("anvil ended before it listened:\n" + said);
  }

  /** The program itself. */
  public static Path program() {
    Path binary =
        Repository.root()
            .resolve("contracts/node_modules/@foundry-rs")
            .resolve("anvil-%s-%s".formatted(os(), architecture()))
            .resolve(os().equals("win32") ? "bin/anvil.exe" : "bin/anvil");
    if (!Files.isExecutable(binary)) {
      throw new IllegalStateException(binary + " is missing: run npm ci in contracts/");
    }
    return binary;
  }

  private static String os() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    if (name.contains("mac")) {
      return "darwin";
    }
    return name.contains("win") ? "win32" : "linux";
  }

  private static String architecture() {
    String name = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
    return name.equals("aarch64") || name.equals("arm64") ? "arm64" : "amd64";
  }
}
