// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import fr.acinq.bitcoin.TxIn;
import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.MempoolEntry;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.TxId;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What the vault builds is what a real node takes. */
class NodeTest {
  private static final TestVault VAULT = TestVault.of(2, 3);
  private static final int REST = 10;
  private static final TestVault LOCKED = TestVault.timeLocked(REST, 2, 3, 4);
  private static final FeeRate LOW = FeeRate.ofSatsPerVbyte(2);
  private static final FeeRate MOST = FeeRate.ofSatsPerVbyte(100);

  private static BitcoinRegtest node;
  private static BitcoinReader reader;

  @BeforeAll
  static void start() {
    node = BitcoinRegtest.start();
    reader = node.reader();
  }

  @AfterAll
  static void stop() {
    reader.close();
    node.close();
  }

  @Test
  void theNodeDerivesTheSameAddresses() {
    List<TestVault> all = new ArrayList<>(List.of(VAULT, LOCKED));
    for (int blocks : List.of(1, 16, 17, 127, 128, 255, 256, 32_767, 32_768, 65_535)) {
      all.add(TestVault.timeLocked(blocks, 3, 5, 7));
    }
    for (TestVault vault : all) {
      for (int branch : List.of(VaultDescriptor.DEPOSITS, VaultDescriptor.CHANGE)) {
        var derived =
            node.rpc("deriveaddresses", vault.descriptor().forNode(branch), List.of(4, 5));
        for (int at = 0; at < 2; at++) {
          assertThat(vault.descriptor().script(branch, 4L + at).address(BitcoinNetwork.REGTEST))
              .as("%s %s", vault.descriptor(), branch)
              .isEqualTo(derived.get(at).asString());
        }
      }
    }
  }

  @Test
  void whatATimeLockedVaultHoldsIsSpentWhenItHasRestedAndNoBlockEarlier() throws Exception {
    Coin coin = deposit(LOCKED, 30, 800_000);
    assertThat(reader.unspentUnder(List.of(LOCKED.descriptor().forNode(0)), 1_000).outputs())
        .extracting(one -> one.output().sats())
        .contains(800_000L);
    List<PayoutOrder> orders = List.of(order(8, node.newAddress()));
    Spend spend = Spend.of(LOCKED.descriptor(), List.of(coin), orders, LOW, 2);
    Transaction early = complete(LOCKED, spend);

    node.mine(REST - 2);
    assertThat(refusal(early)).isEqualTo("non-BIP68-final");
    assertThat(send(early).outcome()).isEqualTo(BitcoinBroadcast.Outcome.TOO_EARLY);
    node.mine(1);
    assertThat(refusal(early)).isEmpty();
    assertThat(send(early).isAccepted()).isTrue();
    assertThat(reader.mempoolEntry(hash(early)).orElseThrow().vbytes())
        .isBetween(spend.vbytes() - 2, spend.vbytes());

    FeeBump bump = new FeeBump(LOCKED.descriptor());
    assertThat(bump.child(spend, early, FeeRate.ofSatsPerVbyte(20), 3, 100_000)).isEmpty();
    Spend higher = bump.replace(spend, LOW, LOW, MOST).orElseThrow().spend();
    Transaction second = complete(LOCKED, higher);
    assertThat(send(second).isAccepted()).isTrue();
    assertThat(reader.mempoolEntry(hash(early))).isEmpty();
    Hash block = node.mine(1);
    assertThat(reader.transactionIn(block, hash(second)).orElseThrow().outputs())
        .extracting(out -> out.sats())
        .containsExactly(higher.payouts().getFirst().paid(), 800_000 - 100_008L);

    OutPoint change = new OutPoint(second, 1);
    Coin rests = new Coin(change, 699_992, VaultDescriptor.CHANGE, 2);
    Spend next = Spend.of(LOCKED.descriptor(), List.of(rests), orders, LOW, 3);
    assertThat(refusal(complete(LOCKED, next))).isEqualTo("non-BIP68-final");
  }

  @Test
  void noSignaturesMakeUpForATimeLockThatTheInputDoesNotState() throws Exception {
    Coin coin = deposit(LOCKED, 31, 300_000);
    node.mine(REST);
    Spend spend =
        Spend.of(LOCKED.descriptor(), List.of(coin), List.of(order(9, node.newAddress())), LOW, 4);
    Transaction right = complete(LOCKED, spend);
    TxIn input = right.txIn.getFirst();
    TxIn stated = new TxIn(input.outPoint, input.signatureScript, 0xfffffffdL, input.witness);
    Transaction hasty = right.updateInputs(List.of(stated));

    assertThat(refusal(right)).isEmpty();
    assertThat(refusal(hasty)).contains("Locktime requirement not satisfied");
  }

  /** Why the node's mempool does not take it; empty when it does. */
  private static String refusal(Transaction transaction) {
    String raw = Hex.encode(Transaction.write(transaction)).substring(2);
    return node.rpc("testmempoolaccept", List.of(raw)).get(0).path("reject-reason").asString("");
  }

  @Test
  void everyTypeOfDestinationIsPaidInOneBatchAndItsFeeIsRaised() throws Exception {
    List<Coin> coins = List.of(deposit(10, 900_000), deposit(11, 800_000));
    List<PayoutOrder> orders = new ArrayList<>();
    for (String type : List.of("legacy", "p2sh-segwit", "bech32", "bech32m")) {
      orders.add(order(orders.size(), node.wallet("getnewaddress", "", type).asString()));
    }
    orders.add(order(4, VAULT.descriptor().script(0, 99).address(BitcoinNetwork.REGTEST)));
    Spend spend = Spend.of(VAULT.descriptor(), coins, orders, LOW, 1);
    Transaction first = complete(spend);

    assertThat(send(first).outcome()).isEqualTo(BitcoinBroadcast.Outcome.ACCEPTED);
    MempoolEntry waiting = reader.mempoolEntry(hash(first)).orElseThrow();
    assertThat(waiting.feeSats()).isEqualTo(spend.fee());
    assertThat(waiting.vbytes()).isBetween(spend.vbytes() - 2, spend.vbytes());

    FeeBump.Replacement higher =
        new FeeBump(VAULT.descriptor()).replace(spend, LOW, LOW, MOST).orElseThrow();
    Transaction second = complete(higher.spend());
    assertThat(send(second).outcome()).isEqualTo(BitcoinBroadcast.Outcome.ACCEPTED);
    assertThat(reader.mempoolEntry(hash(first))).isEmpty();

    Hash block = node.mine(1);
    var mined = reader.transactionIn(block, hash(second)).orElseThrow();
    assertThat(mined.outputs()).hasSize(6);
    for (int at = 0; at < orders.size(); at++) {
      Spend.Payout payout = higher.spend().payouts().get(at);
      assertThat(mined.outputs().get(at).sats()).isEqualTo(payout.paid());
      assertThat(payout.paid() + payout.fee()).isEqualTo(100_000 + at);
    }
    assertThat(mined.outputs().get(5).sats()).isEqualTo(1_700_000 - 500_010);
  }

  @Test
  void aChildOfTheChangePaysForItsParent() throws Exception {
    Coin coin = deposit(20, 700_000);
    Spend spend =
        Spend.of(VAULT.descriptor(), List.of(coin), List.of(order(7, node.newAddress())), LOW, 2);
    Transaction parent = complete(spend);
    assertThat(send(parent).isAccepted()).isTrue();
    FeeRate wanted = FeeRate.ofSatsPerVbyte(20);
    FeeBump bump = new FeeBump(VAULT.descriptor());

    assertThat(bump.child(spend, parent, wanted, 3, 100)).isEmpty();
    Spend child = bump.child(spend, parent, wanted, 3, 100_000).orElseThrow();
    Transaction signed = complete(child);
    assertThat(send(signed).isAccepted()).isTrue();

    MempoolEntry both = reader.mempoolEntry(hash(signed)).orElseThrow();
    long rate = both.ancestorFeeSats() * 1_000 / both.ancestorVbytes();
    assertThat(rate).isBetween(20_000L, 20_300L);
    Hash block = node.mine(1);
    assertThat(reader.transactionIn(block, hash(signed))).isPresent();
    assertThat(reader.unspent(new Outpoint(hash(signed), 0), false))
        .map(UnspentOutput::output)
        .hasValueSatisfying(out -> assertThat(out.sats()).isEqualTo(600_000 - 7 - child.fee()));
  }

  private record Sent(BitcoinBroadcast.Outcome outcome) {
    boolean isAccepted() {
      return outcome == BitcoinBroadcast.Outcome.ACCEPTED;
    }
  }

  private static Sent send(Transaction transaction) {
    return new Sent(reader.broadcast(Transaction.write(transaction)).outcome());
  }

  private static Transaction complete(Spend spend) throws VaultPsbt.Invalid {
    return complete(VAULT, spend);
  }

  private static Transaction complete(TestVault vault, Spend spend) throws VaultPsbt.Invalid {
    VaultPsbt proposed = VaultPsbt.of(vault.descriptor(), spend);
    VaultPsbt all = proposed;
    for (VaultKey key : vault.keys().subList(1, 3)) {
      all = all.combine(proposed.sign(key).base64());
    }
    return all.extract();
  }

  private static Coin deposit(long index, long sats) {
    return deposit(VAULT, index, sats);
  }

  private static Coin deposit(TestVault vault, long index, long sats) {
    String address = vault.descriptor().script(0, index).address(BitcoinNetwork.REGTEST);
    Hash txid = node.pay(address, sats);
    node.mine(1);
    for (long vout = 0; vout < 2; vout++) {
      var out = reader.unspent(new Outpoint(txid, vout), false).orElseThrow();
      if (out.output().sats() == sats) {
        return new Coin(
            new OutPoint(new fr.acinq.bitcoin.TxId(txid.hex().substring(2)), vout), sats, 0, index);
      }
    }
    throw new IllegalStateException("no output of " + sats);
  }

  private static Hash hash(Transaction transaction) {
    return new Hash("0x" + transaction.txid);
  }

  private static PayoutOrder order(int n, String address) throws Destination.Unpayable {
    return new PayoutOrder(
        TxId.of(BigInteger.valueOf(100L + n)),
        Destination.parse(BitcoinNetwork.REGTEST, address),
        100_000 + n);
  }
}
