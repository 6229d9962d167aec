// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.events.value.TxId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** The integrator's guide, walked: the example handler, admitted, greets its counterpart. */
@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.OTHER_USER)
class PartnerJourney {
  private static final int SUCCESS = 2;

  @Test
  void anExampleHandlerGreetsItsCounterpartAndLearnsThatItArrived() {
    Network network = SharedWorld.network();
    Greetings greetings = Greetings.between(network, "Alpha", "Beta", network.otherUser());

    TxId txid = greetings.greet("hello", greetings.quote());
    MessageView view = greetings.awaitClosed(txid);

    assertThat(view.outcome()).isEqualTo("SUCCESS");
    assertThat(view.has("RefundPaid")).isTrue();
    assertThat(greetings.to().lastGreetingFrom("Alpha")).isEqualTo("hello");
    assertThat(greetings.from().outcome(txid)).isEqualTo(SUCCESS);
  }
}
