// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import static java.util.Objects.requireNonNull;

import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import io.settlement.gas.account.EndedMessage.Account;
import io.settlement.gas.account.EndedMessage.Cost;
import io.settlement.gas.account.EndedMessage.Locked;
import io.settlement.gas.account.EndedMessage.Payment;
import io.settlement.gas.cost.Terms;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds messages that have ended. */
@Component
public class EndedMessages {
  private final Accounts accounts;

  EndedMessages(Accounts accounts) {
    this.accounts = accounts;
  }

  /** Whether anything is known of a message. */
  @Transactional(readOnly = true)
  public boolean isKnown(TxId txid) {
    return accounts.find(txid).isPresent();
  }

  /** A message; empty while nothing was decided about it. */
  @Transactional(readOnly = true)
  public Optional<EndedMessage> find(TxId txid) {
    return accounts.find(txid).filter(GasAccount::isDecided).map(EndedMessages::told);
  }

  private static EndedMessage told(GasAccount account) {
    Sent sent = requireNonNull(account.money.sent());
    return new EndedMessage(
        account.txid,
        account.state.name(),
        sent.route(),
        sent.sender(),
        locked(account),
        account.money.charged().map(EndedMessages::cost).toList(),
        account.spent(),
        requireNonNull(account.margin),
        account.overrun(),
        account.money.vaults().stream()
            .filter(VaultAccount::isDecided)
            .map(vault -> told(account, vault))
            .toList());
  }

  private static Locked locked(GasAccount account) {
    Terms terms = requireNonNull(account.terms);
    return new Locked(
        terms.required(),
        terms.quoteId(),
        account.waiver,
        terms.rates().source().toPlainString(),
        terms.rates().destination().toPlainString(),
        terms.marginBps(),
        terms.refundFee());
  }

  private static Cost cost(BookedFact item) {
    ExecutionCost cost = item.cost();
    ChainFact.Failed failed = item.fact.failed();
    return new Cost(
        item.fact.kind().name(),
        cost.chain(),
        cost.txHash(),
        item.fact.ref().blockNumber(),
        cost.submitter(),
        cost.gasUsed(),
        cost.gasPrice(),
        cost.dataFee(),
        cost.fee(),
        failed == null ? null : failed.members(),
        cost.stranger(),
        item.chargeOrNothing());
  }

  private static Account told(GasAccount account, VaultAccount vault) {
    BookedFact refund = vault.refund;
    return new Account(
        vault.chain,
        vault.payer,
        payments(account, vault),
        requireNonNull(vault.settled),
        requireNonNull(vault.due),
        requireNonNull(vault.way).name(),
        refund == null ? null : payment(refund));
  }

  private static List<Payment> payments(GasAccount account, VaultAccount vault) {
    return account.money.facts().stream()
        .filter(item -> item.is(ChainFact.Kind.PREPAID))
        .filter(item -> account.money.vaultOf(item.fact) == vault)
        .map(EndedMessages::payment)
        .toList();
  }

  private static Payment payment(BookedFact item) {
    Wei amount = item.fact.amount();
    var ref = item.fact.ref();
    return new Payment(ref.txHash(), ref.blockNumber(), ref.logIndex(), amount);
  }
}
