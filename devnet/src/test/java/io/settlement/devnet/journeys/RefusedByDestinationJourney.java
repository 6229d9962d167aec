// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Wei;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.USER)
class RefusedByDestinationJourney {

  @Test
  void returnsTheEscrowAndTheGasWhenTheDestinationHandlerFails() {
    Sending sending =
        SharedWorld.network().from("Alpha").to("Beta").through(SettlementMode.LOCK_UNLOCK);
    Holdings before = Holdings.of(sending);

    Sent sent = Unpayable.send(sending);
    MessageView view = sent.awaitRefunded();

    assertThat(view.outcome()).isEqualTo("FAILED");
    assertThat(Holdings.of(sending)).isEqualTo(before);
    assertThat(sent.refund().amount()).isGreaterThan(Wei.ZERO).isLessThan(sent.prepaid());
    assertThat(sent.refund().to()).isEqualTo(sending.sender().address());
  }
}
