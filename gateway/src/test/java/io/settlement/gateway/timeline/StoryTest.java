// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StoryTest {
  private static final Instant START = Instant.parse("2026-11-20T12:00:00Z");
  private static final TxId TXID = new TxId("0x" + "ab".repeat(32));

  private static final String SENDER = "0x" + "5e".repeat(20);
  private static final String OTHER = "0x" + "07".repeat(20);

  private final List<Entry> lines = new ArrayList<>();

  @Test
  void reachesEachStageInTurn() {
    happens("MessageObserved");
    assertStage(Stage.OBSERVED);
    happens("MessageFinal");
    assertStage(Stage.FINAL);
    happens("MessageAdmitted");
    assertStage(Stage.ADMITTED);
    happens("TransactionSent", "purpose", "DELIVER");
    assertStage(Stage.DELIVERING);
    happens("MessageDelivered", "outcome", "FAILED");
    assertStage(Stage.DELIVERED);
    happens("TransactionSent", "purpose", "CALL_BACK");
    assertStage(Stage.CALLING_BACK);
    happens("MessageSettled", "outcome", "FAILED");
    assertStage(Stage.SETTLED);
    happens("TransactionSent", "purpose", "REFUND");
    assertStage(Stage.SETTLED);
    assertThat(story().outcome()).isEqualTo("FAILED");
  }

  @Test
  void waitsForGasUntilItIsCovered() {
    happens("MessageFinal");
    happens("GasShort", "required", "7");
    happens("GasShort", "required", "9");
    assertStage(Stage.WAITING_FOR_GAS);
    assertThat(story().required()).isEqualTo("9");
    happens("GasCovered", "required", "8");
    assertStage(Stage.FINAL);
    assertThat(story().required()).isEqualTo("8");
  }

  @Test
  void isGoneWhenItsBlockIsAndBackInAnother() {
    happens("MessageObserved");
    happens("MessageOrphaned");
    assertStage(Stage.ORPHANED);
    happens("MessageObserved");
    assertStage(Stage.OBSERVED);
    happens("MessageFinal");
    assertStage(Stage.FINAL);
  }

  @Test
  void isGoneWhenItWasFinalEarlyAndItsBlockIsReplacedAfterAll() {
    happens("MessageObserved");
    happens("MessageFinal");
    happens("MessageOrphaned");
    assertStage(Stage.ORPHANED);
    happens("MessageObserved");
    assertStage(Stage.FINAL);
  }

  @Test
  void goesOnFromWhereItWasParked() {
    happens("MessageFinal");
    happens("MessageAdmitted");
    happens("TransactionSent", "purpose", "DELIVER");
    happens("MessageParked");
    assertStage(Stage.PARKED);
    happens("TransactionSent", "purpose", "DELIVER");
    assertStage(Stage.DELIVERING);
  }

  @Test
  void isExpiredUntilItsEndIsKnownOnTheDestination() {
    happens("MessageFinal");
    happens("MessageAdmitted");
    happens("TransactionSent", "purpose", "DELIVER");
    happens("MessageParked");
    happens("MessageExpired");
    assertStage(Stage.EXPIRED);
    happens("TransactionSent", "purpose", "EXPIRE");
    assertStage(Stage.EXPIRED);
    happens("MessageDelivered", "outcome", "FAILED");
    assertStage(Stage.DELIVERED);
    happens("MessageSettled", "outcome", "FAILED");
    assertStage(Stage.SETTLED);
  }

  @Test
  void staysRefusedOrHeldUntilItIsAdmitted() {
    happens("MessageFinal");
    happens("MessageHeld");
    assertStage(Stage.HELD);
    happens("MessageReleased");
    assertStage(Stage.FINAL);
    happens("MessageWouldBeHeld");
    assertStage(Stage.FINAL);
    happens("MessageHeld");
    assertStage(Stage.HELD);
    happens("MessageAdmitted");
    assertStage(Stage.ADMITTED);

    lines.clear();
    happens("MessageFinal");
    happens("MessageRefused");
    assertStage(Stage.REFUSED);
    assertThat(story().ended()).isFalse();
    happens("GasAccountClosed", "refunded", "5");
    assertThat(story().ended()).isTrue();
  }

  @Test
  void addsUpEveryPayment() {
    assertThat(story().prepaid()).isNull();
    happens("GasPrepaid", "amount", "5");
    happens("GasPrepaid", "amount", "340282366920938463463374607431768211456");
    assertThat(story().prepaid()).isEqualTo("340282366920938463463374607431768211461");
  }

  @Test
  void endsWhenItIsSettledAndItsAccountClosed() {
    happens("MessageSettled", "outcome", "SUCCESS");
    happens("RefundPaid", "amount", "5");
    assertThat(story().ended()).isFalse();
    assertThat(story().refunded()).isEqualTo("5");
    happens("GasAccountClosed", "refunded", "5");
    assertThat(story().ended()).isTrue();
  }

  @Test
  void endsWhenItIsSettledAndTheRestIsLeftToItsSender() {
    happens("RefundClaimable", "to", SENDER, "reason", "DUST");
    assertEnded(false);
    happens("MessageSettled", "outcome", "SUCCESS");
    assertEnded(true);
  }

  @Test
  void endsThoughAnotherPayerHasNotClaimedWhatIsHis() {
    happens("MessageSettled", "outcome", "SUCCESS");
    happens("RefundDue", "to", SENDER, "amount", "5");
    happens("RefundClaimable", "to", OTHER, "reason", "OTHER_PAYER");
    assertEnded(false);
    happens("RefundPaid", "to", SENDER, "amount", "5");
    assertEnded(true);
    happens("RefundPaid", "to", OTHER, "amount", "2");
    happens("GasAccountClosed", "refunded", "7");
    assertEnded(true);
  }

  @Test
  void whatIsPaidBackToAnotherIsNotTheSenders() {
    happens("MessageSettled", "outcome", "SUCCESS");
    happens("RefundDue", "to", SENDER, "amount", "5");
    happens("RefundClaimable", "to", OTHER, "reason", "OTHER_PAYER");
    happens("RefundPaid", "to", OTHER, "amount", "2");
    assertEnded(false);
  }

  @Test
  void endsWhenOnlyAnotherHasPaid() {
    happens("MessageSettled", "outcome", "FAILED");
    happens("RefundClaimable", "to", OTHER, "reason", "OTHER_PAYER");
    assertEnded(true);
  }

  private void happens(String type, String... detail) {
    Map<String, String> said = new HashMap<>();
    for (int i = 0; i < detail.length; i += 2) {
      said.put(detail[i], detail[i + 1]);
    }
    lines.add(new Entry(TXID, type, "", START.plusSeconds(lines.size()), Entry.NOWHERE, said));
  }

  private Story story() {
    return Story.of(lines);
  }

  private void assertStage(Stage stage) {
    assertThat(story().stage()).isEqualTo(stage);
    List<Entry> backwards = new ArrayList<>(lines);
    Collections.reverse(backwards);
    assertThat(Story.of(backwards).stage()).isEqualTo(stage);
  }

  private void assertEnded(boolean ended) {
    assertThat(story().ended()).isEqualTo(ended);
    List<Entry> backwards = new ArrayList<>(lines);
    Collections.reverse(backwards);
    assertThat(Story.of(backwards).ended()).isEqualTo(ended);
  }
}
