// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** Hardhat's network as a process of its own: another implementation than anvil's. */
final class HardhatNode implements AutoCloseable {
  private static final String LISTENING = "Listening on ";

  private final Process process;
  private final String address;

  private HardhatNode(Process process, String address) {
    this.process = process;
    this.address = address;
  }

  /** A chain that was born so many seconds ago and has its first block. */
  static HardhatNode born(int secondsAgo) {
    Path folder = Path.of(System.getProperty("basedir", "."), "hardhat").toAbsolutePath();
    if (!Files.isDirectory(folder.resolve("node_modules"))) {
      throw new IllegalStateException(folder + " has no node_modules: run its prepare");
    }
    ProcessBuilder command =
        new ProcessBuilder("node", "node.cjs").directory(folder.toFile()).redirectErrorStream(true);
    command
        .environment()
        .put(
            "BORN",
            Instant.now().minusSeconds(secondsAgo).truncatedTo(ChronoUnit.SECONDS).toString());
    try {
      Process process = command.start();
      Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
      return new HardhatNode(process, awaitAddress(process));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String awaitAddress(Process process) throws IOException {
    BufferedReader output = process.inputReader(UTF_8);
    StringBuilder said = new StringBuilder();
    for (String line = output.readLine(); line != null; line = output.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith(LISTENING)) {
        Thread.ofPlatform().daemon().start(() -> output.lines().forEach(ignored -> {}));
        return line.substring(LISTENING.length()).strip();
      }
    }
    throw new IllegalStateException("Hardhat's node ended before it listened:\n" + said);
  }

  URI http() {
    return URI.create("http://" + address);
  }

  URI ws() {
    return URI.create("ws://" + address);
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
