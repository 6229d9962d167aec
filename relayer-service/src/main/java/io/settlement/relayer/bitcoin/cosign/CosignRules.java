// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.events.PsbtEvent.PsbtProposed;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.cosign.Judgement.No;
import io.settlement.relayer.bitcoin.cosign.Judgement.Sign;
import io.settlement.relayer.bitcoin.payout.PayoutVault;
import io.settlement.relayer.bitcoin.payout.Withdrawal;
import io.settlement.relayer.bitcoin.wallet.Coin;
import io.settlement.relayer.bitcoin.wallet.PayoutOrder;
import io.settlement.relayer.bitcoin.wallet.Spend;
import io.settlement.relayer.bitcoin.wallet.VaultDescriptor;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt;
import io.settlement.relayer.bitcoin.wallet.VaultPsbt.Place;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What must hold before a cosigner signs. It asks its own nodes about every input and every
 * withdrawal, builds the transaction itself, and signs only when the proposed one is the same.
 */
final class CosignRules {
  private final PayoutVault vault;
  private final Escrows escrows;
  private final CosignTable guard;
  private final CosignSettings settings;

  CosignRules(PayoutVault vault, Escrows escrows, CosignTable guard, CosignSettings settings) {
    this.vault = vault;
    this.escrows = escrows;
    this.guard = guard;
    this.settings = settings;
  }

  /** Ends the judging of a proposal. */
  private static final class Refused extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient No no;

    Refused(boolean passes, @Nullable TxId member, String reason, String detail) {
      super(reason);
      this.no = new No(passes, member, reason, detail);
    }
  }

  Judgement judge(PsbtProposed fact, Instant now) {
    try {
      Transaction proposed = VaultPsbt.transactionOf(fact.psbt());
      Spend spend = spend(fact, proposed, now);
      if (!spend.transaction(vault.descriptor()).equals(proposed) || spend.fee() != fact.fee()) {
        throw new Refused(
            false,
            null,
            "OTHER_TRANSACTION",
            "its outputs, fee or order are not what they must be");
      }
      return new Sign(spend);
    } catch (Refused e) {
      return e.no;
    } catch (VaultPsbt.Invalid e) {
      return new No(false, null, "UNREADABLE", String.valueOf(e.getMessage()));
    }
  }

  private Spend spend(PsbtProposed fact, Transaction proposed, Instant now)
      throws Refused, VaultPsbt.Invalid {
    if (!fact.members().isEmpty() && !fact.cancels().isEmpty()) {
      throw new Refused(false, null, "OTHER_TRANSACTION", "it pays and cancels");
    }
    if (!fact.cancels().isEmpty()) {
      return cancellation(fact, proposed, now);
    }
    return fact.members().isEmpty() ? child(fact, proposed) : payment(fact, proposed, now);
  }

  // ------------------------------------------------------------------ a payment

  private Spend payment(PsbtProposed fact, Transaction proposed, Instant now)
      throws Refused, VaultPsbt.Invalid {
    if (fact.satsPerKvb() < 0 || fact.satsPerKvb() > settings.mostRate().satsPerKvb()) {
      throw new Refused(false, null, "FEE_TOO_HIGH", fact.satsPerKvb() + " satoshi per kvB");
    }
    List<PayoutOrder> orders = new ArrayList<>();
    for (TxId txid : fact.members()) {
      orders.add(order(txid, now));
    }
    if (orders.stream().map(PayoutOrder::txid).distinct().count() != orders.size()) {
      throw new Refused(false, null, "PAID_TWICE", "a withdrawal is there twice");
    }
    requireUnbonded(fact.members());
    List<Coin> coins = coins(fact, proposed);
    for (TxId txid : fact.members()) {
      if (guard.couldPayTwice(txid, CosignTable.inputs(coins))) {
        throw new Refused(
            false, txid, "SIGNED_BEFORE", "it shares no input with what was signed for it");
      }
    }
    try {
      FeeRate rate = new FeeRate(fact.satsPerKvb());
      return Spend.of(vault.descriptor(), coins, orders, rate, fact.changeIndex());
    } catch (Spend.Impossible | IllegalArgumentException e) {
      throw new Refused(false, null, "OTHER_TRANSACTION", String.valueOf(e.getMessage()));
    }
  }

  private PayoutOrder order(TxId txid, Instant now) throws Refused {
    CrossChainMessage message = checked(txid);
    if (guard.isNever(txid)) {
      throw new Refused(false, txid, "CALLED_FAILED", "this validator said that it failed");
    }
    if (!message.terms().deadline().isAfter(now.plus(settings.margin()))) {
      throw new Refused(false, txid, "TOO_LATE", "its deadline is " + message.terms().deadline());
    }
    if (!escrows.isPending(message)) {
      throw new Refused(false, txid, "NOT_PENDING", "its source does not wait for it any more");
    }
    try {
      return Withdrawal.of(message, vault.network()).order(vault.network());
    } catch (Withdrawal.Never e) {
      throw new Refused(false, txid, e.reason(), "it can never be paid");
    }
  }

  private CrossChainMessage checked(TxId txid) throws Refused {
    Optional<CrossChainMessage> checked = escrows.checked(txid);
    if (checked.isEmpty()) {
      throw new Refused(true, txid, "NOT_ESCROWED", "the own nodes do not show it");
    }
    if (!checked.get().to().equals(vault.id())) {
      throw new Refused(false, txid, "OTHER_VAULT", "it is for " + checked.get().to());
    }
    return checked.get();
  }

  /** Counted in Bitcoin's blocks, from when this validator itself first saw the final escrow. */
  private void requireUnbonded(List<TxId> members) throws Refused {
    int unbonding = vault.descriptor().unbonding();
    if (unbonding == 0) {
      return;
    }
    long head = vault.reader().head().height();
    for (TxId txid : members) {
      OptionalLong seen = escrows.seenAt(txid);
      if (seen.isEmpty() || head < seen.getAsLong() + unbonding) {
        String since = seen.isEmpty() ? "not noted yet" : "height " + seen.getAsLong();
        throw new Refused(
            true,
            txid,
            "UNBONDING",
            "first seen at %s, bound for %s blocks, now %s".formatted(since, unbonding, head));
      }
    }
  }

  /** Every input is a confirmed output of the vault, of the value the own node names. */
  private List<Coin> coins(PsbtProposed fact, Transaction proposed)
      throws Refused, VaultPsbt.Invalid {
    List<Place> places = VaultPsbt.placesOf(fact.psbt());
    List<Coin> coins = new ArrayList<>();
    long next = vault.reader().head().height() + 1;
    for (int at = 0; at < proposed.txIn.size(); at++) {
      TxIn input = proposed.txIn.get(at);
      Outpoint outpoint = new Outpoint(new Hash("0x" + input.outPoint.txid), input.outPoint.index);
      UnspentOutput unspent = vault.reader().unspent(outpoint, false).orElse(null);
      if (unspent == null) {
        throw new Refused(true, null, "INPUT_NOT_THERE", outpoint + " is not unspent in a block");
      }
      Place place = places.get(at);
      if (!isOwn(place, unspent.output().script())) {
        throw new Refused(false, null, "INPUT_NOT_OURS", outpoint + " is not the vault's");
      }
      if (next - unspent.height() < vault.descriptor().rest()) {
        throw new Refused(true, null, "COIN_RESTS", outpoint + " is of block " + unspent.height());
      }
      coins.add(new Coin(input.outPoint, unspent.output().sats(), place.branch(), place.index()));
    }
    if (coins.stream().map(Coin::outpoint).distinct().count() != coins.size()) {
      throw new Refused(false, null, "OTHER_TRANSACTION", "an input is there twice");
    }
    return coins;
  }

  private boolean isOwn(Place place, String script) {
    boolean possible =
        (place.branch() == VaultDescriptor.DEPOSITS || place.branch() == VaultDescriptor.CHANGE)
            && place.index() >= 0
            && place.index() <= Integer.MAX_VALUE;
    return possible
        && Hex.encode(
                vault.descriptor().script(place.branch(), place.index()).output().toByteArray())
            .equals(script);
  }

  // ------------------------------------------------------------------ a child

  /** It spends the change of what this key has signed, and pays nobody but the vault. */
  private Spend child(PsbtProposed fact, Transaction proposed) throws Refused {
    if (proposed.txIn.size() != 1) {
      throw new Refused(false, null, "OTHER_TRANSACTION", "a child has one input");
    }
    if (vault.descriptor().changeRests()) {
      throw new Refused(false, null, "OTHER_TRANSACTION", "what is not mined rests, so no child");
    }
    TxIn input = proposed.txIn.getFirst();
    Optional<Spend.Change> change =
        guard.changeOf(new Hash("0x" + input.outPoint.txid), input.outPoint.index);
    if (change.isEmpty()) {
      throw new Refused(false, null, "INPUT_NOT_OURS", "not the change of what was signed here");
    }
    if (fact.fee() > settings.childFee()) {
      throw new Refused(false, null, "FEE_TOO_HIGH", fact.fee() + " satoshi for a child");
    }
    Coin coin =
        new Coin(
            input.outPoint, change.get().value(), VaultDescriptor.CHANGE, change.get().index());
    try {
      return Spend.toItself(vault.descriptor(), coin, fact.fee(), fact.changeIndex());
    } catch (Spend.Impossible e) {
      throw new Refused(false, null, "OTHER_TRANSACTION", String.valueOf(e.getMessage()));
    }
  }

  // ------------------------------------------------------------------ a cancellation

  /**
   * It moves one coin back to the vault, so that nothing that was signed for these withdrawals can
   * be mined; all of them are too late to be paid. Of one withdrawal only one can be mined.
   */
  private Spend cancellation(PsbtProposed fact, Transaction proposed, Instant now)
      throws Refused, VaultPsbt.Invalid {
    for (TxId txid : fact.cancels()) {
      Instant deadline = checked(txid).terms().deadline();
      if (deadline.isAfter(now.plus(settings.margin()))) {
        throw new Refused(true, txid, "TOO_EARLY", "its deadline is " + deadline);
      }
    }
    if (proposed.txIn.size() != 1) {
      throw new Refused(false, null, "OTHER_TRANSACTION", "a cancellation has one input");
    }
    if (fact.fee() > settings.cancelFee()) {
      throw new Refused(false, null, "FEE_TOO_HIGH", fact.fee() + " satoshi for a cancellation");
    }
    List<Coin> coins = coins(fact, proposed);
    for (TxId txid : fact.cancels()) {
      if (guard.couldPayTwice(txid, CosignTable.inputs(coins))) {
        throw new Refused(
            false, txid, "SIGNED_BEFORE", "it shares no input with what was signed for it");
      }
      if (guard.couldCancelTwice(txid, CosignTable.inputs(coins))) {
        throw new Refused(
            false, txid, "CANCELLED_BEFORE", "it shares no input with what cancels it already");
      }
    }
    try {
      return Spend.toItself(vault.descriptor(), coins.getFirst(), fact.fee(), fact.changeIndex());
    } catch (Spend.Impossible e) {
      throw new Refused(false, null, "OTHER_TRANSACTION", String.valueOf(e.getMessage()));
    }
  }
}
