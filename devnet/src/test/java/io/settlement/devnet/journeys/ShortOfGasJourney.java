// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.Stage;
import io.settlement.events.value.Wei;
import org.junit.jupiter.api.Test;

class ShortOfGasJourney {

  @Test
  void waitsUntilSomebodyTopsUpAndRefundsTheSenderAllTheSame() {
    Sending sending = SharedWorld.network().from("Beta").to("Alpha");
    Quote quote = sending.quote("0.5");
    Sent sent = sending.send("0.5", null, Wei.of(1));
    MessageView waiting = sent.awaitStage(Stage.WAITING_FOR_GAS);
    assertThat(waiting.has("TransactionSent")).isFalse();

    Wallet helper = sending.from().wallet(SharedWorld.network().otherUser());
    helper.send(
        new Wallet.Action(
            sending.from().contracts().gasService(),
            GasServiceAbi.topUp(sent.txid()),
            quote.total().times(2)));
    MessageView view = sent.awaitRefunded();

    assertThat(view.outcome()).isEqualTo("SUCCESS");
    assertThat(sent.refund().to()).isEqualTo(sending.sender().address());
    assertThat(view.amount("prepaid")).contains(quote.total().times(2).plus(Wei.of(1)));
  }
}
