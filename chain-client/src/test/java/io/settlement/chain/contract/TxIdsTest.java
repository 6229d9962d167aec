// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.RouteId;
import org.junit.jupiter.api.Test;

class TxIdsTest {

  @Test
  void derivesTheTxidOfTheGoldenMessage() {
    RouteId route = new RouteId(Golden.FROM, Golden.TO);
    assertThat(TxIds.derive(route, Golden.USER, 1)).isEqualTo(Golden.TXID);
    assertThat(TxIds.derive(route, Golden.USER, 2)).isNotEqualTo(Golden.TXID);
  }

  @Test
  void whatNoContractSendsHasTheTxidOfZeroSenderAndHandler() {
    ChainName bitcoin = new ChainName("Bitcoin");
    EvmAddress nobody = new EvmAddress("0x" + "0".repeat(40));
    RouteId route = new RouteId(HandlerId.of(bitcoin, nobody), Golden.TO);
    assertThat(TxIds.derive(bitcoin, Golden.TO, 77)).isEqualTo(TxIds.derive(route, nobody, 77));
  }
}
