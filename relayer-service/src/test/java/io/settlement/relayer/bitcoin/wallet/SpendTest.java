// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.acinq.bitcoin.ByteVector32;
import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.events.value.TxId;
import io.settlement.relayer.bitcoin.wallet.Spend.Impossible;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SpendTest {
  private static final TestVault VAULT = TestVault.of(2, 3);
  private static final SpendPolicy POLICY = new SpendPolicy(20, FeeRate.ofSatsPerVbyte(2), 3);
  private static final String[] ADDRESSES = {
    "mipcBbFg9gMiCh81Kj8tqqdgoZub1ZJRfn",
    "2MzQwSSnBHWHqSAqtTVQ6v47XtaisrJa1Vc",
    "bcrt1qw508d6qejxtdg4y5r3zarvary0c5xw7kygt080"
  };

  @Test
  void noSatoshiIsLostHoweverItIsSpent() throws Exception {
    Random random = new Random(6);
    int spent = 0;
    for (int round = 0; round < 10_000; round++) {
      List<Coin> coins = coins(random);
      List<PayoutOrder> orders = orders(random);
      FeeRate rate = new FeeRate(1_000 + random.nextInt(30_000));
      long target = orders.stream().mapToLong(PayoutOrder::amount).sum();
      Optional<List<Coin>> chosen = new CoinSelection(POLICY).select(coins, target, rate);
      if (chosen.isPresent()) {
        spent += holds(chosen.get(), orders, rate, target);
      }
    }
    assertThat(spent).isGreaterThan(1_000);
  }

  /** In = paid + fee + change; every order's amount = what it is paid + its share. */
  private static int holds(List<Coin> coins, List<PayoutOrder> orders, FeeRate rate, long target) {
    long in = coins.stream().mapToLong(Coin::value).sum();
    assertThat(coins).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(POLICY.mostInputs());
    assertThat(in == target || in >= target + Spend.LEAST_CHANGE).isTrue();
    try {
      Spend spend = Spend.of(VAULT.descriptor(), coins, orders, rate, 7);
      long paid = spend.payouts().stream().mapToLong(Spend.Payout::paid).sum();
      long shares = spend.payouts().stream().mapToLong(Spend.Payout::fee).sum();
      long change = spend.change().map(Spend.Change::value).orElse(0L);
      assertThat(shares).isEqualTo(spend.fee());
      assertThat(paid + spend.fee() + change).isEqualTo(in);
      assertThat(paid + shares).isEqualTo(target);
      assertThat(spend.payouts()).allMatch(one -> one.fee() > 0);
      return 1;
    } catch (Impossible tooSmall) {
      assertThat(tooSmall.tooSmall()).isNotEmpty().isSubsetOf(orders);
      return 0;
    }
  }

  @Test
  void coinsThatAreTheAmountToTheSatoshiLeaveNoChange() throws Exception {
    List<Coin> coins = List.of(coin(1, 90_000), coin(2, 50_000), coin(3, 30_000));
    List<Coin> chosen =
        new CoinSelection(POLICY).select(coins, 80_000, FeeRate.ofSatsPerVbyte(9)).orElseThrow();

    assertThat(chosen).extracting(Coin::value).containsExactlyInAnyOrder(50_000L, 30_000L);
    Spend spend =
        Spend.of(
            VAULT.descriptor(), chosen, List.of(order(1, 80_000)), FeeRate.ofSatsPerVbyte(9), 0);
    assertThat(spend.change()).isEmpty();
    assertThat(spend.payouts().getFirst().paid() + spend.fee()).isEqualTo(80_000);
  }

  @Test
  void smallCoinsComeAlongOnlyWhileItIsCheap() {
    List<Coin> coins = new ArrayList<>(List.of(coin(1, 900_000)));
    for (int n = 2; n < 10; n++) {
      coins.add(coin(n, 10_000 + n));
    }
    CoinSelection selection = new CoinSelection(POLICY);

    assertThat(selection.select(coins, 500_000, FeeRate.ofSatsPerVbyte(2)).orElseThrow())
        .hasSize(4);
    assertThat(selection.select(coins, 500_000, FeeRate.ofSatsPerVbyte(3)).orElseThrow())
        .hasSize(1);
  }

  @Test
  void tooLittleOrTooManyCoinsAreNoSelection() {
    List<Coin> many = new ArrayList<>();
    for (int n = 0; n < 30; n++) {
      many.add(coin(n, 1_001));
    }
    CoinSelection selection = new CoinSelection(POLICY);

    assertThat(selection.select(many, 25_000, FeeRate.ofSatsPerVbyte(1))).isEmpty();
    assertThat(selection.select(List.of(coin(1, 1_000)), 2_000, FeeRate.ofSatsPerVbyte(1)))
        .isEmpty();
    assertThat(selection.select(List.of(coin(1, 2_100)), 2_000, FeeRate.ofSatsPerVbyte(1)))
        .isEmpty();
  }

  @Test
  void anOrderTooSmallForItsShareIsNamed() {
    PayoutOrder small = order(2, 700);
    assertThatThrownBy(
            () ->
                Spend.of(
                    VAULT.descriptor(),
                    List.of(coin(1, 1_000_000)),
                    List.of(order(1, 90_000), small),
                    FeeRate.ofSatsPerVbyte(5),
                    0))
        .isInstanceOfSatisfying(
            Impossible.class, no -> assertThat(no.tooSmall()).containsExactly(small));
  }

  @Test
  void aPsbtTakesOverOnlySignaturesThatHold() throws Exception {
    Spend spend =
        Spend.of(
            VAULT.descriptor(),
            List.of(coin(1, 60_000), coin(2, 70_000)),
            List.of(order(1, 100_000)),
            FeeRate.ofSatsPerVbyte(5),
            3);
    VaultPsbt proposed = VaultPsbt.of(VAULT.descriptor(), spend);
    String first = proposed.sign(VAULT.keys().get(0)).base64();
    String third = proposed.sign(VAULT.keys().get(2)).base64();
    VaultPsbt both = proposed.combine(first).combine(third);

    assertThat(proposed.combine(first).isComplete()).isFalse();
    assertThat(both.isComplete()).isTrue();
    Transaction mined = both.extract();
    assertThat(mined.weight()).isBetween((int) spend.weight() - 8, (int) spend.weight());
    assertThat(VaultPsbt.placesOf(first))
        .containsOnly(new VaultPsbt.Place(0, 1), new VaultPsbt.Place(0, 2));

    Spend otherAmount =
        Spend.of(
            VAULT.descriptor(),
            spend.inputs(),
            List.of(order(1, 99_000)),
            FeeRate.ofSatsPerVbyte(5),
            3);
    String other = VaultPsbt.of(VAULT.descriptor(), otherAmount).sign(VAULT.keys().get(1)).base64();
    assertThatThrownBy(() -> proposed.combine(other))
        .isInstanceOf(VaultPsbt.Invalid.class)
        .hasMessageContaining("another transaction");
    assertThatThrownBy(() -> proposed.combine("AAAA")).isInstanceOf(VaultPsbt.Invalid.class);
    assertThatThrownBy(() -> proposed.sign(VaultKey.ofSeed(TestVault.seed(9))))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(proposed::extract).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void signaturesOfAnotherTransactionInAPsbtOfThisOneAreRefused() throws Exception {
    List<Coin> coins = List.of(coin(1, 60_000));
    FeeRate rate = FeeRate.ofSatsPerVbyte(5);
    Spend spend = Spend.of(VAULT.descriptor(), coins, List.of(order(1, 60_000)), rate, 0);
    TestVault strangers = TestVault.of(2, 4);
    Spend same = Spend.of(strangers.descriptor(), coins, List.of(order(1, 60_000)), rate, 0);
    VaultPsbt proposed = VaultPsbt.of(VAULT.descriptor(), spend);
    // Same outpoint and same payout, but another script: its signature is of another digest.
    Spend aligned = new Spend(coins, spend.payouts(), same.change(), spend.fee(), spend.weight());
    String foreign =
        VaultPsbt.of(strangers.descriptor(), aligned).sign(strangers.keys().get(3)).base64();

    assertThatThrownBy(() -> proposed.combine(foreign))
        .isInstanceOf(VaultPsbt.Invalid.class)
        .hasMessageContaining("does not hold");
  }

  @Test
  void aReplacementPaysMoreByRateAndByFee() throws Exception {
    FeeRate last = FeeRate.ofSatsPerVbyte(5);
    Spend spend =
        Spend.of(VAULT.descriptor(), List.of(coin(1, 600_000)), List.of(order(1, 90_000)), last, 4);
    FeeBump bump = new FeeBump(VAULT.descriptor());

    FeeBump.Replacement next =
        bump.replace(spend, last, FeeRate.ofSatsPerVbyte(1), FeeRate.ofSatsPerVbyte(100))
            .orElseThrow();
    assertThat(next.rate().satsPerKvb()).isEqualTo(6_250);
    assertThat(next.spend().fee()).isGreaterThanOrEqualTo(spend.fee() + spend.vbytes());
    assertThat(next.spend().inputs()).isEqualTo(spend.inputs());
    assertThat(next.spend().change()).isEqualTo(spend.change());
    assertThat(bump.replace(spend, last, FeeRate.ofSatsPerVbyte(9), FeeRate.ofSatsPerVbyte(6)))
        .isEmpty();
    assertThat(
            bump.replace(spend, last, FeeRate.ofSatsPerVbyte(5_000), FeeRate.ofSatsPerVbyte(5_000)))
        .hasValueSatisfying(some -> assertThat(some.rate().satsPerKvb()).isEqualTo(6_250));
  }

  private static List<Coin> coins(Random random) {
    List<Coin> coins = new ArrayList<>();
    for (int n = random.nextInt(25); n >= 0; n--) {
      coins.add(coin(n, 600 + random.nextInt(random.nextBoolean() ? 20_000 : 2_000_000)));
    }
    return coins;
  }

  private static List<PayoutOrder> orders(Random random) {
    List<PayoutOrder> orders = new ArrayList<>();
    for (int n = random.nextInt(6); n >= 0; n--) {
      orders.add(order(n, 600 + random.nextInt(300_000)));
    }
    return orders;
  }

  static Coin coin(int n, long value) {
    byte[] txid = new byte[32];
    txid[0] = (byte) n;
    txid[1] = 1;
    return new Coin(
        new OutPoint(new fr.acinq.bitcoin.TxId(new ByteVector32(txid)), n), value, 0, n);
  }

  static PayoutOrder order(int n, long amount) {
    try {
      return new PayoutOrder(
          TxId.of(BigInteger.valueOf(1_000L + n)),
          Destination.parse(BitcoinNetwork.REGTEST, ADDRESSES[n % ADDRESSES.length]),
          amount);
    } catch (Destination.Unpayable e) {
      throw new IllegalArgumentException(e);
    }
  }
}
