// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.handler;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Unanswered;
import io.settlement.conformance.Unanswered.Cause;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.web3j.utils.Numeric;
import tools.jackson.databind.JsonNode;

/**
 * A chain as it was at its latest final block, on this machine, where everything may be tried. Its
 * process ends with this, with its time, and with this process however that ends.
 */
public final class Fork implements AutoCloseable {
  /** Ends what it starts when nobody holds the other end of its input any more. */
  static final String GUARD = "\"$@\" & at=$!; exec >/dev/null 2>&1; cat; kill -9 $at; wait";

  private static final String LISTENING = "Listening on ";
  private static final int MOST_SAID = 400;

  private final Process process;
  private final Relay relay;
  private final Node node;
  private final Block block;
  private final CompletableFuture<Void> end;

  private Fork(Process process, Relay relay, Node node, Block block, Duration longest) {
    this.process = process;
    this.relay = relay;
    this.node = node;
    this.block = block;
    this.end =
        CompletableFuture.runAsync(
            this::stop,
            CompletableFuture.delayedExecutor(longest.toMillis(), TimeUnit.MILLISECONDS));
  }

  /**
   * Where it begins.
   *
   * @param number its height
   * @param hash its hash in hex
   */
  public record Block(long number, String hash) {}

  /** Whether there is a program to fork with. */
  public static boolean isAvailable(ForkSettings settings) {
    return Files.isExecutable(settings.anvil());
  }

  /**
   * Forks the chain that the node knows at its latest final block.
   *
   * @throws Unanswered when the node does not answer, or no fork comes up in time
   */
  static Fork of(Node chain, ForkSettings settings) throws InterruptedException {
    JsonNode last = chain.ask("eth_getBlockByNumber", "finalized", false);
    if (!last.isObject()) {
      throw new Unanswered(Cause.REFUSED, chain.name() + " knows no final block");
    }
    Block block =
        new Block(
            Numeric.toBigInt(last.path("number").asString()).longValueExact(),
            last.path("hash").asString());
    Relay relay = null;
    Process process = null;
    try {
      relay = Relay.to(chain);
      process = start(relay, settings, block);
      String address = awaitAddress(process, settings.start());
      NodeSettings local =
          new NodeSettings(
              settings.start(),
              settings.longest(),
              NodeSettings.DOCUMENTED_LIMIT,
              AddressPolicy.ANY);
      Node node = Node.of(URI.create("http://" + address), null, local, Load.of(10_000, 8));
      return new Fork(process, relay, node, block, settings.longest());
    } catch (IOException | Unanswered | InterruptedException e) {
      end(process, relay);
      if (e instanceof InterruptedException interrupted) {
        throw interrupted;
      }
      throw e instanceof Unanswered silent
          ? silent
          : new Unanswered(Cause.UNREACHABLE, "no fork can be started: " + e.getMessage(), e);
    }
  }

  private static Process start(Relay relay, ForkSettings settings, Block block) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                List.of(
                    "sh",
                    "-c",
                    GUARD,
                    "fork",
                    settings.anvil().toString(),
                    "--host",
                    "127.0.0.1",
                    "--port",
                    "0",
                    "--accounts",
                    "1",
                    "--auto-impersonate",
                    "--no-storage-caching",
                    "--no-rate-limit",
                    "--retries",
                    "3",
                    "--fork-url",
                    relay.url(),
                    "--fork-block-number",
                    Long.toString(block.number())))
            .redirectErrorStream(true);
    // Nothing of this process's secrets is its business.
    String path = System.getenv("PATH");
    builder.environment().clear();
    builder.environment().put("PATH", path == null ? "/usr/bin:/bin" : path);
    builder.environment().put("HOME", System.getProperty("java.io.tmpdir"));
    return builder.start();
  }

  private static String awaitAddress(Process process, Duration patience)
      throws InterruptedException {
    CompletableFuture<String> address = new CompletableFuture<>();
    // A platform thread: reading a pipe pins a virtual one's carrier, and there are only few.
    Thread.ofPlatform().daemon().name("fork").start(() -> listen(process, address));
    try {
      return address.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new Unanswered(Cause.TIMEOUT, "no fork within " + patience.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new Unanswered(Cause.UNREACHABLE, String.valueOf(e.getMessage()), e);
    }
  }

  private static void listen(Process process, CompletableFuture<String> address) {
    StringBuilder said = new StringBuilder();
    try (BufferedReader output = process.inputReader(UTF_8)) {
      for (String line = output.readLine(); line != null; line = output.readLine()) {
        if (line.startsWith(LISTENING)) {
          address.complete(line.substring(LISTENING.length()).strip());
        } else if (!address.isDone()) {
          said.append(line).append(' ');
        }
      }
    } catch (IOException e) {
      said.append(e.getMessage());
    }
    int from = Math.max(0, said.length() - MOST_SAID);
    address.completeExceptionally(
        new IllegalStateException("the fork ended: " + said.substring(from).strip()));
  }

  /** Where questions and transactions go. */
  Node node() {
    return node;
  }

  /** Where it begins. */
  Block block() {
    return block;
  }

  private void stop() {
    end(process, relay);
  }

  private static void end(@Nullable Process process, @Nullable Relay relay) {
    if (process != null) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }
    if (relay != null) {
      relay.close();
    }
  }

  @Override
  public void close() {
    end.cancel(false);
    stop();
    node.close();
  }
}
