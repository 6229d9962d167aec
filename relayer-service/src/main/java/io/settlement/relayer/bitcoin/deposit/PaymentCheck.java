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
import io.settlement.relayer.bitcoin.BitcoinWitness.Testimony;
import io.settlement.relayer.bitcoin.Vault;
import io.settlement.relayer.bitcoin.Vaults;
import io.settlement.relayer.bitcoin.wallet.Destination;
import io.settlement.relayer.bitcoin.wallet.VaultScripts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Whether an output pays a withdrawal, or nothing ever can. One output pays one withdrawal: which
 * one is written down before it is said.
 */
final class PaymentCheck {
  private final Vaults vaults;
  private final PaidOutputs paidOutputs;
  private final Map<HandlerId, VaultScripts> scripts = new ConcurrentHashMap<>();

  PaymentCheck(Vaults vaults, PaidOutputs paidOutputs) {
    this.vaults = vaults;
    this.paidOutputs = paidOutputs;
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

  /**
   * Whether a withdrawal can never be paid, whatever the network's fees: only that may be told as a
   * failure, because what is too little today may be enough tomorrow.
   */
  Testimony neverPaid(CrossChainMessage withdrawal) {
    Optional<Order> order = order(withdrawal);
    if (order.isPresent() && order.get().amount() > order.get().destination().type().dust()) {
      return new Testimony.Contradicted("it can be paid");
    }
    return new Testimony.Confirmed(withdrawal);
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
        scripts.computeIfAbsent(vault.id(), id -> new VaultScripts(vault.descriptor()));
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
