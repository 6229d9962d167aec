// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.Receipt;
import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.AccountOpened;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Wei;
import io.settlement.relayer.world.Accounts;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/** Each nonce is used once and told once, also after a crash and where others use the key. */
class LaneNoncesTest extends LaneScene {

  @Test
  void aCrashBetweenSigningAndBroadcastingEndsInOneDeliveryWithTheSameNonce() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(101, 0);
    enqueue(deliver(message));
    Flight signed = signWithoutBroadcasting();
    assertThat(CHAINS.beta().receipts(signed.hashes())).isEmpty();

    workers.start(List.of(BETA));

    Receipt receipt = awaitReceipt(signed.hashes().getFirst());
    assertThat(receipt.success()).isTrue();
    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(submissionsAt(signed.nonce())).isEqualTo(1);
  }

  @Test
  void aKeyThatWasUsedElsewhereRaisesAnAlarmAndItsLaneGoesOn() {
    workers.stop(List.of(BETA));
    useElsewhere();
    CrossChainMessage message = CHAINS.send(107, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(alarm()).isEmpty();
    assertThat(report(BETA).alarms()).contains("NONCE_TAKEN");
    assertThat(report(BETA).nonces().foreign()).isEqualTo(1);
  }

  @Test
  void aKeyThatIsUsedElsewhereAgainAndAgainParksItsLaneUntilAnOperatorResumesIt() {
    workers.stop(List.of(BETA));
    IntStream.range(0, 4).forEach(i -> useElsewhere());
    CrossChainMessage message = CHAINS.send(110, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));
    await().until(() -> alarm().equals("FOREIGN_NONCE"));
    assertThat(state(message.txid())).isEqualTo("READY");

    assertThat(leases.resume(BETA)).isTrue();
    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(alarm()).isEmpty();
  }

  @Test
  void whatWasSignedForANonceThatOthersUsedIsSentAgainWithAnotherByItself() {
    workers.stop(List.of(BETA));
    CrossChainMessage message = CHAINS.send(108, 0);
    enqueue(deliver(message));
    Flight signed = signWithoutBroadcasting();
    useElsewhere();

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(CHAINS.beta().receipts(signed.hashes())).isEmpty();
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
    assertThat(alarm()).isEmpty();
  }

  @Test
  void aNonceNobodyUsesIsFilledWithNothing() {
    workers.stop(List.of(BETA));
    jdbc.sql("UPDATE lane SET next_nonce = next_nonce + 2 WHERE lane = ?")
        .param(BETA.toString())
        .update();
    CrossChainMessage message = CHAINS.send(116, 0);
    enqueue(deliver(message));

    workers.start(List.of(BETA));

    await().until(() -> state(message.txid()).equals("MINED"));
    assertThat(deliveriesOf(message.txid())).isEqualTo(1);
  }

  @Test
  void everyNonceOfAnAccountIsToldOnceInItsOrderWithWhatItPaid() {
    CrossChainMessage message = CHAINS.send(130, 0);
    enqueue(deliver(message));
    await().until(() -> state(message.txid()).equals("MINED"));
    workers.stop(List.of(BETA));
    useElsewhere();
    CHAINS.makeFinal();

    TransactionPaid delivery = awaitPaid(it -> it.members().contains(message.txid()));
    Receipt receipt = awaitReceipt(delivery.txHash());
    assertThat(delivery.purpose()).isEqualTo(TransactionEvent.Purpose.DELIVER);
    assertThat(delivery.account()).isEqualTo(Accounts.REFUNDER);
    assertThat(delivery.succeeded()).isTrue();
    assertThat(delivery.fee()).isEqualTo(receipt.fee());
    assertThat(delivery.to()).isEqualTo(CHAINS.beta().settings().settlement());
    TransactionPaid foreign =
        awaitPaid(
            it ->
                it.purpose() == TransactionEvent.Purpose.FOREIGN
                    && it.nonce() == delivery.nonce() + 1);
    assertThat(foreign.value()).isEqualTo(Wei.of(1));
    assertThat(foreign.to()).isEqualTo(Accounts.STRANGER);

    List<AccountOpened> opened =
        kafka.facts(
            Topics.TRANSACTION_EVENTS,
            AccountOpened.class,
            it -> isBeta(it) && it.account().equals(Accounts.REFUNDER));
    assertThat(opened).hasSize(1);
    List<Long> nonces =
        kafka
            .facts(
                Topics.TRANSACTION_EVENTS,
                TransactionPaid.class,
                it -> isBeta(it) && it.account().equals(Accounts.REFUNDER))
            .stream()
            .map(TransactionPaid::nonce)
            .toList();
    assertThat(nonces)
        .containsExactlyElementsOf(
            LongStream.range(opened.getFirst().nonce(), opened.getFirst().nonce() + nonces.size())
                .boxed()
                .toList());
  }

  private static void useElsewhere() {
    CHAINS.transact("Beta", Accounts.REFUNDER, Accounts.STRANGER, new byte[0], 1);
  }

  private long submissionsAt(long nonce) {
    return jdbc.sql("SELECT count(*) FROM submission WHERE lane = ? AND nonce = ?")
        .params(BETA.toString(), nonce)
        .query(Long.class)
        .single();
  }
}
