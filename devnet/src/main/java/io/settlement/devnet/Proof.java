// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.chain.contract.GasServiceAbi;
import io.settlement.devnet.journey.Chain;
import io.settlement.devnet.journey.MessageView;
import io.settlement.devnet.journey.Network;
import io.settlement.devnet.journey.Sent;
import io.settlement.devnet.terminal.Failure;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Stage;
import io.settlement.events.value.Wei;

/** Asks the chains, not the services, whether a message settled and its refund arrived. */
final class Proof {
  private final Sent sent;
  private final Chain source;

  Proof(Sent sent, Network network) {
    this.sent = sent;
    this.source = network.chain(sent.sending().from().name());
  }

  void verify() {
    MessageView view = sent.look();
    require(
        view.stage().equals(Stage.SETTLED.name()) && view.outcome().equals("SUCCESS"),
        "it did not settle: " + view.describe());
    GasServiceAbi.Refunded refund = sent.refund();
    require(refund.pushed(), "the refund could not be paid out, it waits to be claimed");
    require(refund.to().equals(sent.sending().sender().address()), "somebody else was refunded");
    GasServiceAbi.Account account = source.gasAccount(sent.txid(), refund.to());
    require(account.closed(), "its account in the vault is still open");
    require(account.prepaid().isZero(), "the vault still holds something for it");
    require(
        source.prepaid(sent.txid(), refund.to()).equals(sent.prepaid()),
        "the vault got another amount than was sent");
    require(
        view.amount("refunded").filter(refund.amount()::equals).isPresent(),
        "the gateway tells another refund than the vault paid");
    verifyBalance(refund);
  }

  /** The user's balance over the block that paid: it grew by the refund and by nothing else. */
  private void verifyBalance(GasServiceAbi.Refunded refund) {
    long block = source.logs(vault(), GasServiceAbi.REFUNDED, sent.txid()).get(0).blockNumber();
    Wei before = source.balance(refund.to(), block - 1);
    Wei after = source.balance(refund.to(), block);
    require(
        after.equals(before.plus(refund.amount())), "the refund did not reach the user's balance");
  }

  private EvmAddress vault() {
    return source.contracts().gasService();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new Failure("Message " + sent.txid() + ": " + otherwise + ".");
    }
  }
}
