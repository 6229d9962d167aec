// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Wei;
import org.junit.jupiter.api.Test;

class RefusedByDestinationJourney {
  private static final String MORE_THAN_ITS_LIQUIDITY = "50000";

  @Test
  void returnsTheEscrowAndTheGasWhenTheDestinationHandlerFails() {
    Sending sending =
        SharedWorld.network().from("Alpha").to("Beta").through(SettlementMode.LOCK_UNLOCK);
    Holdings before = Holdings.of(sending);

    Sent sent = sending.send(MORE_THAN_ITS_LIQUIDITY);
    MessageView view = sent.awaitRefunded();

    assertThat(view.outcome()).isEqualTo("FAILED");
    assertThat(Holdings.of(sending)).isEqualTo(before);
    assertThat(sent.refund().amount()).isGreaterThan(Wei.ZERO).isLessThan(sent.prepaid());
    assertThat(sent.refund().to()).isEqualTo(sending.sender().address());
  }
}
