// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.chain.ChainLog;
import io.settlement.chain.Receipt;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CostSharesTest {
  private static final EvmAddress SETTLEMENT = Golden.repeated("55");
  private static final EvmAddress VAULT = Golden.repeated("66");
  private static final Wei PRICE = Wei.of(3);

  @Test
  void sharesTheUnmeteredRestEquallyAndTheFirstCarriesTheOddUnits() {
    Map<TxId, ExecutionCost> costs =
        shares(receipt(SETTLEMENT, 1000, metered(1, 200), metered(2, 300), metered(3, 400)));
    assertThat(units(costs)).containsExactly(200L + 34, 300L + 33, 400L + 33);
    assertThat(costs.get(txid(2)))
        .isEqualTo(
            new ExecutionCost(
                Golden.SCROLL, hash(), Golden.USER, new Gas(333), PRICE, Wei.of(999)));
  }

  @Test
  void whatTheFirstWarmedForAllIsPaidByAll() {
    assertThat(
            units(
                shares(
                    receipt(
                        SETTLEMENT,
                        1_000,
                        metered(1, 400),
                        metered(2, 150),
                        metered(3, 100),
                        metered(4, 90)))))
        .as("300 beyond the median of the others and 260 that nobody metered")
        .containsExactly(100L + 140, 150L + 140, 100L + 140, 90L + 140);
  }

  @Test
  void nobodyGetsMoreThanWarmingPaidByHisCompanions() {
    assertThat(
            units(shares(receipt(SETTLEMENT, 1_000_100, metered(1, 1_000_000), metered(2, 100)))))
        .containsExactly(950_000L + 25_000, 100L + 25_000);
  }

  @Test
  void whoStaysBehindLeavesTheWarmingToTheOthers() {
    Receipt tried = receipt(SETTLEMENT, 1_000, metered(1, 400), metered(2, 150), metered(3, 100));
    assertThat(gasOfTried(tried, 2, 3))
        .isEqualTo(Map.of(txid(2), new Gas(150 + 325), txid(3), new Gas(100 + 325)));
  }

  @Test
  void aSkippedMemberPaysForItself() {
    assertThat(units(shares(receipt(SETTLEMENT, 100, metered(1, 20), skipped(2, 40)))))
        .containsExactly(40L, 60L);
  }

  @Test
  void aMemberThatAppearsTwicePaysOnce() {
    assertThat(
            units(shares(receipt(SETTLEMENT, 100, metered(1, 20), metered(2, 40), skipped(1, 10)))))
        .containsExactly(45L, 55L);
  }

  @Test
  void dividesInProportionWhenTheMachineRefundedGas() {
    assertThat(units(shares(receipt(SETTLEMENT, 101, metered(1, 100), metered(2, 100)))))
        .containsExactly(51L, 50L);
  }

  @Test
  void whoStaysBehindLeavesHisPartOfTheRestToTheOthers() {
    Receipt tried = receipt(SETTLEMENT, 1000, metered(1, 200), metered(2, 300), metered(3, 400));
    assertThat(gasOfTried(tried, 1, 2, 3))
        .isEqualTo(Map.of(txid(1), new Gas(234), txid(2), new Gas(333), txid(3), new Gas(433)));
    assertThat(gasOfTried(tried, 2, 3))
        .as("200 go with him, 100 stay")
        .isEqualTo(Map.of(txid(2), new Gas(350), txid(3), new Gas(450)));
    assertThat(gasOfTried(tried, 1)).isEqualTo(Map.of(txid(1), new Gas(300)));
    assertThat(gasOfTried(tried, 4)).as("nobody metered him").isEmpty();
  }

  private static Map<TxId, Gas> gasOfTried(Receipt tried, int... going) {
    return CostShares.ofTried(
        SETTLEMENT,
        tried.logs(),
        tried.gasUsed(),
        Arrays.stream(going).mapToObj(CostSharesTest::txid).collect(Collectors.toSet()));
  }

  @Test
  void refundsCostTheSameEach() {
    assertThat(units(shares(receipt(VAULT, 101, refunded(1), refunded(2)))))
        .containsExactly(51L, 50L);
  }

  @Test
  void aContractThatMetersNothingChargesItsOneMessageWithEverything() {
    for (Hash outcome : List.of(SettlementAbi.HANDLE_RESULT, SettlementAbi.RESULT)) {
      assertThat(units(shares(receipt(SETTLEMENT, 101, told(1, outcome))))).containsExactly(101L);
      assertThat(units(shares(receipt(SETTLEMENT, 101, told(2, outcome), told(1, outcome)))))
          .containsExactly(51L, 50L);
    }
  }

  @Test
  void anOutcomeBesideItsMeteringChangesNothing() {
    assertThat(
            units(
                shares(
                    receipt(
                        SETTLEMENT,
                        100,
                        told(1, SettlementAbi.HANDLE_RESULT),
                        metered(1, 20),
                        told(2, SettlementAbi.HANDLE_RESULT),
                        metered(2, 40)))))
        .containsExactly(40L, 60L);
  }

  private static ChainLog told(long txid, Hash outcome) {
    return Golden.log(SETTLEMENT, new byte[0], outcome, Golden.topic(txid(txid)));
  }

  @Test
  void believesOnlyTheContractThatWasCalled() {
    ChainLog lookAlike =
        Golden.log(
            Golden.repeated("99"),
            Abi.encode(Abi.uint(1), Abi.uint(90)),
            SettlementAbi.MESSAGE_GAS,
            Golden.topic(txid(7)));
    assertThat(shares(receipt(SETTLEMENT, 100, lookAlike, metered(1, 5))))
        .containsOnlyKeys(txid(1));
  }

  @Test
  void sharesTheDataFeeEquallyAndTheFirstCarriesTheOddWei() {
    Receipt plain = receipt(SETTLEMENT, 100, metered(1, 10), metered(2, 20), metered(3, 30));
    Receipt rollup =
        new Receipt(
            plain.txHash(),
            plain.blockNumber(),
            plain.blockHash(),
            true,
            plain.from(),
            plain.to(),
            plain.gasUsed(),
            PRICE,
            Wei.of(1_001),
            plain.logs());

    Map<TxId, ExecutionCost> costs = shares(rollup);

    assertThat(costs.values().stream().map(ExecutionCost::dataFee))
        .containsExactly(Wei.of(335), Wei.of(333), Wei.of(333));
    assertThat(costs.values().stream().map(ExecutionCost::fee).reduce(Wei.ZERO, Wei::plus))
        .isEqualTo(rollup.fee())
        .isEqualTo(Wei.of(1_301));
  }

  @Test
  void aTransactionWithoutMessagesHasNoShares() {
    assertThat(shares(receipt(SETTLEMENT, 21_000))).isEmpty();
  }

  @Test
  void alwaysAddsUpToTheReceipt() {
    Random random = new Random(11);
    for (int round = 0; round < 500; round++) {
      ChainLog[] logs =
          IntStream.rangeClosed(1, 1 + random.nextInt(20))
              .mapToObj(i -> metered(i, random.nextInt(1_000_000)))
              .toArray(ChainLog[]::new);
      long total = random.nextInt(20_000_000);
      List<Long> units = units(shares(receipt(SETTLEMENT, total, logs)));
      assertThat(units.stream().mapToLong(Long::longValue).sum()).isEqualTo(total);
      assertThat(units).allMatch(unit -> unit >= 0);
    }
  }

  private static Map<TxId, ExecutionCost> shares(Receipt receipt) {
    return CostShares.of(Golden.SCROLL, receipt);
  }

  private static List<Long> units(Map<TxId, ExecutionCost> costs) {
    return costs.values().stream().map(cost -> cost.gasUsed().units()).toList();
  }

  private static Receipt receipt(EvmAddress to, long gas, ChainLog... logs) {
    return new Receipt(
        hash(), 1, hash(), true, Golden.USER, to, new Gas(gas), PRICE, Wei.ZERO, List.of(logs));
  }

  private static Hash hash() {
    return new Hash("0x" + "01".repeat(32));
  }

  private static TxId txid(long number) {
    return TxId.of(BigInteger.valueOf(number));
  }

  private static ChainLog metered(long txid, long gas) {
    return Golden.log(
        SETTLEMENT,
        Abi.encode(Abi.uint(1), Abi.uint(gas)),
        SettlementAbi.MESSAGE_GAS,
        Golden.topic(txid(txid)));
  }

  private static ChainLog skipped(long txid, long gas) {
    return Golden.log(
        SETTLEMENT,
        Abi.encode(Abi.uint(1), Abi.uint(0), Abi.uint(gas)),
        SettlementAbi.SKIPPED,
        Golden.topic(txid(txid)));
  }

  private static ChainLog refunded(long txid) {
    return Golden.log(
        VAULT,
        Abi.encode(Abi.uint(5), Abi.uint(1)),
        GasServiceAbi.REFUNDED,
        Golden.topic(txid(txid)),
        Golden.topic(Golden.USER));
  }
}
