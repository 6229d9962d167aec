// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.chain.bitcoin.BitcoinInput;
import io.settlement.chain.bitcoin.BitcoinOutput;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinTransaction;
import io.settlement.chain.contract.BtcPayload;
import io.settlement.chain.contract.MessageV1;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.LogRef;
import io.settlement.relayer.bitcoin.BitcoinWitness.Spending;
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.PaymentPromise;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.VaultScripts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Whether an output pays a withdrawal, or nothing ever can. One output pays one withdrawal: which
 * one is written down before it is said.
 */
final class PaymentCheck {
  private final Vaults vaults;
  private final PaidOutputs paidOutputs;
  private final Optional<PaymentPromise> promise;
  private final Map<HandlerId, VaultScripts> scripts = new ConcurrentHashMap<>();

  /**
   * @param promise empty where no key of a vault is held
   */
  PaymentCheck(Vaults vaults, PaidOutputs paidOutputs, Optional<PaymentPromise> promise) {
    this.vaults = vaults;
    this.paidOutputs = paidOutputs;
    this.promise = promise;
  }

  /**
   * Whether the output pays the withdrawal.
   *
   * @param ref an output of a block that stands
   * @param head the own nodes' highest block
   */
  Testimony paid(CrossChainMessage withdrawal, LogRef ref, BitcoinReader reader, long head) {
    Optional<Vault> vault = vaults.find(withdrawal.to());
    Optional<Order> order = order(withdrawal);
    if (vault.isEmpty() || order.isEmpty()) {
      return new Testimony.Contradicted("no vault of ours can pay it");
    }
    Optional<BitcoinTransaction> transaction = reader.transactionIn(ref.blockHash(), ref.txHash());
    Optional<BitcoinOutput> output =
        transaction.flatMap(
            one ->
                one.outputs().stream()
                    .filter(out -> out.outpoint().vout() == ref.logIndex())
                    .findFirst());
    if (transaction.isEmpty() || output.isEmpty()) {
      return new Testimony.Absent();
    }
    if (!isSpentBy(vault.get(), transaction.get())) {
      return new Testimony.Contradicted("somebody else than the vault paid it");
    }
    if (!isPaidBy(order.get(), output.get(), fee(transaction.get()))) {
      return new Testimony.Contradicted("the output pays another address or amount");
    }
    int wanted = vault.get().settings().confirmationsOf(order.get().amount());
    if (head - ref.blockNumber() + 1 < wanted) {
      return new Testimony.NotYet();
    }
    return paidOutputs.isOf(output.get().outpoint(), withdrawal.txid())
        ? new Testimony.Confirmed(withdrawal)
        : new Testimony.Contradicted("the output pays another withdrawal");
  }

  /** Whether it can never be paid whatever happens; everybody finds the same. */
  boolean isUnpayable(CrossChainMessage withdrawal) {
    return order(withdrawal)
        .map(one -> one.amount() <= one.destination().type().dust())
        .orElse(true);
  }

  /**
   * Whether a withdrawal that could be paid never will be: that is for who holds a key of its vault
   * to say, and he says it when his key has signed no payment of it and never will.
   */
  Testimony neverPaid(CrossChainMessage withdrawal) {
    return promised(withdrawal, null);
  }

  /**
   * The same, after a transaction that pays it nothing has spent the coins of what was signed.
   *
   * @param ref a transaction of a block that stands
   * @param head the own nodes' highest block
   */
  Testimony paidNoMore(CrossChainMessage withdrawal, LogRef ref, BitcoinReader reader, long head) {
    return switch (spending(withdrawal, ref, reader, head)) {
      case Spending.Deep deep -> promised(withdrawal, deep.what());
      case Spending.Not not -> not.why();
    };
  }

  /**
   * What a transaction that pays it nothing has spent.
   *
   * @param ref a transaction of a block that stands
   * @param head the own nodes' highest block
   */
  Spending spending(CrossChainMessage withdrawal, LogRef ref, BitcoinReader reader, long head) {
    Optional<Vault> vault = vaults.find(withdrawal.to());
    Optional<Order> order = order(withdrawal);
    Optional<BitcoinTransaction> transaction = reader.transactionIn(ref.blockHash(), ref.txHash());
    if (vault.isEmpty() || order.isEmpty()) {
      return not(new Testimony.Contradicted("no vault of ours could have paid it"));
    }
    if (transaction.isEmpty()) {
      return not(new Testimony.Absent());
    }
    long fee = fee(transaction.get());
    if (transaction.get().outputs().stream().anyMatch(out -> isPaidBy(order.get(), out, fee))) {
      return not(new Testimony.Contradicted("the transaction may have paid it"));
    }
    if (head - ref.blockNumber() + 1
        < vault.get().settings().confirmationsOf(order.get().amount())) {
      return not(new Testimony.NotYet());
    }
    Set<String> inputs =
        transaction.get().inputs().stream()
            .map(input -> input.spends().toString())
            .collect(Collectors.toSet());
    return new Spending.Deep(new PaymentPromise.Elsewhere(ref.txHash(), inputs));
  }

  private static Spending not(Testimony why) {
    return new Spending.Not(why);
  }

  private Testimony promised(
      CrossChainMessage withdrawal, PaymentPromise.@Nullable Elsewhere elsewhere) {
    Optional<PaymentPromise> own = promise.filter(one -> one.isOf(withdrawal.to()));
    if (own.isEmpty()) {
      return new Testimony.Contradicted("it can be paid, and no key of its vault is held here");
    }
    return own.get().neverPays(withdrawal.txid(), elsewhere)
        ? new Testimony.Confirmed(withdrawal)
        : new Testimony.Contradicted("what this key has signed may still pay it");
  }

  /** Whom it pays and how much; empty when there is no such address on the vault's network. */
  private Optional<Order> order(CrossChainMessage withdrawal) {
    try {
      BtcPayload payload =
          BtcPayload.decode(MessageV1.decode(Hex.decode(withdrawal.payload())).payload());
      return Optional.of(
          new Order(
              Destination.parse(vaults.network(), payload.btcAddress()),
              payload.amount().value().longValueExact()));
    } catch (Destination.Unpayable | InvalidValue | ArithmeticException unpayable) {
      return Optional.empty();
    }
  }

  private record Order(Destination destination, long amount) {}

  /**
   * What a stranger pays to the same address is no payout: the vault would pay the withdrawal once
   * more, or keep what it has escrowed for a gift.
   */
  private boolean isSpentBy(Vault vault, BitcoinTransaction transaction) {
    VaultScripts own =
        scripts.computeIfAbsent(
            vault.id(), id -> new VaultScripts(vault.descriptor(), vaults.lastIndex()));
    return transaction.inputs().stream()
        .allMatch(
            input -> input.output().map(BitcoinOutput::script).flatMap(own::find).isPresent());
  }

  /** What is missing to the amount can only have gone to the network. */
  private static boolean isPaidBy(Order order, BitcoinOutput output, long fee) {
    return output.script().equals("0x" + order.destination().output().toHex())
        && output.sats() <= order.amount()
        && output.sats() + fee >= order.amount();
  }

  private static long fee(BitcoinTransaction transaction) {
    List<BitcoinInput> inputs = transaction.inputs();
    boolean known = inputs.stream().allMatch(input -> input.output().isPresent());
    long spent =
        inputs.stream()
            .flatMap(input -> input.output().stream())
            .mapToLong(BitcoinOutput::sats)
            .sum();
    long made = transaction.outputs().stream().mapToLong(BitcoinOutput::sats).sum();
    return known ? spent - made : 0;
  }
}
