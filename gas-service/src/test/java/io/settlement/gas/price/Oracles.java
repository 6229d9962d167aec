// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.kit.test.Anvil;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.Instant;

/**
 * Contracts that stand where oracles are on real chains, a few instructions each; they answer the
 * functions of the real ones' interfaces only, from their storage.
 */
final class Oracles {
  /** latestRoundData() gives slots 0 to 4, decimals() slot 5. */
  private static final String AGGREGATOR =
      "60003560e01c63313ce56714603257"
          + "600054600052600154602052600254604052600354606052600454608052"
          + "60a06000f3"
          + "5b60055460005260206000f3";

  /** getL1Fee(bytes) gives slot 0 for each byte. */
  private static final String L1_FEE =
      "60003560e01c6349948e0e14601457" + "60006000fd" + "5b6024356000540260005260206000f3";

  /** gasEstimateL1Component(address,bool,bytes) gives slot 0 for each byte, slot 1, slot 2. */
  private static final String L1_COMPONENT =
      "60003560e01c6377d488a214601457"
          + "60006000fd"
          + "5b60643560005402600052600154602052600254604052"
          + "60606000f3";

  private final Anvil node;

  Oracles(Anvil node) {
    this.node = node;
  }

  /** A price feed with 8 decimals. */
  void aggregator(String address, String usd, Instant updatedAt) {
    code(address, AGGREGATOR);
    BigInteger answer = new BigDecimal(usd).movePointRight(8).toBigIntegerExact();
    slot(address, 0, BigInteger.ONE);
    slot(address, 1, answer.mod(BigInteger.TWO.pow(256)));
    slot(address, 3, BigInteger.valueOf(updatedAt.getEpochSecond()));
    slot(address, 5, BigInteger.valueOf(8));
  }

  /** The oracle of the OP stack, or Scroll's. */
  void l1Fee(String address, long weiPerByte) {
    code(address, L1_FEE);
    slot(address, 0, BigInteger.valueOf(weiPerByte));
  }

  /** Arbitrum's node interface. */
  void l1Component(String address, long gasPerByte, long baseFee) {
    code(address, L1_COMPONENT);
    slot(address, 0, BigInteger.valueOf(gasPerByte));
    slot(address, 1, BigInteger.valueOf(baseFee));
  }

  private void code(String address, String code) {
    node.rpc("anvil_setCode", address, "0x" + code);
  }

  private void slot(String address, int slot, BigInteger value) {
    node.rpc(
        "anvil_setStorageAt",
        address,
        "0x" + Integer.toHexString(slot),
        "0x%064x".formatted(value));
  }
}
