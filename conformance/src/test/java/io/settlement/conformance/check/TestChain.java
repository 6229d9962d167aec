// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import io.settlement.conformance.AddressPolicy;
import io.settlement.conformance.Declaration;
import io.settlement.conformance.Load;
import io.settlement.conformance.Node;
import io.settlement.conformance.NodeSettings;
import io.settlement.conformance.Purse;
import io.settlement.conformance.Subject;
import io.settlement.kit.test.Anvil;
import java.math.BigInteger;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;

/**
 * A chain that keeps every rule a node can keep: anvil with a block each second and with each
 * transaction, three hundred blocks old, seen through a proxy that breaks what it is told to.
 */
final class TestChain implements AutoCloseable {
  private static final int AGE = 300;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Anvil anvil;
  private final BreakingProxy proxy;

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
        NodeSettings.usual(AddressPolicy.ANY),
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
          document: https://docs.example/finality
        """);
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
    proxy.close();
    anvil.close();
  }
}
