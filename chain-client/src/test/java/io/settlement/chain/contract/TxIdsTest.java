// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.RouteId;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class TxIdsTest {

  @Test
  void derivesTheTxidOfTheGoldenMessage() {
    RouteId route = new RouteId(Golden.FROM, Golden.TO);
    assertThat(TxIds.derive(route, Golden.USER, BigInteger.ONE)).isEqualTo(Golden.TXID);
    assertThat(TxIds.derive(route, Golden.USER, BigInteger.TWO)).isNotEqualTo(Golden.TXID);
  }
}
