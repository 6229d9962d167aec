// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Reading a real node. */
class NodeReaderTest {
  /** Reverts every call with the four bytes deadbeef. */
  private static final String REFUSES = "0x6f63deadbeef60e01b60005260046000fd60005260106010f3";

  /** Emits a log whose topic0 is the first word of the calldata. */
  private static final String LOGS = "0x6860003560006000a10060005260096017f3";

  private static final byte[] NOTHING = new byte[0];

  @SuppressWarnings("NullAway.Init")
  private static Anvil anvil;

  @SuppressWarnings("NullAway.Init")
  private static EvmReader reader;

  @BeforeAll
  static void start() {
    anvil = Anvil.manual();
    reader = anvil.reader();
    anvil.mine(3);
  }

  @AfterAll
  static void stop() {
    reader.close();
    anvil.close();
  }

  @Test
  void latestSafeAndFinalizedAreDifferentBlocks() {
    long latest = reader.head(FinalityTag.LATEST).number();
    assertThat(reader.head(FinalityTag.SAFE).number()).isEqualTo(latest - 1);
    assertThat(reader.head(FinalityTag.FINALIZED).number()).isEqualTo(latest - 2);
  }

  @Test
  void blocksComeInTheOrderAskedAndLinkToTheirParents() {
    anvil.mine(120);
    long head = reader.head(FinalityTag.LATEST).number();
    List<Long> numbers = new ArrayList<>(LongStream.rangeClosed(head - 120, head).boxed().toList());
    List<BlockRef> ascending = reader.blocks(numbers);
    Collections.reverse(numbers);
    assertThat(reader.blocks(numbers)).extracting(BlockRef::number).isEqualTo(numbers);
    for (int i = 1; i < ascending.size(); i++) {
      assertThat(ascending.get(i).parentHash()).isEqualTo(ascending.get(i - 1).hash());
    }
    assertThat(ascending.getLast().baseFee().isZero()).isFalse();
    assertThat(reader.blocks(List.of())).isEmpty();
  }

  @Test
  void aMissingBlockIsNotLeftOut() {
    long head = reader.head(FinalityTag.LATEST).number();
    assertThatThrownBy(() -> reader.blocks(List.of(head, head + 1000)))
        .isInstanceOf(Unreachable.class);
  }

  @Test
  void findsLogsOfManyBlocksByEmitterAndKind() {
    EvmAddress emitter = anvil.deploy(LOGS);
    EvmAddress other = anvil.deploy(LOGS);
    long from = reader.head(FinalityTag.LATEST).number() + 1;
    for (int i = 1; i <= 12; i++) {
      anvil.send(emitter, word(i % 3), Wei.ZERO);
      anvil.send(other, word(7), Wei.ZERO);
      anvil.mine(2);
    }
    long to = reader.head(FinalityTag.LATEST).number();
    assertThat(reader.logs(from, to, List.of(emitter), List.of(topic(0), topic(1)))).hasSize(8);
    assertThat(reader.logs(from, to, List.of(emitter, other), List.of())).hasSize(24);
    assertThat(reader.logs(from, to, List.of(), List.of(topic(7))))
        .hasSize(12)
        .allMatch(log -> log.address().equals(other))
        .isSortedAccordingTo((a, b) -> Long.compare(a.blockNumber(), b.blockNumber()));
  }

  @Test
  void theBloomOfAHeaderDeniesWhatIsNotThereAndNeverWhatIs() {
    EvmAddress emitter = anvil.deploy(LOGS);
    anvil.send(emitter, word(5), Wei.ZERO);
    anvil.mine(2);
    long head = reader.head(FinalityTag.LATEST).number();
    List<BlockHeader> headers = reader.headers(head - 1, head);
    ChainLog log = reader.logs(head - 1, head, List.of(emitter), List.of()).getFirst();

    assertThat(headers).extracting(one -> one.block().number()).containsExactly(head - 1, head);
    assertThat(headers.getFirst().bloom().mayHold(List.of(emitter), List.of(topic(5)))).isTrue();
    assertThat(headers.getFirst().bloom().mayHold(List.of(emitter), List.of(topic(6)))).isFalse();
    assertThat(headers.getFirst().bloom().denies(log)).isFalse();
    assertThat(headers.getLast().bloom().denies(log)).isTrue();
  }

  @Test
  void logsOfABlockByItsHashAndByItsReceiptsAreTheSame() {
    EvmAddress emitter = anvil.deploy(LOGS);
    anvil.send(emitter, word(5), Wei.ZERO);
    anvil.send(emitter, word(6), Wei.ZERO);
    anvil.mine(1);
    Hash block = reader.head(FinalityTag.LATEST).hash();

    List<ChainLog> all = Objects.requireNonNull(reader.logsInReceiptsOf(List.of(block)).get(block));
    assertThat(all).hasSize(2);
    assertThat(reader.logsOf(List.of(block), List.of(emitter), List.of()))
        .containsExactly(Map.entry(block, all));
    assertThat(reader.logsOf(List.of(block), List.of(emitter), List.of(topic(6))).get(block))
        .isEqualTo(all.stream().filter(log -> log.topics().contains(topic(6))).toList());
  }

  @Test
  void aBlockNobodyKnowsIsNotABlockWithoutLogs() {
    Hash unknown = new Hash("0x" + "77".repeat(32));
    assertThatThrownBy(() -> reader.logsOf(List.of(unknown), List.of(), List.of()))
        .isInstanceOf(ChainException.class);
    assertThatThrownBy(() -> reader.logsInReceiptsOf(List.of(unknown)))
        .isInstanceOf(ChainException.class);
    assertThat(reader.isSyncing()).isFalse();
  }

  @Test
  void asksNothingForAnEmptyRange() {
    long head = reader.head(FinalityTag.LATEST).number();
    assertThat(reader.logs(head + 1, head, List.of(), List.of())).isEmpty();
  }

  @Test
  void neverAnswersForBlocksTheNodeHasNotSeen() {
    long head = reader.head(FinalityTag.LATEST).number();
    assertThatThrownBy(() -> reader.logs(head, head + 1, List.of(), List.of()))
        .isInstanceOf(Unreachable.class)
        .hasMessageContaining("its head is " + head);
    assertThatThrownBy(() -> reader.logs(head + 1, head + 1, List.of(), List.of()))
        .isInstanceOf(Unreachable.class);
  }

  @Test
  void receiptsAreThereForWhatIsMinedAndOnlyForThat() {
    EvmAddress emitter = anvil.deploy(LOGS);
    EvmAddress refuses = anvil.deploy(REFUSES);
    List<Hash> mined =
        IntStream.range(0, 130).mapToObj(i -> anvil.send(emitter, word(i), Wei.of(i))).toList();
    Hash reverted = anvil.send(refuses, NOTHING, Wei.ZERO);
    anvil.rpc("evm_mine");
    Hash unknown = topic(99);
    List<Hash> asked = new ArrayList<>(mined);
    asked.addAll(List.of(reverted, unknown));
    Map<Hash, Receipt> receipts = reader.receipts(asked);
    assertThat(receipts).hasSize(131).doesNotContainKey(unknown);
    Receipt receipt = Objects.requireNonNull(receipts.get(mined.get(5)));
    assertThat(receipt.success()).isTrue();
    assertThat(receipt.from()).isEqualTo(Anvil.ALICE);
    assertThat(receipt.to()).isEqualTo(emitter);
    assertThat(receipt.gasUsed().units()).isGreaterThan(21_000);
    assertThat(receipt.effectiveGasPrice().isZero()).isFalse();
    assertThat(receipt.logs())
        .singleElement()
        .extracting(ChainLog::topics)
        .isEqualTo(List.of(topic(5)));
    assertThat(receipts.get(reverted)).extracting(Receipt::success).isEqualTo(false);
  }

  @Test
  void aReceiptOfACreationHasNoRecipient() {
    Hash tx = anvil.send(null, Hex.decode(LOGS), Wei.ZERO);
    anvil.mine(1);
    assertThat(reader.receipts(List.of(tx)).get(tx)).extracting(Receipt::to).isNull();
  }

  @Test
  void tellsWhatAContractRefusedWith() {
    EvmAddress refuses = anvil.deploy(REFUSES);
    Call call = Call.view(refuses, NOTHING);
    assertThatThrownBy(() -> reader.call(call, FinalityTag.LATEST))
        .isInstanceOfSatisfying(
            Reverted.class, e -> assertThat(e.selector()).isEqualTo("0xdeadbeef"));
    assertThatThrownBy(() -> reader.estimateGas(call))
        .isInstanceOfSatisfying(
            Reverted.class, e -> assertThat(e.selector()).isEqualTo("0xdeadbeef"));
    Call fine = Call.view(Anvil.ALICE, NOTHING);
    assertThatThrownBy(() -> reader.calls(List.of(fine, call, fine), FinalityTag.LATEST))
        .isInstanceOf(Reverted.class);
  }

  @Test
  void readsStateAsOfAFinalityTag() {
    EvmAddress refuses = anvil.deploy(REFUSES);
    Call call = Call.view(refuses, NOTHING);
    assertThat(reader.call(call, FinalityTag.FINALIZED)).isEmpty();
    anvil.mine(2);
    assertThatThrownBy(() -> reader.call(call, FinalityTag.FINALIZED)).isInstanceOf(Reverted.class);
  }

  @Test
  void answersManyCallsInTheirOrder() {
    EvmAddress identity = new EvmAddress("0x" + "0".repeat(39) + "4");
    List<Call> calls = IntStream.range(0, 250).mapToObj(i -> Call.view(identity, word(i))).toList();
    List<byte[]> answers = reader.calls(calls, FinalityTag.LATEST);
    for (int i = 0; i < calls.size(); i++) {
      assertThat(answers.get(i)).isEqualTo(word(i));
    }
  }

  @Test
  void aPoorSenderIsRefusedNotReverted() {
    EvmAddress poor = new EvmAddress("0x" + "77".repeat(20));
    EvmAddress emitter = anvil.deploy(LOGS);
    Call call = new Call(poor, emitter, NOTHING, Wei.of(1_000));
    assertThatThrownBy(() -> reader.estimateGas(call)).isInstanceOf(RpcError.class);
  }

  @Test
  void knowsBalanceNonceChainAndGas() {
    EvmAddress receiver = new EvmAddress("0x" + "66".repeat(20));
    long before = reader.transactionCount(Anvil.ALICE, true);
    anvil.send(receiver, NOTHING, Wei.of(123));
    assertThat(reader.transactionCount(Anvil.ALICE, true)).isEqualTo(before + 1);
    assertThat(reader.transactionCount(Anvil.ALICE, false)).isEqualTo(before);
    anvil.mine(1);
    assertThat(reader.transactionCount(Anvil.ALICE, false)).isEqualTo(before + 1);
    assertThat(reader.balance(receiver)).isEqualTo(Wei.of(123));
    assertThat(reader.chainId()).isEqualTo(31337);
    assertThat(reader.estimateGas(new Call(Anvil.ALICE, receiver, NOTHING, Wei.of(1))))
        .isEqualTo(new Gas(21_000));
  }

  @Test
  void foretellsTheNextBlocksBaseFee() {
    FeeSnapshot fees = reader.fees();
    anvil.mine(1);
    assertThat(reader.head(FinalityTag.LATEST).baseFee()).isEqualTo(fees.baseFeeNextBlock());
    assertThat(fees.priorityFee().isZero()).isFalse();
    assertThat(fees.gasPrice()).isEqualTo(fees.baseFeeNextBlock().plus(fees.priorityFee()));
  }

  private static byte[] word(long value) {
    return topic(value).bytes();
  }

  private static Hash topic(long value) {
    return Hash.of(BigInteger.valueOf(value));
  }
}
