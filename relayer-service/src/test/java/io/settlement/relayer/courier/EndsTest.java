// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageParked;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.kit.test.TestTokens;
import io.settlement.relayer.world.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

class EndsTest extends QuietCourier {
  private static final CrossChainMessage REAL = CHAINS.send(9, 0);
  private static final String ANOTHER = TestTokens.of("second-operator", "operator");

  @BeforeEach
  void everythingGoes() {
    knowTheRegistry();
  }

  @Test
  void parkedMessagesAreFoundByTheirReasonAndStartedOverAfterATrial() {
    // The destination would take the first; the other it has received, and takes it only once.
    CrossChainMessage good = REAL;
    CrossChainMessage bad = CHAINS.send(10, 0);
    CHAINS.deliver(List.of(bad));
    park(good, "UNMENTIONED");
    park(bad, "UNMENTIONED");
    String query = "/v1/messages?stage=PARKED&reason=UNMENTIONED&chain=Beta&older-than=PT0S";
    assertThat(request("GET", query, TestTokens.partner()).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    String all = body(request("GET", query, TestTokens.operator()));
    assertThat(all).contains(good.txid().hex(), bad.txid().hex(), "\"next\":null");
    String first = body(request("GET", query + "&limit=1", TestTokens.operator()));
    String next = first.replaceAll(".*\"next\":\"([^\"]+)\".*", "$1");
    assertThat(first).contains(good.txid().hex()).doesNotContain(bad.txid().hex());
    assertThat(body(request("GET", query + "&limit=1&after=" + next, TestTokens.operator())))
        .contains(bad.txid().hex())
        .doesNotContain(good.txid().hex());
    assertThat(
            body(request("GET", query.replace("UNMENTIONED", "GAS_PRICE"), TestTokens.operator())))
        .doesNotContain(bad.txid().hex());

    String trial = "/v1/messages/" + bad.txid() + "/trial";
    assertThat(request("GET", trial, TestTokens.partner()).getStatusCode())
        .isEqualTo(HttpStatus.FORBIDDEN);
    assertThat(body(request("GET", trial, TestTokens.operator())))
        .contains("\"DELIVER\":\"REVERTED");
    assertThat(
            body(
                request(
                    "GET",
                    trial.replace(bad.txid().hex(), good.txid().hex()),
                    TestTokens.operator())))
        .contains("\"DELIVER\":\"WORKS");
    assertThat(standing(good.txid())).isEqualTo("PARKED UNMENTIONED");

    ResponseEntity<String> answer =
        request(
            "POST",
            "/v1/redrives",
            TestTokens.operator(),
            Map.of("stage", "PARKED", "reason", "UNMENTIONED", "because", "the node is back"));

    assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.ACCEPTED);
    assertThat(body(answer)).contains("WORKS", "REVERTED", "WOULD_FAIL");
    assertThat(standing(good.txid())).isEqualTo("ADMITTED");
    assertThat(standing(bad.txid())).isEqualTo("PARKED UNMENTIONED");
    assertThat(rows("SELECT actor, action, reason FROM audit WHERE subject = ?", good.txid()))
        .containsExactly("{actor=test-operator, action=REDRIVE, reason=the node is back}");
  }

  @Test
  void whatIsPrepaidForGasOnlyRisesAndMoreOfItWakesWhatWaitsForIt() {
    CrossChainMessage message = another(REAL);
    TxId txid = message.txid();
    handle(prepaid(txid, 5, 3));
    handle(deliverable(message));
    jdbc.sql(
            "UPDATE intent SET reason = 'UNDERFUNDED', ready_at = now() + interval '1 hour'"
                + " WHERE txid = ?")
        .param(txid.hex())
        .update();
    String waits = "SELECT purpose, ready_at > now() AS waits FROM intent WHERE txid = ?";
    String prices =
        "SELECT delivery_price AS there, callback_price AS back, delivery_units AS units"
            + " FROM message WHERE txid = ?";

    handle(prepaid(txid, 4, 3));
    assertThat(rows(prices, txid)).containsExactly("{there=5, back=3, units=5000}");
    assertThat(rows(waits, txid)).containsExactly("{purpose=DELIVER, waits=true}");

    handle(prepaid(txid, 8, 4));
    assertThat(rows(prices, txid)).containsExactly("{there=8, back=4, units=8000}");
    assertThat(rows(waits, txid)).containsExactly("{purpose=DELIVER, waits=false}");
  }

  private static GasCovered prepaid(TxId txid, long deliveryPrice, long callbackPrice) {
    GasCovered golden = Golden.read(GasCovered.class);
    return new GasCovered(
        txid,
        golden.required(),
        golden.prepaid(),
        null,
        null,
        Wei.of(deliveryPrice),
        Wei.of(callbackPrice),
        new Gas(1000 * deliveryPrice),
        null,
        golden.at());
  }

  @Test
  void aboutALargeAmountTwoOperatorsDecide() {
    fourEyes("9");
    CrossChainMessage message = another(REAL);
    park(message, "RPC");
    TxId txid = message.txid();
    jdbc.sql("UPDATE intent SET state = 'READY' WHERE txid = ?").param(txid.hex()).update();
    jdbc.sql("UPDATE message SET marks = marks || ',REFUSED' WHERE txid = ?")
        .param(txid.hex())
        .update();

    String asked =
        body(
            request(
                "POST",
                "/v1/messages/" + txid + "/redrive",
                TestTokens.operator(),
                Map.of("because", "try again")));
    assertThat(standing(txid)).isEqualTo("PARKED RPC");
    String approval = "/v1/approvals/" + asked.replaceAll(".*\"approval\":(\\d+).*", "$1");
    Map<String, String> because = Map.of("because", "looked at it");
    assertThat(request("POST", approval, TestTokens.operator(), because).getStatusCode())
        .isEqualTo(HttpStatus.CONFLICT);
    assertThat(standing(txid)).isEqualTo("PARKED RPC");
    assertThat(request("POST", approval, ANOTHER, because).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(standing(txid)).doesNotContain("PARKED");
    assertThat(request("POST", approval, ANOTHER, because).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(rows("SELECT actor, action FROM audit WHERE subject = ?", txid))
        .containsExactly(
            "{actor=second-operator, action=APPROVED}",
            "{actor=second-operator, action=REDRIVE}",
            "{actor=test-operator, action=REDRIVE_REQUESTED}");
    dropLimits();
  }

  @Test
  void whatTakesTwoOperatorsIsNotTakenAwayByOne() {
    assertThat(fourEyes("9").getStatusCode()).isEqualTo(HttpStatus.OK);
    assertThat(fourEyes("9").getStatusCode()).as("nothing changes").isEqualTo(HttpStatus.OK);
    String limit = "/v1/limits/" + number("SELECT id FROM limit_policy");

    ResponseEntity<String> raise = fourEyes("1000");
    ResponseEntity<String> drop = drop(limit);
    assertThat(List.of(raise.getStatusCode(), drop.getStatusCode()))
        .containsOnly(HttpStatus.ACCEPTED);
    assertThat(fourEyes("1000").getBody()).as("asked again").isEqualTo(raise.getBody());
    assertThat(drop(limit).getBody()).as("asked again").isEqualTo(drop.getBody());
    assertThat(body(request("GET", "/v1/approvals", TestTokens.operator())))
        .contains("\"action\":\"LIMIT\"", "\"amount\":\"1000\"", "\"action\":\"NO_LIMIT\"");
    Map<String, String> because = Map.of("because", "agreed");
    for (ResponseEntity<String> asked : List.of(raise, drop)) {
      assertThat(body(request("POST", approval(asked), TestTokens.operator(), because)))
          .contains("same-operator");
    }
    assertThat(number("SELECT amount FROM limit_policy")).isEqualTo(9);

    assertThat(request("POST", approval(raise), ANOTHER, because).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(number("SELECT amount FROM limit_policy")).isEqualTo(1000);
    assertThat(request("DELETE", approval(drop) + "?because=no", ANOTHER).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
    assertThat(request("POST", approval(drop), ANOTHER, because).getStatusCode())
        .isEqualTo(HttpStatus.NOT_FOUND);
    assertThat(number("SELECT count(*) FROM limit_policy")).isOne();

    assertThat(request("POST", approval(drop(limit)), ANOTHER, because).getStatusCode())
        .isEqualTo(HttpStatus.ACCEPTED);
    assertThat(number("SELECT count(*) FROM limit_policy")).isZero();
    assertThat(
            jdbc.sql("SELECT actor || ' ' || action FROM audit WHERE subject = ? ORDER BY id")
                .param("LIMIT " + limit.substring(limit.lastIndexOf('/') + 1))
                .query(String.class)
                .list())
        .containsExactly(
            "test-operator LIMIT",
            "test-operator LIMIT_REQUESTED",
            "test-operator NO_LIMIT_REQUESTED",
            "second-operator APPROVED",
            "second-operator LIMIT",
            "second-operator REJECTED",
            "test-operator NO_LIMIT_REQUESTED",
            "second-operator APPROVED",
            "second-operator NO_LIMIT");
  }

  @Test
  void aLimitThatIsGoneByThenCannotBeChangedAnyMore() {
    fourEyes("9");
    String limit = "/v1/limits/" + number("SELECT id FROM limit_policy");
    String raise = approval(fourEyes("1000"));
    Map<String, String> because = Map.of("because", "agreed");
    request("POST", approval(drop(limit)), ANOTHER, because);

    assertThat(body(request("POST", raise, ANOTHER, because))).contains("unknown-limit");
    assertThat(request("DELETE", raise + "?because=gone", ANOTHER).getStatusCode())
        .isEqualTo(HttpStatus.NO_CONTENT);
  }

  private ResponseEntity<String> fourEyes(String amount) {
    return request(
        "PUT",
        "/v1/limits",
        TestTokens.operator(),
        Map.of(
            "kind", "FOUR_EYES",
            "chain", "Alpha",
            "token", Objects.requireNonNull(REAL.transfer()).fromToken().hex(),
            "amount", amount,
            "because", "policy"));
  }

  private ResponseEntity<String> drop(String limit) {
    return request("DELETE", limit + "?because=over", TestTokens.operator());
  }

  private long number(String sql) {
    return jdbc.sql(sql).query(Long.class).single();
  }

  @Test
  void anEndedMessageIsArchivedAndNoLateFactBringsItBackToLife() {
    CrossChainMessage message = another(REAL);
    TxId txid = message.txid();
    settle(message);
    RefundPaid paid = Golden.read(RefundPaid.class);
    handle(new RefundDue(txid, message.from().chain(), Accounts.HOLDER, Wei.of(4), Instant.EPOCH));
    assertThat(rows("SELECT txid FROM archive WHERE txid = ?", txid)).isEmpty();
    handle(new RefundPaid(txid, Accounts.HOLDER, Wei.of(4), paid.ref(), paid.cost(), paid.at()));

    age(txid);
    await().until(() -> standing(txid).isEmpty());
    handle(deliverable(message));
    settle(message);
    handle(new RefundDue(txid, message.from().chain(), Accounts.HOLDER, Wei.of(4), Instant.EPOCH));

    assertThat(rows("SELECT txid FROM message WHERE txid = ?", txid)).isEmpty();
    assertThat(rows("SELECT txid FROM intent WHERE txid = ?", txid)).isEmpty();
    assertThat(rows("SELECT txid FROM attestation WHERE txid = ?", txid)).isEmpty();
    assertThat(body(request("GET", "/v1/messages/" + txid + "/archive", TestTokens.operator())))
        .contains("SETTLED", "signature");
    assertThat(body(request("GET", "/v1/messages/" + txid + "/attestations", TestTokens.partner())))
        .contains("message-archived");
  }

  @Test
  void aMessageThatIsPaidForAfterItWasArchivedStillGetsItsRefund() {
    CrossChainMessage message = another(REAL);
    TxId txid = message.txid();
    settle(message);
    age(txid);
    await().until(() -> standing(txid).isEmpty());

    handle(new RefundDue(txid, message.from().chain(), Accounts.HOLDER, Wei.of(4), Instant.EPOCH));

    assertThat(standing(txid)).isEqualTo("SETTLED");
    assertThat(rows("SELECT purpose, state FROM intent WHERE txid = ?", txid))
        .containsExactly("{purpose=REFUND, state=READY}");
  }

  @Test
  void whatIsParkedOrHeldExpiresWhenItsDeadlinePasses() {
    CrossChainMessage parked = another(REAL);
    park(parked, "HANDLER_REVERTED");
    request(
        "PUT",
        "/v1/limits",
        TestTokens.operator(),
        Map.of(
            "kind", "THRESHOLD",
            "chain", "Alpha",
            "token", Objects.requireNonNull(REAL.transfer()).fromToken().hex(),
            "amount", "9",
            "duration", "PT9H",
            "because", "policy"));
    CrossChainMessage held = another(REAL);
    handle(deliverable(held));
    assertThat(standing(held.txid())).isEqualTo("HELD LIMIT");

    Instant late = REAL.terms().deadline().plusSeconds(1);
    transactions.executeWithoutResult(
        status -> courier.expire(List.of(held.txid(), parked.txid()), late));

    assertThat(standing(parked.txid())).isEqualTo("EXPIRED EXPIRED");
    assertThat(standing(held.txid())).isEqualTo("EXPIRED EXPIRED");
    assertThat(rows("SELECT state FROM intent WHERE txid = ?", parked.txid()))
        .containsExactly("{state=TOO_LATE}");
    assertThat(rows("SELECT txid FROM limit_hold WHERE txid = ?", held.txid())).isEmpty();
    dropLimits();
  }

  private void park(CrossChainMessage message, String reason) {
    handle(deliverable(message));
    assertThat(standing(message.txid())).isEqualTo("ADMITTED");
    jdbc.sql("UPDATE intent SET state = 'PARKED' WHERE txid = ?")
        .param(message.txid().hex())
        .update();
    handle(new MessageParked(message.txid(), "DELIVER", reason, "gave up", Instant.now()));
    assertThat(standing(message.txid())).isEqualTo("PARKED " + reason);
  }

  /** To its end, by whomever. */
  private void settle(CrossChainMessage message) {
    TxId txid = message.txid();
    handle(deliverable(message));
    MessageDelivered delivered = Golden.read(MessageDelivered.class);
    MessageSettled settled = Golden.read(MessageSettled.class);
    handle(
        List.of(
            new MessageDelivered(
                txid, Outcome.SUCCESS, delivered.ref(), delivered.cost(), delivered.at()),
            new MessageSettled(
                txid, Outcome.SUCCESS, settled.ref(), settled.cost(), settled.at())));
  }

  private void age(TxId txid) {
    jdbc.sql("UPDATE intent SET state = 'DONE' WHERE txid = ?").param(txid.hex()).update();
    jdbc.sql("UPDATE message SET updated_at = now() - interval '3 days' WHERE txid = ?")
        .param(txid.hex())
        .update();
  }

  private static String body(ResponseEntity<String> answer) {
    return Objects.requireNonNull(answer.getBody());
  }
}
