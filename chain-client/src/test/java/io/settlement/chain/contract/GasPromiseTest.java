// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.GasPromise.Leg;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Wei;
import java.util.List;
import org.junit.jupiter.api.Test;

class GasPromiseTest {
  /** By {@code cast abi-encode} and {@code cast keccak}; docs/quotes.md shows the commands. */
  private static final Hash GOLDEN =
      new Hash("0xfead096d89663bf3a6e8b5cc50f5308d3cec835bff45d19ac1f71d208293ac0e");

  @Test
  void anybodyComputesTheSameHashFromWhatWasTold() {
    Leg source =
        new Leg(
            "SOURCE",
            new ChainName("Alpha"),
            new Gas(250_000),
            Wei.of(1_500_000_000),
            Wei.of(1_000_000_000),
            Wei.ZERO,
            Wei.of(625_000_000_000_000L),
            Wei.of(625_000_000_000_000L));
    Leg delivery =
        new Leg(
            "DELIVERY",
            new ChainName("Beta"),
            new Gas(220_000),
            Wei.of(3_000_000_000L),
            Wei.of(1_000_000_000),
            Wei.of(7),
            Wei.of(880_000_000_000_007L),
            Wei.of(220_000_000_000_002L));
    GasPromise promise =
        new GasPromise(
            List.of(source, delivery),
            Wei.of(22_000_000_000_001L),
            1000,
            Wei.of(60_000_000_000_000L),
            "2000",
            "500.25");

    assertThat(promise.legsHash()).isEqualTo(GOLDEN);
  }
}
