// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.RouteId;
import org.junit.jupiter.api.Test;

class TxIdsTest {

  @Test
  void derivesTheTxidOfTheGoldenMessage() {
    RouteId route = new RouteId(Golden.FROM, Golden.TO);
    assertThat(TxIds.derive(route, Golden.USER, 1)).isEqualTo(Golden.TXID);
    assertThat(TxIds.derive(route, Golden.USER, 2)).isNotEqualTo(Golden.TXID);
  }
}
