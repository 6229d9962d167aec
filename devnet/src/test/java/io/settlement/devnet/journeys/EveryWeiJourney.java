// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Quote;
import io.settlement.devnet.journey.Sending;
import io.settlement.devnet.journey.Sent;
import io.settlement.events.value.SettlementMode;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Four messages at once: one without tokens, a transfer, one whose handler fails, and one that is
 * short of gas until a stranger tops it up.
 */
@Isolated
class EveryWeiJourney {
  private final Network network = SharedWorld.network();

  @Test
  void explainsEveryWeiOfPayersVaultsSubmittersAndOperatorFromReceipts() {
    Greetings greetings = Greetings.between(network, "Alpha", "Beta", network.user());
    Sending sending = network.from("Alpha").to("Beta").by(network.otherUser());
    Sending failing = sending.through(SettlementMode.LOCK_UNLOCK);
    Quote greeting = greetings.quote();
    Holdings tokens = Holdings.of(sending);
    WeiBooks books = WeiBooks.open(network);

    TxId greeted = greetings.greet("every wei", greeting);
    Sent transferred = sending.send("3.25");
    Sent failed = Unpayable.send(failing);
    Quote quote = sending.quote("0.5");
    Sent shortOfGas = sending.send("0.5", null, Wei.of(1));
    MessageView waiting = shortOfGas.awaitStage(Stage.WAITING_FOR_GAS);
    topUp(shortOfGas, quote.total().times(2));

    MessageView greetedView = greetings.awaitClosed(greeted);
    MessageView transferredView = transferred.awaitRefunded();
    MessageView failedView = failed.awaitRefunded();
    MessageView toppedUpView = shortOfGas.awaitRefunded();
    List<MessageView> views = List.of(greetedView, transferredView, failedView, toppedUpView);
    books.close();

    assertThat(waiting.has("TransactionSent")).isFalse();
    assertThat(views.stream().map(MessageView::outcome))
        .containsExactly("SUCCESS", "SUCCESS", "FAILED", "SUCCESS");
    assertThat(books.balances()).isEqualTo(books.explained());
    views.forEach(EveryWeiJourney::explain);
    BigInteger kept =
        views.stream()
            .map(view -> amount(view, "spent").add(amount(view, "margin")))
            .reduce(BigInteger.ZERO, BigInteger::add);
    assertThat(books.growthOf("Alpha", sending.from().contracts().gasService())).isEqualTo(kept);
    assertThat(Holdings.of(sending).sender())
        .isEqualTo(tokens.sender().minus(transferred.amount()).minus(shortOfGas.amount()));
    assertThat(shortOfGas.refund().to()).isEqualTo(sending.sender().address());
    assertThat(toppedUpView.amount("prepaid")).contains(quote.total().times(2).plus(Wei.of(1)));
    List.of(greeted, transferred.txid(), failed.txid(), shortOfGas.txid())
        .forEach(this::verifyFromTheChainsAlone);
  }

  private void verifyFromTheChainsAlone(TxId txid) {
    ReceiptScript script = new ReceiptScript(network);
    String receipt = script.receipt(txid);
    assertThat(script.verify(receipt)).returns(0, ReceiptScript.Verdict::code);
    String improved = receipt.replaceFirst("\"spent\":\"(\\d+)\"", "\"spent\":\"1$1\"");
    assertThat(improved).isNotEqualTo(receipt);
    assertThat(script.verify(improved)).returns(1, ReceiptScript.Verdict::code);
  }

  private void topUp(Sent sent, Wei amount) {
    Chain source = sent.sending().from();
    source
        .wallet(network.user())
        .send(
            new Wallet.Action(
                source.contracts().gasService(), GasServiceAbi.topUp(sent.txid()), amount));
  }

  /** Both chains' native tokens have the same price here. */
  private static void explain(MessageView view) {
    BigInteger refunded = amount(view, "refunded");
    assertThat(amount(view, "spent").add(amount(view, "margin")).add(refunded))
        .as(view.describe())
        .isEqualTo(amount(view, "prepaid"));
    assertThat(amount(view, "spent"))
        .as(view.describe())
        .isEqualTo(fee(view, "MessageDelivered").add(fee(view, "MessageSettled")));
    assertThat(amount(view, "margin"))
        .as(view.describe())
        .isGreaterThanOrEqualTo(fee(view, "RefundPaid"));
  }

  private static BigInteger amount(MessageView view, String name) {
    return view.amount(name).map(Wei::value).orElseThrow();
  }

  private static BigInteger fee(MessageView view, String type) {
    return new BigInteger(String.valueOf(view.all(type).get(0).detail().get("fee")));
  }
}
