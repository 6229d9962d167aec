// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.evm.Account;
import io.settlement.devnet.evm.Node;
import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A real EVM node that mines by the clock and knows latest, safe and finalized blocks. */
public final class AnvilNode implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(20);
  private static final Duration END = Duration.ofSeconds(3);
  private static final BigInteger RICH = BigInteger.TEN.pow(23);

  private final Child child;
  private final Node node;
  private final long chainId;

  private AnvilNode(Child child, Node node, long chainId) {
    this.child = child;
    this.node = node;
    this.chainId = chainId;
  }

  /**
   * How a node runs.
   *
   * @param name of its log and pid file
   * @param chainId EIP-155 id
   * @param port it listens on
   * @param blockSeconds time between blocks
   * @param gasLimit gas of a block
   */
  public record Plan(String name, long chainId, int port, double blockSeconds, long gasLimit) {

    /** With blocks that hardly anything fills. */
    public Plan(String name, long chainId, int port, double blockSeconds) {
      this(name, chainId, port, blockSeconds, ChainPlan.ROOMY);
    }
  }

  /** Starts it and waits until it answers. */
  public static AnvilNode start(RunFolder folder, Path projectRoot, Plan plan) {
    List<String> command =
        List.of(
            binary(projectRoot).toString(),
            "--host",
            "127.0.0.1",
            "--port",
            Integer.toString(plan.port()),
            "--chain-id",
            Long.toString(plan.chainId()),
            "--block-time",
            seconds(plan.blockSeconds()),
            "--slots-in-an-epoch",
            "1",
            "--gas-limit",
            Long.toString(plan.gasLimit()),
            "--no-request-size-limit",
            "--quiet");
    Child child = Child.start(folder, plan.name(), command, Map.of());
    Node node = new Node(URI.create("http://127.0.0.1:" + plan.port()));
    AnvilNode started = new AnvilNode(child, node, plan.chainId());
    started.awaitReady();
    return started;
  }

  /** Its JSON-RPC. */
  public Node node() {
    return node;
  }

  /** EIP-155 id. */
  public long chainId() {
    return chainId;
  }

  /** Makes an account rich, out of nothing. */
  public void fund(Account account) {
    fund(node, account);
  }

  static void fund(Node node, Account account) {
    node.call("anvil_setBalance", account.address().hex(), "0x" + RICH.toString(16));
  }

  Child child() {
    return child;
  }

  @Override
  public void close() {
    child.end(END);
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + START.toNanos();
    while (child.isAlive() && System.nanoTime() < deadline) {
      try {
        node.call("eth_chainId");
        return;
      } catch (Failure notYet) {
        Pause.millis(50);
      }
    }
    String tail = child.lastLines(20);
    close();
    throw new Failure("The chain " + child.name() + " did not start:\n" + tail);
  }

  private static String seconds(double value) {
    return value == Math.rint(value)
        ? Long.toString(Math.round(value))
        : String.format(Locale.ROOT, "%.3f", value);
  }

  /** The npm package holds one binary for each platform. */
  static Path binary(Path projectRoot) {
    String system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    String os = system.contains("mac") ? "darwin" : "linux";
    String cpu = System.getProperty("os.arch").matches("aarch64|arm64") ? "arm64" : "amd64";
    Path binary =
        projectRoot.resolve(
            "contracts/node_modules/@foundry-rs/anvil-%s-%s/bin/anvil".formatted(os, cpu));
    if (!Files.isExecutable(binary)) {
      throw new Failure(
          "anvil is not there (" + binary + "): run mvn package, or npm ci in contracts/.");
    }
    return binary;
  }
}
