// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Execution(ExecutionMode.CONCURRENT)
@ResourceLock(SharedWorld.USER)
class HappyPathJourney {
  private static final List<String> FACTS =
      List.of(
          "MessageObserved",
          "MessageFinal",
          "GasPrepaid",
          "GasCovered",
          "MessageAdmitted",
          "MessageDelivered",
          "MessageSettled",
          "RefundPaid");

  private static final List<TxId> SENT = new CopyOnWriteArrayList<>();

  @ParameterizedTest(name = "{2} from {0} to {1}")
  @CsvSource({
    "Alpha, Beta, MINT_BURN",
    "Beta, Alpha, MINT_BURN",
    "Alpha, Beta, LOCK_UNLOCK",
    "Beta, Alpha, LOCK_UNLOCK"
  })
  void movesTokensSettlesAndRefundsWhatWasNotSpent(String from, String to, SettlementMode mode) {
    Sending sending = SharedWorld.network().from(from).to(to).through(mode);
    Holdings before = Holdings.of(sending);

    Sent sent = sending.send("1.5");
    MessageView view = sent.awaitRefunded();
    SENT.add(sent.txid());

    assertThat(view.outcome()).isEqualTo("SUCCESS");
    assertThat(view.timeline()).extracting(MessageView.Entry::type).containsAll(FACTS);
    Holdings after = Holdings.of(sending);
    TokenAmount amount = sent.amount();
    assertThat(after.sender()).isEqualTo(before.sender().minus(amount));
    assertThat(after.receiver()).isEqualTo(before.receiver().plus(amount));
    if (mode == SettlementMode.MINT_BURN) {
      assertThat(after.sourceHandler()).isEqualTo(before.sourceHandler());
      assertThat(after.targetHandler()).isEqualTo(before.targetHandler());
    } else {
      assertThat(after.sourceHandler()).isEqualTo(before.sourceHandler().plus(amount));
      assertThat(after.targetHandler()).isEqualTo(before.targetHandler().minus(amount));
    }
    GasServiceAbi.Refunded refund = sent.refund();
    assertThat(refund.pushed()).isTrue();
    assertThat(refund.to()).isEqualTo(sending.sender().address());
    assertThat(view.amount("refunded")).contains(refund.amount());
    assertThat(sending.from().gasAccount(sent.txid(), sending.sender().address()).closed())
        .isTrue();
  }

  /** Asked once for all of them: spans come every few seconds. */
  @AfterAll
  static void eachWasOneTraceFromObservedToRefundedToWhichTheHistogramLeads() {
    SharedWorld.traces()
        .ifPresent(
            collector -> {
              Traces traces = new Traces(collector);
              await()
                  .atMost(Duration.ofSeconds(30))
                  .untilAsserted(() -> SENT.forEach(txid -> traces.hold(txid, FACTS)));
              traces.areLedToBy(SharedWorld.world().service("relayer"));
            });
  }
}
