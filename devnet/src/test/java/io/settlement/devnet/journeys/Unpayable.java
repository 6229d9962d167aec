// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.Stage;
import java.util.Map;

/** Transfers of more than their destination has to unlock: only a human lets them go. */
final class Unpayable {
  private static final int CONFLICT = 409;

  /** In tokens; the destination's handler has a thousand. */
  private static final String TOO_MUCH = "2000";

  private Unpayable() {}

  /** Nobody quotes it, so it is paid like a small one; it is held, and an operator releases it. */
  static Sent send(Sending sending) {
    BtcHolder.await(
        () -> "somebody quotes it", () -> sending.askQuote(TOO_MUCH).status() == CONFLICT);
    assertThat(sending.askQuote(TOO_MUCH).code()).isEqualTo("insufficient-liquidity");

    Quote small = sending.quote("1");
    Sent sent = sending.send(TOO_MUCH, small, small.total());
    assertThat(sent.awaitStage(Stage.HELD).has("MessageHeld")).isTrue();
    sending
        .network()
        .operator()
        .post("/v1/messages/" + sent.txid() + "/release", Map.of("because", "to see it fail"))
        .orFail("releasing " + sent.txid());
    return sent;
  }
}
