// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/** How large the suite's contracts are on chain; a test keeps this true. */
final class OwnContracts {
  /** Bytes of runtime code by contract, rounded up to the next 256. */
  static final Map<String, Integer> SIZES =
      Collections.unmodifiableMap(
          new TreeMap<>(
              Map.of(
                  "Settlement", 23_040,
                  "ERC20SettlementHandler", 19_968,
                  "BtcSettlementHandler", 19_456,
                  "SettlementSignatureVerifier", 10_240,
                  "SettlementToken", 6_400,
                  "GasService", 13_312,
                  "GasPriceService", 11_520,
                  "ArtifactBasket", 12_544)));

  private OwnContracts() {}

  static int largest() {
    return Collections.max(SIZES.values());
  }
}
