// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.relayer.bitcoin.wallet.Spend.Change;
import io.settlement.relayer.bitcoin.wallet.Spend.Impossible;
import io.settlement.relayer.bitcoin.wallet.Spend.Payout;
import java.util.List;
import java.util.Optional;

/** Makes a transaction that is not mined worth more: by a replacement, or by a child of it. */
public final class FeeBump {
  private static final double STEP = 1.25;

  private final VaultDescriptor vault;

  /** Of this vault's transactions. */
  public FeeBump(VaultDescriptor vault) {
    this.vault = vault;
  }

  /**
   * The same coins to the same orders for more (BIP-125): at least a quarter above the last rate,
   * and more than the last fee by what relaying its bytes costs.
   *
   * @param last the rate it was sent at
   * @param wanted what is paid now
   * @param most the operator's limit
   * @return empty when the limit or the smallest order does not allow it
   */
  public Optional<Replacement> replace(Spend spend, FeeRate last, FeeRate wanted, FeeRate most) {
    long least = Math.max(rateAbove(spend, last), (long) (last.satsPerKvb() * STEP));
    FeeRate rate = new FeeRate(Math.max(least, wanted.satsPerKvb()));
    if (rate.compareTo(most) > 0) {
      rate = most;
    }
    if (rate.satsPerKvb() < least) {
      return Optional.empty();
    }
    Optional<Replacement> there = at(spend, rate);
    return there.isPresent() ? there : at(spend, new FeeRate(least));
  }

  private static long rateAbove(Spend spend, FeeRate last) {
    long fee =
        VaultWeights.fee(last, spend.weight())
            + VaultWeights.fee(VaultWeights.LEAST_RATE, spend.weight());
    return Math.ceilDiv(fee * 4_000, spend.weight());
  }

  private Optional<Replacement> at(Spend spend, FeeRate rate) {
    List<PayoutOrder> orders = spend.payouts().stream().map(Payout::order).toList();
    long index = spend.change().map(Change::index).orElse(0L);
    try {
      return Optional.of(
          new Replacement(Spend.of(vault, spend.inputs(), orders, rate, index), rate));
    } catch (Impossible tooSmall) {
      return Optional.empty();
    }
  }

  /** What replaces it, and its rate. */
  public record Replacement(Spend spend, FeeRate rate) {}

  /**
   * A child from the change that pays for both, so that a miner who wants it takes its parent too.
   *
   * @param parent as it was sent
   * @param wanted the rate of both together
   * @param changeIndex where the child's output goes
   * @param mostFee satoshi the child may cost
   * @return empty when there is no change, it rests (such a vault is made worth more by replacing
   *     alone), it is too small, or the limit does not allow it
   */
  public Optional<Spend> child(
      Spend spend, Transaction parent, FeeRate wanted, long changeIndex, long mostFee) {
    if (spend.change().isEmpty() || vault.changeRests()) {
      return Optional.empty();
    }
    Change change = spend.change().orElseThrow();
    OutPoint outpoint = new OutPoint(parent, parent.txOut.size() - 1L);
    Coin coin = new Coin(outpoint, change.value(), VaultDescriptor.CHANGE, change.index());
    long weight = VaultWeights.of(vault).transaction(1, List.of(), true);
    long vbytes = Math.ceilDiv(weight, 4) + Math.ceilDiv(parent.weight(), 4);
    long both = wanted.feeOf(vbytes) - spend.fee();
    long fee = Math.max(both, VaultWeights.fee(VaultWeights.LEAST_RATE, weight));
    if (fee > mostFee) {
      return Optional.empty();
    }
    try {
      return Optional.of(Spend.toItself(vault, coin, fee, changeIndex));
    } catch (Impossible tooSmall) {
      return Optional.empty();
    }
  }

  /**
   * Moves one coin of what is not mined back to the vault, in its place.
   *
   * @param wanted its rate
   * @param above satoshi of fee that it takes the place of
   * @param changeIndex where the coin goes
   * @param mostFee satoshi it may cost
   * @return empty when the coin is too small, or the limit does not allow it
   */
  public Optional<Spend> cancel(
      Coin coin, FeeRate wanted, long above, long changeIndex, long mostFee) {
    long weight = VaultWeights.of(vault).transaction(1, List.of(), true);
    long instead = above + VaultWeights.fee(VaultWeights.LEAST_RATE, weight);
    long fee = Math.max(VaultWeights.fee(wanted, weight), instead);
    if (fee > mostFee) {
      return Optional.empty();
    }
    try {
      return Optional.of(Spend.toItself(vault, coin, fee, changeIndex));
    } catch (Impossible tooSmall) {
      return Optional.empty();
    }
  }
}
