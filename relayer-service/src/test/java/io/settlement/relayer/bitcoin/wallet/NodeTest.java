// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import fr.acinq.bitcoin.OutPoint;
import fr.acinq.bitcoin.Transaction;
import io.settlement.chain.bitcoin.BitcoinBroadcast;
import io.settlement.chain.bitcoin.BitcoinNetwork;
import io.settlement.chain.bitcoin.BitcoinReader;
import io.settlement.chain.bitcoin.BitcoinRegtest;
import io.settlement.chain.bitcoin.FeeRate;
import io.settlement.chain.bitcoin.MempoolEntry;
import io.settlement.chain.bitcoin.Outpoint;
import io.settlement.chain.bitcoin.UnspentOutput;
import io.settlement.events.value.Hash;
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
    String first =
        node.rpc("deriveaddresses", VAULT.descriptor().forNode(0), List.of(0, 1)).get(1).asString();
    String change =
        node.rpc("deriveaddresses", VAULT.descriptor().forNode(1), List.of(5, 5)).get(0).asString();

    assertThat(VAULT.descriptor().script(0, 1).address(BitcoinNetwork.REGTEST)).isEqualTo(first);
    assertThat(VAULT.descriptor().script(1, 5).address(BitcoinNetwork.REGTEST)).isEqualTo(change);
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
    VaultPsbt proposed = VaultPsbt.of(VAULT.descriptor(), spend);
    VaultPsbt all = proposed;
    for (VaultKey key : VAULT.keys().subList(1, 3)) {
      all = all.combine(proposed.sign(key).base64());
    }
    return all.extract();
  }

  private static Coin deposit(long index, long sats) {
    String address = VAULT.descriptor().script(0, index).address(BitcoinNetwork.REGTEST);
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
