// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageReleased;
import io.settlement.events.MessageEvent.MessageWouldBeHeld;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.world.Facts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;

/** Amounts are of the token that Alpha's handler sends. */
class LimitsTest extends QuietCourier {
  private static final CrossChainMessage REAL = CHAINS.send(8, 0);

  @BeforeEach
  void everythingGoes() {
    knowTheRegistry();
  }

  @AfterEach
  void noLimits() {
    dropLimits();
  }

  @Test
  void aWindowLetsSoMuchPassAndTheRestGoesOnOldestFirstWhenItFrees() throws Exception {
    set("WINDOW", 100, "PT1H", false);
    CrossChainMessage first = moving(60);
    CrossChainMessage second = moving(50);
    CrossChainMessage third = moving(30);
    CrossChainMessage huge = moving(101);

    for (CrossChainMessage message : List.of(first, second, third, huge)) {
      handle(deliverable(message));
      handle(deliverable(message));
    }

    assertThat(standing(first.txid())).isEqualTo("ADMITTED");
    assertThat(standing(second.txid())).isEqualTo("HELD LIMIT");
    assertThat(standing(third.txid())).as("queues behind the second").isEqualTo("HELD LIMIT");
    assertThat(standing(huge.txid())).isEqualTo("HELD LIMIT");
    assertThat(said(MessageHeld.class, second.txid()))
        .singleElement()
        .satisfies(held -> assertThat(held.detail()).contains("at most 100", "PT1H"));
    assertThat(request("GET", "/v1/limits", TestTokens.operator()).getBody())
        .contains("\"used\":60", "\"held\":3");

    jdbc.sql("UPDATE limit_bucket SET starts = starts - interval '2 hours'").update();

    awaitStanding(second.txid(), "ADMITTED");
    awaitStanding(third.txid(), "ADMITTED");
    assertThat(standing(huge.txid())).isEqualTo("HELD LIMIT");
    assertThat(said(MessageReleased.class, second.txid())).hasSize(1);
    assertThat(used()).isEqualTo(80);

    assertThat(release(huge.txid(), TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    awaitStanding(huge.txid(), "ADMITTED");
    assertThat(used()).as("what an operator lets pass is not counted").isEqualTo(80);
    assertThat(holds()).isZero();
    assertThat(release(huge.txid(), TestTokens.operator()).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
  }

  @Test
  void severalInstancesTogetherLetNoMorePassThanTheWindow() throws Exception {
    set("WINDOW", 100, "PT1H", false);
    List<CrossChainMessage> messages = new ArrayList<>();
    for (int i = 0; i < 24; i++) {
      messages.add(moving(10));
    }

    CompletableFuture<?>[] all =
        messages.stream()
            .map(message -> CompletableFuture.runAsync(() -> handle(deliverable(message))))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(all).get();

    assertThat(messages.stream().map(it -> standing(it.txid())).filter("ADMITTED"::equals).count())
        .isEqualTo(10);
    assertThat(used()).isEqualTo(100);
    assertThat(jdbc.sql("SELECT count(*) FROM limit_bucket").query(Long.class).single())
        .isLessThanOrEqualTo(2);
  }

  @Test
  void aLargeMessageWaitsAndNoFactBeginsItsWaitAnew() throws Exception {
    set("THRESHOLD", 1000, "PT24H", false);
    CrossChainMessage small = moving(999);
    CrossChainMessage large = moving(1000);
    handle(deliverable(small));
    handle(deliverable(large));
    handle(deliverable(large));

    assertThat(standing(small.txid())).isEqualTo("ADMITTED");
    assertThat(standing(large.txid())).isEqualTo("HELD LIMIT");

    jdbc.sql(
            """
            UPDATE limit_hold SET since = since - interval '25 hours',
                   release_at = release_at - interval '25 hours'
            """)
        .update();
    awaitStanding(large.txid(), "ADMITTED");
  }

  @Test
  void aShadowReportsWhatItWouldHaveHeldAndHoldsNothing() throws Exception {
    set("WINDOW", 100, "PT1H", true);
    set("THRESHOLD", 90, "PT1H", true);
    CrossChainMessage first = moving(90);
    CrossChainMessage second = moving(20);
    handle(deliverable(first));
    handle(deliverable(second));
    handle(deliverable(second));

    assertThat(standing(first.txid())).isEqualTo("ADMITTED");
    assertThat(standing(second.txid())).isEqualTo("ADMITTED");
    assertThat(said(MessageWouldBeHeld.class, first.txid()))
        .singleElement()
        .satisfies(fact -> assertThat(fact.detail()).contains("waits PT1H"));
    assertThat(said(MessageWouldBeHeld.class, second.txid())).hasSize(1);
  }

  @Test
  void whatALimitHoldsGoesOnWhenTheLimitIsDroppedAndLeavesTheQueueWhenAStopHoldsIt()
      throws Exception {
    set("WINDOW", 10, "PT1H", false);
    CrossChainMessage message = moving(11);
    handle(deliverable(message));
    assertThat(standing(message.txid())).isEqualTo("HELD LIMIT");

    request(
        "POST",
        "/v1/stops",
        TestTokens.operator(),
        Map.of("scope", Scope.CHAIN, "subject", "Alpha", "because", "look"));
    awaitStanding(message.txid(), "HELD PAUSED");
    assertThat(holds()).isZero();
    request("DELETE", "/v1/stops?scope=CHAIN&subject=Alpha&because=seen", TestTokens.operator());
    awaitStanding(message.txid(), "HELD LIMIT");

    long id = jdbc.sql("SELECT id FROM limit_policy").query(Long.class).single();
    assertThat(
            request("DELETE", "/v1/limits/" + id + "?because=gone", TestTokens.operator())
                .getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    awaitStanding(message.txid(), "ADMITTED");
  }

  private CrossChainMessage moving(long amount) {
    return Facts.moving(another(REAL), TokenAmount.of(amount));
  }

  private void set(String kind, long amount, String duration, boolean shadow) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("chain", "Alpha");
    body.put("token", Objects.requireNonNull(REAL.transfer()).fromToken().hex());
    body.put("route", CHAINS.route().toString());
    body.put("amount", Long.toString(amount));
    body.put("duration", duration);
    body.put("shadow", shadow);
    body.put("because", "a test");
    assertThat(request("PUT", "/v1/limits", TestTokens.partner(), body).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(request("PUT", "/v1/limits", TestTokens.operator(), body).getStatusCode())
        .isEqualTo(HttpStatus.OK);
  }

  private org.springframework.http.ResponseEntity<String> release(TxId txid, String token) {
    return request(
        "POST", "/v1/messages/" + txid + "/release", token, Map.of("because", "it is ours"));
  }

  private long used() {
    return jdbc.sql("SELECT coalesce(sum(amount), 0) FROM limit_bucket").query(Long.class).single();
  }

  private long holds() {
    return jdbc.sql("SELECT count(*) FROM limit_hold").query(Long.class).single();
  }
}
