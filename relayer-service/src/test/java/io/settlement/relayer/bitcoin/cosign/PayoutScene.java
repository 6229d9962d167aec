// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import java.time.Instant;

/**
 * A real Bitcoin node, on which each test has a {@link World} of its own. All tests share the node,
 * which ends with the process.
 */
abstract class PayoutScene {
  static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
  static final BitcoinRegtest NODE = BitcoinRegtest.start();
  static final BitcoinReader READER = NODE.reader();

  /** A new one of the node's wallet. */
  static String address(String type) {
    return NODE.wallet("getnewaddress", "", type).asString();
  }
}
