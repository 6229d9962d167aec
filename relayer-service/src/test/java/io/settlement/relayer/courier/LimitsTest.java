// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.MessageEvent.MessageHeld;
import io.settlement.events.MessageEvent.MessageReleased;
import io.settlement.events.MessageEvent.MessageWouldBeHeld;
import io.settlement.events.RegistryEvent.LimitState;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.limit.Scope;
import io.settlement.relayer.world.Facts;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

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
        .contains("\"used\":\"60\"", "\"held\":3");

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

  @Test
  void aRouteOnProbationCarriesWhatTheRegistrySaysBesideWhatOperatorsAllow() throws Exception {
    set("WINDOW", 1000, "PT1H", false);
    Instant told = Instant.now();
    told(TokenAmount.of(100), 0, told);
    awaitOfTheRegistry("100");
    CrossChainMessage first = moving(60);
    CrossChainMessage second = moving(50);
    CrossChainMessage huge = moving(150);
    for (CrossChainMessage message : List.of(first, second, huge)) {
      handle(deliverable(message));
    }
    assertThat(standing(first.txid())).isEqualTo("ADMITTED");
    assertThat(standing(second.txid())).isEqualTo("HELD LIMIT");
    assertThat(standing(huge.txid())).isEqualTo("HELD LIMIT");
    long id =
        jdbc.sql("SELECT id FROM limit_policy WHERE source = 'REGISTRY'")
            .query(Long.class)
            .single();
    ResponseEntity<String> refused =
        request("DELETE", "/v1/limits/" + id + "?because=mine", TestTokens.operator());
    assertThat(refused.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
    assertThat(refused.getBody()).contains("limit-of-the-registry");

    told(TokenAmount.of(120), 1, told.plusSeconds(1));
    awaitStanding(second.txid(), "ADMITTED");
    assertThat(standing(huge.txid())).isEqualTo("HELD LIMIT");
    told(TokenAmount.of(1), 0, told);
    told(null, 2, told.plusSeconds(2));
    awaitStanding(huge.txid(), "ADMITTED");
    assertThat(
            jdbc.sql(
                    """
                    SELECT action FROM audit WHERE actor = 'registry' AND subject = ? ORDER BY id
                    """)
                .param("LIMIT " + id)
                .query(String.class)
                .list())
        .containsExactly("LIMIT", "LIMIT", "NO_LIMIT");
  }

  private void told(@Nullable TokenAmount amount, int stage, Instant at) {
    kafka.send(
        new LimitState(
            CHAINS.route(),
            Objects.requireNonNull(REAL.transfer()).fromToken(),
            amount,
            3_600,
            stage,
            2,
            "a clean day",
            at));
  }

  private void awaitOfTheRegistry(String amount) {
    BigDecimal wanted = new BigDecimal(amount);
    await()
        .until(
            () ->
                jdbc
                    .sql("SELECT amount FROM limit_policy WHERE source = 'REGISTRY'")
                    .query(BigDecimal.class)
                    .list()
                    .stream()
                    .anyMatch(one -> one.compareTo(wanted) == 0));
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

  private ResponseEntity<String> release(TxId txid, String token) {
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
