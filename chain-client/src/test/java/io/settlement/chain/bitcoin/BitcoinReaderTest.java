// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.settlement.chain.Disagreement;
import io.settlement.chain.Unreachable;
import io.settlement.chain.bitcoin.BitcoinBroadcast.Outcome;
import io.settlement.events.value.Hash;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BitcoinReaderTest {
  private static final long ONE_BTC = 100_000_000;
  private static final BitcoinProviderSettings NOBODY =
      BitcoinProviderSettings.of(URI.create("http://127.0.0.1:9/"), "a", "b");

  private BitcoinRegtest node;
  private BitcoinReader reader;

  @BeforeAll
  void start() {
    node = BitcoinRegtest.start();
    reader = node.reader();
    node.mine(5);
  }

  @AfterAll
  void stop() {
    reader.close();
    node.close();
  }

  @Test
  void theNodeIsOnTheNetworkOfItsSettings() {
    reader.checkNetwork();
    BitcoinSettings main = BitcoinSettings.of(BitcoinNetwork.MAIN, List.of(node.provider()));
    try (BitcoinReader wrong = BitcoinReader.connect(main, new SimpleMeterRegistry())) {
      assertThatThrownBy(wrong::checkNetwork).hasMessageContaining("regtest, not on main");
    }
    assertThat(reader.hashAt(0)).contains(BitcoinNetwork.REGTEST.genesisBlock());
  }

  @Test
  void aBlockTellsWhatItsTransactionsSpentAndMade() {
    String payee = node.newAddress();
    Outpoint coin = node.coin(2 * ONE_BTC);
    Hash txid = node.payFrom(coin, payee, ONE_BTC, 3);
    Hash hash = node.mine(1);

    BitcoinBlock block = reader.block(hash);
    BitcoinTransaction paid = block.transactions().get(1);

    assertThat(block.header()).isEqualTo(reader.head()).isEqualTo(reader.header(hash));
    assertThat(block.header().parent()).isEqualTo(node.blockAt(node.height() - 1));
    assertThat(block.header().medianTime()).isBeforeOrEqualTo(block.header().time());
    assertThat(block.transactions().getFirst().inputs().getFirst().output()).isEmpty();
    assertThat(paid.txid()).isEqualTo(txid);
    assertThat(reader.transactionIn(hash, txid)).contains(paid);
    assertThat(reader.transactionIn(node.blockAt(3), txid)).isEmpty();
    assertThat(paid.inputs())
        .singleElement()
        .satisfies(
            input -> {
              assertThat(input.spends()).isEqualTo(coin);
              assertThat(input.output().orElseThrow().sats()).isEqualTo(50 * ONE_BTC);
            });
    String script = BitcoinAddresses.scriptOf(BitcoinNetwork.REGTEST, payee).orElseThrow();
    assertThat(paid.outputs())
        .filteredOn(output -> output.script().equals(script))
        .singleElement()
        .satisfies(output -> assertThat(output.sats()).isEqualTo(ONE_BTC));
    long fee = 50 * ONE_BTC - paid.outputs().stream().mapToLong(BitcoinOutput::sats).sum();
    assertThat(fee).isEqualTo(FeeRate.ofSatsPerVbyte(3).feeOf(paid.vbytes()));
    assertThat(BitcoinAddresses.addressOf(BitcoinNetwork.REGTEST, script)).contains(payee);
    assertThat(BitcoinAddresses.scriptOf(BitcoinNetwork.MAIN, payee)).isEmpty();
  }

  @Test
  void anOutputIsUnspentUntilSomebodySpendsItAndAgainWhenThatBlockIsReplaced() {
    String payee = node.newAddress();
    Hash txid = node.pay(payee, 70_000);
    Outpoint output = outputTo(payee, txid, null);
    assertThat(reader.unspent(output, false)).isEmpty();
    assertThat(reader.unspent(output, true))
        .hasValueSatisfying(
            found -> assertThat(found.height()).isEqualTo(UnspentOutput.IN_MEMPOOL));
    assertThat(reader.mempoolEntry(txid))
        .hasValueSatisfying(entry -> assertThat(entry.feeSats()).isPositive());
    assertThat(reader.waiting(txid).orElseThrow().txid()).isEqualTo(txid);
    assertThat(reader.mempool().transactions()).isPositive();

    Hash block = node.mine(1);
    assertThat(outputTo(payee, txid, block)).isEqualTo(output);
    assertThat(reader.unspent(output, false))
        .hasValueSatisfying(
            found -> {
              assertThat(found.height()).isEqualTo(node.height());
              assertThat(found.output().sats()).isEqualTo(70_000);
            });
    assertThat(reader.unspentUnder(List.of("addr(" + payee + ")"), 0))
        .satisfies(
            scan -> {
              assertThat(scan.block()).isEqualTo(block);
              assertThat(scan.outputs()).hasSize(1);
            });
    assertThat(reader.mempoolEntry(txid)).isEmpty();

    node.replaceWithEmptyBlocks(1);
    assertThat(reader.unspent(output, false)).isEmpty();
    assertThat(reader.header(block).hash()).isEqualTo(block);
    assertThat(reader.hashAt(reader.header(block).height())).isNotEqualTo(block);
    node.mine(1);
  }

  private Outpoint outputTo(String address, Hash txid, @Nullable Hash block) {
    String script = BitcoinAddresses.scriptOf(BitcoinNetwork.REGTEST, address).orElseThrow();
    BitcoinTransaction transaction =
        block == null
            ? reader.waiting(txid).orElseThrow()
            : reader.transactionIn(block, txid).orElseThrow();
    return transaction.outputs().stream()
        .filter(output -> output.script().equals(script))
        .findFirst()
        .orElseThrow()
        .outpoint();
  }

  @Test
  void whatBecomesOfATransactionIsSaidInOneOfFiveWords() {
    Outpoint coin = node.coin(ONE_BTC);
    byte[] paid = signed(coin, 1_000);
    assertThat(reader.broadcast(paid).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(reader.broadcast(paid).outcome()).isEqualTo(Outcome.ACCEPTED);
    assertThat(reader.broadcast(signed(coin, 900)).outcome()).isEqualTo(Outcome.FEE_TOO_LOW);
    byte[] better = signed(coin, 20_000);
    assertThat(reader.broadcast(better).outcome()).isEqualTo(Outcome.ACCEPTED);
    byte[] late = signed(coin, 50_000);
    node.mine(1);
    assertThat(reader.broadcast(better).outcome()).isEqualTo(Outcome.KNOWN);
    assertThat(reader.broadcast(late).outcome()).isEqualTo(Outcome.INPUTS_SPENT);
    assertThat(reader.broadcast(signed(node.coin(ONE_BTC), 0)).outcome())
        .isEqualTo(Outcome.FEE_TOO_LOW);
    byte[] broken = signed(node.coin(ONE_BTC), 1_000);
    broken[broken.length - 40] ^= 1;
    BitcoinBroadcast refused = reader.broadcast(broken);
    assertThat(refused.outcome()).isEqualTo(Outcome.INVALID);
    assertThat(refused.words()).isNotEmpty();
  }

  /** All of the coin to one address, signed by the node's wallet. */
  private byte[] signed(Outpoint coin, long feeSats) {
    return node.sign(coin, node.newAddress(), worth(coin) - feeSats);
  }

  private long worth(Outpoint coin) {
    return reader.unspent(coin, false).orElseThrow().output().sats();
  }

  @Test
  void feesAreTheOperatorsWhereTheNodeCannotTellAndNeverBelowWhatMempoolsTake() {
    FeeRate fallback = FeeRate.ofSatsPerVbyte(reader.settings().fallbackFee());
    assertThat(reader.feeRate(2)).isGreaterThanOrEqualTo(FeeRate.ofSatsPerVbyte(1));
    assertThat(reader.feeRate(2)).isLessThanOrEqualTo(fallback);
    assertThat(new FeeRate(1_500).feeOf(3)).isEqualTo(5);
    assertThat(FeeRate.of(423, 141))
        .isEqualTo(FeeRate.ofSatsPerVbyte(3))
        .hasToString("3.000 sat/vB");
  }

  @Test
  void aSilentNodeCostsNothingAndAContradictionNamesBoth() {
    try (BitcoinRegtest other = BitcoinRegtest.empty()) {
      other.follow(node);
      BitcoinReader three = readerOf(2, node.provider(), other.provider(), NOBODY);
      assertThat(three.head()).isEqualTo(reader.head());
      assertThat(three.block(three.head().hash())).isEqualTo(reader.block(reader.head().hash()));

      other.rpc("setnetworkactive", false);
      other.mineTo(1, node.newAddress());
      node.mine(1);
      assertThatThrownBy(three::head)
          .isInstanceOf(Disagreement.class)
          .hasMessageContaining(node.provider().name())
          .hasMessageContaining(other.provider().name());
      assertThat(three.wellNodes()).isEqualTo(2);
      three.close();
    }
    BitcoinReader two = readerOf(2, node.provider(), NOBODY);
    assertThatThrownBy(two::head).isInstanceOf(Unreachable.class);
    two.close();
  }

  private static BitcoinReader readerOf(int quorum, BitcoinProviderSettings... providers) {
    BitcoinSettings settings =
        new BitcoinSettings(
            BitcoinSettings.BITCOIN,
            BitcoinNetwork.REGTEST,
            List.of(providers),
            quorum,
            Duration.ofSeconds(10),
            Duration.ofSeconds(1),
            5,
            1);
    return BitcoinReader.connect(settings, new SimpleMeterRegistry());
  }

  @Test
  void aNodeThatWasAwayIsReadAgainAndKnowsWhatItKnew() {
    BitcoinHeader before = reader.head();
    try (BitcoinReader lasting = node.reader()) {
      node.stop();
      assertThatThrownBy(lasting::head).isInstanceOf(Unreachable.class);
      node.restart();
      await()
          .atMost(Duration.ofSeconds(10))
          .ignoreExceptionsInstanceOf(Unreachable.class)
          .untilAsserted(() -> assertThat(lasting.head()).isEqualTo(before));
    }
    node.mine(1);
  }
}
