// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.journey.BitcoinPurse;
import io.settlement.devnet.process.Child;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A real Bitcoin node of a network of its own, with a wallet whose first coins may be spent. */
public final class BitcoinNode implements AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(BitcoinNode.class);

  /** The RPC user. */
  public static final String USER = "regtest";

  /** Its password: no secret, the node listens on the loopback only. */
  public static final String PASSWORD = "regtest";

  private static final String NAME = "bitcoin";
  private static final String WALLET = "coins";
  private static final int MATURE = 101;
  private static final Duration FIND = Duration.ofMinutes(3);
  private static final Duration START = Duration.ofSeconds(30);
  private static final Duration END = Duration.ofSeconds(5);

  private final Child child;
  private final BitcoinPurse purse;
  private final ScheduledExecutorService miner =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("bitcoin-miner").factory());

  private BitcoinNode(Child child, int port) {
    this.child = child;
    this.purse = new BitcoinPurse(URI.create("http://127.0.0.1:" + port + "/"), USER, PASSWORD);
  }

  /**
   * Starts it, with 101 blocks.
   *
   * @param port of its JSON-RPC
   * @param peerPort of the network nobody joins
   */
  public static BitcoinNode start(RunFolder folder, Path projectRoot, int port, int peerPort) {
    List<String> command = new ArrayList<>(find(projectRoot));
    Path data = folder.data().resolve(NAME);
    try {
      Files.createDirectories(data);
    } catch (IOException e) {
      throw new Failure("There is no room for the Bitcoin node's data.", e);
    }
    command.addAll(
        List.of(
            "-regtest",
            "-datadir=" + data,
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
            "-dbcache=4",
            "-rpcthreads=4",
            "-rpcworkqueue=64",
            "-par=1",
            "-printtoconsole=1"));
    BitcoinNode started = new BitcoinNode(Child.start(folder, NAME, command, Map.of()), port);
    try {
      started.awaitReady();
      started.purse.call("createwallet", WALLET);
      started.purse.mine(MATURE);
      return started;
    } catch (Failure e) {
      String tail = started.child.lastLines(10);
      started.close();
      throw new Failure("The Bitcoin node did not start: " + e.getMessage() + "\n" + tail, e);
    }
  }

  /** The command that runs a node, one word a line; why there is none is what the script says. */
  private static List<String> find(Path projectRoot) {
    Path script = projectRoot.resolve("devnet/bitcoind");
    try {
      Process process = new ProcessBuilder(script.toString()).start();
      List<String> words;
      try (var lines = process.inputReader()) {
        words = lines.lines().toList();
      }
      if (!process.waitFor(FIND.toSeconds(), TimeUnit.SECONDS) || process.exitValue() != 0) {
        String why = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
        process.destroy();
        throw new Failure(why.strip());
      }
      return words;
    } catch (IOException e) {
      throw new Failure(script + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while a Bitcoin node was looked for", e);
    }
  }

  private void awaitReady() {
    long deadline = System.nanoTime() + START.toNanos();
    while (true) {
      try {
        purse.call("getblockcount");
        return;
      } catch (Failure notYet) {
        if (!child.isAlive() || System.nanoTime() > deadline) {
          throw notYet;
        }
        Pause.millis(50);
      }
    }
  }

  /** Its JSON-RPC. */
  public URI url() {
    return purse.url();
  }

  /** Lets it mine by itself until it is closed; a block that failed is made up for by the next. */
  void mineEvery(Duration pause) {
    var unused =
        miner.scheduleWithFixedDelay(
            () -> {
              try {
                purse.mine(1);
              } catch (Failure e) {
                log.warn("No Bitcoin block was mined: {}", e.getMessage());
              }
            },
            pause.toMillis(),
            pause.toMillis(),
            TimeUnit.MILLISECONDS);
  }

  /** Its wallet. */
  public BitcoinPurse purse() {
    return purse;
  }

  @Override
  public void close() {
    miner.shutdownNow();
    child.end(END);
  }
}
