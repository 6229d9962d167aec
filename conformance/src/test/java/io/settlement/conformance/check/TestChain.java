// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import com.sun.net.httpserver.HttpServer;
import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Subject;
import io.settlement.kit.test.Anvil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A chain that keeps every rule a node can keep: anvil with a block each second and with each
 * transaction, three hundred blocks old, seen through a proxy that breaks what it is told to.
 */
final class TestChain implements AutoCloseable {
  /** Less than documented: what is larger is made here. */
  static final long LIMIT = 8_000_000;

  private static final int AGE = 300;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Anvil anvil;
  private final BreakingProxy proxy;
  private final HttpServer pages;

  TestChain() {
    long born = Instant.now().getEpochSecond() - AGE - 5;
    anvil =
        Anvil.start(
            Anvil.Options.of(31337)
                .withBlockTime(1)
                .with("--mixed-mining", "--timestamp", Long.toString(born)));
    anvil.rpc("anvil_mine", "0x" + Integer.toHexString(AGE), "0x1");
    anvil.rpc("anvil_setTime", Instant.now().getEpochSecond());
    proxy = new BreakingProxy(URI.create(anvil.rpcUrl()));
    pages = pages();
  }

  /** Where the team's documents are. */
  private static HttpServer pages() {
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext(
          "/",
          asked -> {
            asked.sendResponseHeaders(200, -1);
            asked.close();
          });
      server.start();
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Anvil anvil() {
    return anvil;
  }

  BreakingProxy proxy() {
    return proxy;
  }

  /** The chain as three providers show it, of whom the first breaks what its path says. */
  Subject subject(String path) {
    List<Node> nodes = List.of(node(path), node("second"), node("third"));
    return Subject.of(nodes, declaration()).with(purse());
  }

  private Node node(String path) {
    return Node.of(
        proxy.http(path),
        proxy.ws(path),
        new NodeSettings(Duration.ofSeconds(5), Duration.ofSeconds(30), LIMIT, AddressPolicy.ANY),
        Load.of(5_000, 16));
  }

  private Declaration declaration() {
    return Declaration.parse(
        """
        chain: {name: Test, id: 31337, family: EVM, blockTime: 1, blobs: true}
        finality:
          mechanism: two blocks on top
          assumptions: one honest node
          violations: none but a restart
          expected: 2
          lagBlocks: 8
          document: PAGE/finality
        documents:
          fullNode: PAGE/full-node
          archiveNode: PAGE/archive-node
          support: help@chain.example
          sla: PAGE/sla
          answerWithin: PT30M
        """
            .replace("PAGE", "http://127.0.0.1:" + pages.getAddress().getPort()));
  }

  /** A new key with ten coins. */
  Purse purse() {
    byte[] key = new byte[32];
    RANDOM.nextBytes(key);
    key[0] = 1;
    Purse purse = Purse.of(HexFormat.of().formatHex(key));
    anvil.rpc("anvil_setBalance", purse.address(), "0x" + BigInteger.TEN.pow(19).toString(16));
    return purse;
  }

  @Override
  public void close() {
    pages.stop(0);
    proxy.close();
    anvil.close();
  }
}
