// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.evm.Wallet;
import io.settlement.devnet.process.Pause;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.Stage;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Duration;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A transfer on its way.
 *
 * @param sending what was asked for
 * @param amount in the token's smallest unit
 * @param quote what it was said to cost; null when nobody asked
 * @param prepaid what was sent along
 * @param approval the user's first transaction
 * @param transfer the user's second transaction
 */
public record Sent(
    Sending sending,
    TokenAmount amount,
    @Nullable Quote quote,
    Wei prepaid,
    Wallet.Mined approval,
    Wallet.Mined transfer,
    TxId txid) {
  private static final Duration PATIENCE = Duration.ofSeconds(90);
  private static final long BETWEEN_LOOKS = 300;

  /** What the gateway says about it now; a message it has not heard of has no stage. */
  public MessageView look() {
    Gateway.Answer answer = sending.network().partner().get("/v1/messages/" + txid);
    return answer.status() == 404
        ? MessageView.UNKNOWN
        : MessageView.of(answer.orFail("asking for " + txid).json());
  }

  /** Waits until the outcome is home, whatever it is. */
  public MessageView awaitSettled() {
    return await("SETTLED", view -> view.stage().equals(Stage.SETTLED.name()));
  }

  /** Waits for a stage. */
  public MessageView awaitStage(Stage stage) {
    return await(stage.name(), view -> view.stage().equals(stage.name()));
  }

  /** Waits until a fact of this type is part of its story. */
  public MessageView awaitFact(String type) {
    return await(type, view -> view.has(type));
  }

  /** Waits until it is settled, the vault has paid the rest back and the books are closed. */
  public MessageView awaitRefunded() {
    MessageView view =
        await(
            "SETTLED and its gas account closed",
            // Told on two topics, in any order.
            seen ->
                seen.stage().equals(Stage.SETTLED.name())
                    && seen.has("GasAccountClosed")
                    && seen.has("RefundPaid"));
    if (sending.from().refunds(txid).isEmpty()) {
      throw new Failure("The gateway says that " + txid + " was refunded; the vault does not.");
    }
    return view;
  }

  /** The one refund the vault paid. */
  public GasServiceAbi.Refunded refund() {
    var refunds = sending.from().refunds(txid);
    if (refunds.size() != 1) {
      throw new Failure("%s was refunded %d times".formatted(txid, refunds.size()));
    }
    return refunds.get(0);
  }

  /** What gas-service says about its account. */
  public JsonNode gasAccount() {
    return sending.network().partner().get("/v1/gas/" + txid).orFail("gas of " + txid).json();
  }

  /** Waits until the gateway's view is as wished. */
  public MessageView await(String wish, Predicate<MessageView> wished) {
    long deadline = System.nanoTime() + PATIENCE.toNanos();
    MessageView view = look();
    while (!wished.test(view)) {
      if (System.nanoTime() > deadline) {
        throw new Failure(
            "%s was not %s within %d s: %s"
                .formatted(txid, wish, PATIENCE.toSeconds(), view.describe()));
      }
      Pause.millis(BETWEEN_LOOKS);
      view = look();
    }
    return view;
  }
}
