// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.Satoshi;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import fr.acinq.bitcoin.TxOut;
import io.settlement.chain.bitcoin.FeeRate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A transaction of the vault before anybody signed it. It follows from coins, orders, rate and the
 * place of the change alone, so that every cosigner builds the same one: inputs in the order of
 * {@link Coin#BY_PLACE}, outputs in that of {@link PayoutOrder#BY_MESSAGE}, change last. All coins
 * together are the amounts of all orders and the change; the fee is deducted from the payouts.
 *
 * @param payouts what each order is paid
 * @param change what goes back to the vault; empty when the coins are spent exactly
 * @param fee satoshi for the miner
 * @param weight units, with signatures of their greatest size
 */
public record Spend(
    List<Coin> inputs, List<Payout> payouts, Optional<Change> change, long fee, long weight) {
  /** Least change: what nodes relay to the vault's own kind of script. */
  public static final long LEAST_CHANGE = Destination.Type.P2WSH.dust();

  private static final long VERSION = 2;

  /** Keeps its own lists. */
  public Spend {
    inputs = List.copyOf(inputs);
    payouts = List.copyOf(payouts);
  }

  /**
   * What one order gets.
   *
   * @param fee its share, satoshi
   */
  public record Payout(PayoutOrder order, long fee) {
    /** Satoshi of its output. */
    public long paid() {
      return order.amount() - fee;
    }

    boolean isBelowDust() {
      return paid() < order.destination().type().dust();
    }
  }

  /**
   * What goes back to the vault.
   *
   * @param index of its script in branch {@link VaultDescriptor#CHANGE}
   * @param value satoshi
   */
  public record Change(long index, long value) {}

  /** Coins, orders and rate that make no transaction. */
  public static final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;
    private final transient List<PayoutOrder> tooSmall;

    Impossible(String message, List<PayoutOrder> tooSmall) {
      super(message);
      this.tooSmall = List.copyOf(tooSmall);
    }

    /** Orders that would be paid less than nodes relay; without them it may be possible. */
    public List<PayoutOrder> tooSmall() {
      return tooSmall;
    }
  }

  /**
   * Pays orders.
   *
   * @param changeIndex where change goes when there is any
   * @throws Impossible when the coins do not cover the amounts, leave change nobody relays, or an
   *     order is too small for its share
   */
  public static Spend of(
      VaultDescriptor vault,
      List<Coin> coins,
      List<PayoutOrder> orders,
      FeeRate rate,
      long changeIndex)
      throws Impossible {
    long in = coins.stream().mapToLong(Coin::value).reduce(0, Math::addExact);
    long out = orders.stream().mapToLong(PayoutOrder::amount).reduce(0, Math::addExact);
    long left = in - out;
    if (coins.isEmpty() || orders.isEmpty() || left < 0 || (left > 0 && left < LEAST_CHANGE)) {
      throw new Impossible(in + " satoshi in, " + out + " out", List.of());
    }
    List<PayoutOrder> sorted = orders.stream().sorted(PayoutOrder.BY_MESSAGE).toList();
    long weight = VaultWeights.of(vault).transaction(coins.size(), sorted, left > 0);
    List<Payout> payouts = FeeShares.share(sorted, rate, weight);
    List<PayoutOrder> tooSmall =
        payouts.stream().filter(Payout::isBelowDust).map(Payout::order).toList();
    if (!tooSmall.isEmpty()) {
      throw new Impossible(tooSmall.size() + " orders are below dust", tooSmall);
    }
    return new Spend(
        coins.stream().sorted(Coin.BY_PLACE).toList(),
        payouts,
        left > 0 ? Optional.of(new Change(changeIndex, left)) : Optional.empty(),
        VaultWeights.fee(rate, weight),
        weight);
  }

  /**
   * Moves a coin of the vault to the vault and pays a fee from it.
   *
   * @param fee satoshi
   * @throws Impossible when too little is left
   */
  public static Spend toItself(VaultDescriptor vault, Coin coin, long fee, long changeIndex)
      throws Impossible {
    long left = coin.value() - fee;
    if (fee <= 0 || left < LEAST_CHANGE) {
      throw new Impossible(coin.value() + " satoshi in, a fee of " + fee, List.of());
    }
    long weight = VaultWeights.of(vault).transaction(1, List.of(), true);
    return new Spend(
        List.of(coin), List.of(), Optional.of(new Change(changeIndex, left)), fee, weight);
  }

  /** Virtual bytes, rounded up as nodes do. */
  public long vbytes() {
    return Math.ceilDiv(weight, 4);
  }

  /** The unsigned transaction; every input signals that it may be replaced (BIP-125). */
  public Transaction transaction(VaultDescriptor vault) {
    long sequence = vault.sequence();
    List<TxIn> spent = inputs.stream().map(coin -> new TxIn(coin.outpoint(), sequence)).toList();
    Stream<TxOut> paid =
        payouts.stream()
            .map(one -> new TxOut(new Satoshi(one.paid()), one.order().destination().output()));
    List<TxOut> outputs = new ArrayList<>(paid.toList());
    change.ifPresent(
        one ->
            outputs.add(
                new TxOut(
                    new Satoshi(one.value()),
                    vault.script(VaultDescriptor.CHANGE, one.index()).output())));
    return new Transaction(VERSION, spent, outputs, 0);
  }
}
