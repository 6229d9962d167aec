// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.LiquidityEvent.LiquidityChanged;
import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageReleased;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TokenAmount;
import io.settlement.kit.liquidity.LiquidityView;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Facts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Amounts are of the token that Beta's handler is to pay. */
class LiquidityTest extends QuietCourier {
  private static final CrossChainMessage REAL = CHAINS.send(9, 0);

  @Autowired private LiquidityView liquidity;

  @BeforeEach
  void everythingGoes() {
    knowTheRegistry();
  }

  @AfterEach
  void nothingIsLimited() {
    say(null, null);
  }

  @Test
  void noMoreIsAdmittedThanCanBePaidAndTheRestGoesOnByItselfWhenThereIsEnough() {
    say(TokenAmount.of(100), null);
    CrossChainMessage first = moving(60);
    CrossChainMessage second = moving(50);
    CrossChainMessage third = moving(40);

    for (CrossChainMessage message : List.of(first, second, second, third)) {
      handle(deliverable(message));
    }

    assertThat(standing(first.txid())).isEqualTo("ADMITTED");
    assertThat(standing(second.txid())).isEqualTo("HELD LIQUIDITY");
    assertThat(standing(third.txid())).as("fits beside the first").isEqualTo("ADMITTED");
    assertThat(said(MessageHeld.class, second.txid()))
        .singleElement()
        .satisfies(held -> assertThat(held.detail()).contains("can pay 40 now, 50 is asked"));

    say(TokenAmount.of(149), null);
    say(TokenAmount.of(150), null);

    awaitStanding(second.txid(), "ADMITTED");
    assertThat(said(MessageReleased.class, second.txid())).hasSize(1);
  }

  @Test
  void severalInstancesTogetherAdmitNoMoreThanCanBePaid() {
    say(TokenAmount.of(100), null);
    jdbc.sql("DELETE FROM liquidity_reservation").update();
    List<CrossChainMessage> messages = new ArrayList<>();
    for (int i = 0; i < 15; i++) {
      messages.add(moving(10));
    }

    CompletableFuture.allOf(
            messages.stream()
                .map(message -> CompletableFuture.runAsync(() -> handle(deliverable(message))))
                .toArray(CompletableFuture[]::new))
        .join();

    assertThat(messages.stream().map(it -> standing(it.txid())).filter("ADMITTED"::equals).count())
        .isEqualTo(10);
  }

  @Test
  void whereMintingStopsNothingGoesUntilItGoesOnOrAnOperatorLetsItPass() {
    say(null, "minting stops while the reserves do not prove");
    CrossChainMessage waits = moving(1);
    CrossChainMessage known = moving(2);
    handle(deliverable(waits));
    handle(deliverable(known));
    assertThat(standing(waits.txid())).isEqualTo("HELD LIQUIDITY");

    assertThat(
            request(
                    "POST",
                    "/v1/messages/" + known.txid() + "/release",
                    TestTokens.operator(),
                    Map.of("because", "it is ours"))
                .getStatusCode()
                .is2xxSuccessful())
        .isTrue();
    awaitStanding(known.txid(), "ADMITTED");
    assertThat(standing(waits.txid())).isEqualTo("HELD LIQUIDITY");

    say(null, null);

    awaitStanding(waits.txid(), "ADMITTED");
  }

  private CrossChainMessage moving(long amount) {
    return Facts.moving(another(REAL), TokenAmount.of(amount));
  }

  private void say(@Nullable TokenAmount available, @Nullable String stopped) {
    long before = liquidity.changes();
    kafka.send(new LiquidityChanged("BTC", CHAINS.route(), available, stopped, Instant.now()));
    await().until(() -> liquidity.changes() > before);
  }
}
