// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.ChainLog;
import io.settlement.chain.contract.SettlementAbi.CreatedRecord;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.Wei;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint64;
import org.web3j.abi.datatypes.generated.Uint8;

class SettlementAbiTest {
  private static final EvmAddress SETTLEMENT = Golden.repeated("55");
  private static final Certificate QUORUM = Certificate.ofSignatures(new byte[130]);

  @Test
  void topicsAreTheProtocols() {
    assertThat(SettlementAbi.MESSAGE.hex())
        .isEqualTo("0x62dc947ad0ca428e4b46b3feaaa1d1bec113825f33ea35be69676d81001933a0");
    assertThat(SettlementAbi.HANDLE_RESULT.hex())
        .isEqualTo("0x82c210e1388cff20f2c4c6ff32bf14b4779aeac54e282927d5c1080e8553c96b");
    assertThat(SettlementAbi.RESULT.hex())
        .isEqualTo("0xdd39056ac06beb4647eb2236351d793fa8e712bd3d7c436b2131f85a386e3a7b");
  }

  @Test
  void gettersHaveTheirSelectors() {
    assertThat(Hex.encode(SettlementAbi.createdRecordCall(Golden.TXID)))
        .isEqualTo("0x810a771f" + Golden.TXID.hex().substring(2));
    assertThat(Hex.encode(SettlementAbi.receivedStatusCall(Golden.message())))
        .isEqualTo(
            FunctionEncoder.encode(
                new Function(
                    "received_status",
                    List.of(new Utf8String("Scroll"), new Uint64(1)),
                    List.of())));
  }

  @Test
  void readsAMessage() {
    assertThat(read(messageLog(Golden.G2))).isEqualTo(Golden.message());
  }

  @Test
  void readsAMessageToAHandlerBeyondEvm() {
    byte[] data = messageData(Golden.G2);
    data[96] = 1;
    CrossChainMessage message = read(messageLog(data));
    assertThat(message.to().isEvm()).isFalse();
    assertThatThrownBy(
            () -> SettlementCalls.receiveBatch(List.of(new SignedMessage(message, QUORUM))))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void leavesOutATransferThatIsNotExact() {
    assertThat(read(messageLog(Golden.G2 + "00")).transfer()).isNull();
    assertThat(read(messageLog("0x")).transfer()).isNull();
    assertThat(read(messageLog("0x02" + Golden.G2.substring(4))).transfer()).isNull();
  }

  @Test
  void leavesOutATransferThatSpeaksForSomebodyElse() {
    ChainLog log =
        Golden.log(
            SETTLEMENT,
            messageData(Golden.G2),
            SettlementAbi.MESSAGE,
            Golden.topic(Golden.TXID),
            Golden.topic(Golden.RECEIVER));
    assertThat(read(log).transfer()).isNull();
  }

  @Test
  void refusesALogCutShortAnywhere() {
    byte[] whole = messageData(Golden.G2);
    int needed = whole.length - 29; // the payload's padding says nothing
    for (int length = 0; length < needed; length += 7) {
      ChainLog cut = messageLog(Arrays.copyOf(whole, length));
      assertThatThrownBy(() -> read(cut)).isInstanceOf(InvalidValue.class);
    }
  }

  @Test
  void refusesOrReadsDamagedLogsButNeverBreaks() {
    Random random = new Random(3);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      byte[] damaged = messageData(Golden.G2);
      for (int hits = 1 + random.nextInt(3); hits > 0; hits--) {
        damaged[random.nextInt(256)] = (byte) random.nextInt(256);
      }
      try {
        read(messageLog(damaged));
      } catch (InvalidValue e) {
        refused++;
      }
    }
    assertThat(refused).isGreaterThan(10_000);
  }

  @Test
  void refusesAnotherKindOfLogAndOneWithoutTopics() {
    ChainLog other =
        Golden.log(SETTLEMENT, new byte[0], SettlementAbi.RESULT, Golden.topic(Golden.TXID));
    ChainLog bare = Golden.log(SETTLEMENT, new byte[0]);
    assertThatThrownBy(() -> read(other)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> read(bare)).isInstanceOf(InvalidValue.class);
  }

  @Test
  void readsAHandleResultInTheDirectionOfTheCallback() {
    byte[] data =
        Abi.encode(
            Abi.uint(3),
            Abi.string("Arbitrum"),
            Abi.string("Scroll"),
            Abi.uint(Golden.TO.toBigInteger()),
            Abi.uint(Golden.FROM.toBigInteger()),
            Abi.uint(5));
    ChainLog log =
        Golden.log(SETTLEMENT, data, SettlementAbi.HANDLE_RESULT, Golden.topic(Golden.TXID));
    assertThat(SettlementAbi.handleResult(log))
        .isEqualTo(
            new SettlementAbi.HandleResult(
                Golden.TXID, Outcome.FAILED, Golden.TO, Golden.FROM, PayloadType.ERC20));
  }

  @Test
  void readsAResult() {
    byte[] data =
        Abi.encode(
            Abi.string("Scroll"),
            Abi.string("Arbitrum"),
            Abi.address(Golden.USER),
            Abi.uint(Golden.FROM.toBigInteger()),
            Abi.uint(Golden.TO.toBigInteger()),
            Abi.uint(2));
    ChainLog log = Golden.log(SETTLEMENT, data, SettlementAbi.RESULT, Golden.topic(Golden.TXID));
    assertThat(SettlementAbi.result(log))
        .isEqualTo(
            new SettlementAbi.Result(
                Golden.TXID, Outcome.SUCCESS, Golden.USER, Golden.FROM, Golden.TO));
  }

  @Test
  void readsMeteredGasAndSkippedMembers() {
    Hash txid = Golden.topic(Golden.TXID);
    byte[] metered = Abi.encode(Abi.uint(1), Abi.uint(123_456));
    assertThat(
            SettlementAbi.meteredGas(
                Golden.log(SETTLEMENT, metered, SettlementAbi.MESSAGE_GAS, txid)))
        .isEqualTo(new SettlementAbi.MeteredGas(Golden.TXID, 1, new Gas(123_456)));
    byte[] reason = Arrays.copyOf(Hex.decode("0xdeadbeef"), 32);
    byte[] skipped = Abi.encode(Abi.uint(2), new Abi.Word(reason), Abi.uint(789));
    assertThat(SettlementAbi.skipped(Golden.log(SETTLEMENT, skipped, SettlementAbi.SKIPPED, txid)))
        .isEqualTo(new SettlementAbi.Skipped(Golden.TXID, 2, "0xdeadbeef", new Gas(789)));
  }

  @Test
  void encodesABatchOfMessagesAsWeb3jDoes() {
    SignedMessage signed = new SignedMessage(Golden.message(), QUORUM);
    DynamicStruct member =
        new DynamicStruct(
            new Uint256(Golden.TXID.toBigInteger()),
            new Utf8String("Scroll"),
            new Uint256(Golden.USER.toBigInteger()),
            new Uint256(Golden.FROM.toBigInteger()),
            new Address(Golden.TO.address()),
            new Uint8(5),
            new DynamicBytes(Hex.decode(Golden.G2)),
            new Uint64(1),
            new Uint64(500_000),
            new Uint64(1_767_225_600L),
            new Uint8(0),
            new DynamicBytes(QUORUM.bytes()));
    assertThat(Hex.encode(SettlementCalls.receiveBatch(List.of(signed, signed))))
        .isEqualTo(web3j("receive_cross_chain_msgs", member));
  }

  @Test
  void encodesABatchOfCallbacksAsWeb3jDoes() {
    SignedCallback signed =
        new SignedCallback(Golden.TXID, Golden.TO, Golden.FROM, Outcome.SUCCESS, QUORUM);
    DynamicStruct member =
        new DynamicStruct(
            new Uint256(Golden.TXID.toBigInteger()),
            new Utf8String("Arbitrum"),
            new Uint256(Golden.TO.toBigInteger()),
            new Address(Golden.FROM.address()),
            new Uint8(2),
            new Uint8(0),
            new DynamicBytes(QUORUM.bytes()));
    assertThat(Hex.encode(SettlementCalls.callbackBatch(List.of(signed, signed))))
        .isEqualTo(web3j("receive_cross_chain_callbacks", member));
  }

  @Test
  void encodesAnExpiryAsADeliveryWithoutPayload() {
    CrossChainMessage message = Golden.message();
    CrossChainMessage empty =
        new CrossChainMessage(
            message.txid(),
            message.from(),
            message.to(),
            message.sender(),
            message.nonce(),
            message.payloadType(),
            "0x",
            null,
            message.terms());
    byte[] expiry = SettlementCalls.expireBatch(List.of(new SignedMessage(message, QUORUM)));
    byte[] delivery = SettlementCalls.receiveBatch(List.of(new SignedMessage(empty, QUORUM)));
    assertThat(Arrays.copyOfRange(expiry, 4, expiry.length))
        .isEqualTo(Arrays.copyOfRange(delivery, 4, delivery.length));
    assertThat(Arrays.copyOf(expiry, 4)).isNotEqualTo(Arrays.copyOf(delivery, 4));
  }

  @Test
  void aSingleDeliveryIsTheProtocolsCallWithTheTermsBeforeTheCertificate() {
    byte[] calldata = SettlementCalls.receive(new SignedMessage(Golden.message(), QUORUM));
    byte[] signatures = new byte[24 + 130];
    System.arraycopy(PackedTerms.encode(Golden.TERMS), 0, signatures, 0, 24);
    assertThat(Hex.encode(calldata))
        .startsWith("0xe9686c22")
        .isEqualTo(
            FunctionEncoder.encode(
                new Function(
                    "receive_cross_chain_msg",
                    List.of(
                        new Uint256(Golden.TXID.toBigInteger()),
                        new Utf8String("Scroll"),
                        new Uint256(Golden.USER.toBigInteger()),
                        new Uint256(Golden.FROM.toBigInteger()),
                        new Address(Golden.TO.address()),
                        new Uint8(5),
                        new DynamicBytes(Hex.decode(Golden.G2)),
                        new Uint8(0),
                        new DynamicBytes(signatures)),
                    List.of())));
  }

  @Test
  void knowsTheRecordThatBelongsToAMessage() {
    byte[] answer = Abi.encode(Abi.address(Golden.USER), Abi.uint(1), Abi.uint(1), Abi.uint(5_000));
    CreatedRecord created = SettlementAbi.createdRecord(answer);
    assertThat(created).isEqualTo(new CreatedRecord(Golden.USER, 1, 1, Wei.of(5_000)));
    assertThat(created.pendingFor(Golden.message())).isTrue();
    assertThat(new CreatedRecord(Golden.USER, 2, 1, Wei.ZERO).pendingFor(Golden.message()))
        .isFalse();
    assertThat(new CreatedRecord(Golden.USER, 1, 2, Wei.ZERO).pendingFor(Golden.message()))
        .isFalse();
    assertThat(new CreatedRecord(Golden.RECEIVER, 1, 1, Wei.ZERO).pendingFor(Golden.message()))
        .isFalse();
  }

  @Test
  void aMessageWithoutItsTermsIsRefused() {
    ChainLog message = messageLog(Golden.G2);
    ChainLog strangers = Golden.termsLog(Golden.repeated("99"));
    assertThat(SentMessages.in(List.of(message)).hasTerms(message)).isFalse();
    assertThat(SentMessages.in(List.of(message, strangers)).hasTerms(message)).isFalse();
    assertThatThrownBy(() -> SentMessages.in(List.of(message, strangers)).of(message))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("no CrossChainMsgTerms");
  }

  @Test
  void refusesTermsThatNoContractCanHaveLogged() {
    List<Abi> sound = List.of(Abi.uint(1), Abi.uint(1), Abi.uint(500_000), Abi.uint(1_767_225_600));
    List<Abi> wrong =
        List.of(
            Abi.uint(BigInteger.TWO.pow(63)),
            Abi.uint(0),
            Abi.uint(BigInteger.TWO.pow(64)),
            Abi.uint(Long.MAX_VALUE));
    ChainLog message = messageLog(Golden.G2);
    for (int place = 0; place < sound.size(); place++) {
      List<Abi> words = new ArrayList<>(sound);
      words.set(place, wrong.get(place));
      ChainLog terms =
          Golden.log(
              SETTLEMENT,
              Abi.encode(words.toArray(Abi[]::new)),
              SettlementAbi.TERMS,
              Golden.topic(Golden.TXID));
      assertThatThrownBy(() -> SentMessages.in(List.of(terms)).of(message))
          .isInstanceOf(InvalidValue.class);
    }
  }

  /** The message of a log whose terms were logged beside it. */
  private static CrossChainMessage read(ChainLog log) {
    return SentMessages.in(List.of(log, Golden.termsLog(SETTLEMENT))).of(log);
  }

  private static String web3j(String name, DynamicStruct member) {
    DynamicArray<DynamicStruct> array =
        new DynamicArray<>(DynamicStruct.class, List.of(member, member));
    @SuppressWarnings("rawtypes")
    List<Type> arguments = List.of(array);
    return FunctionEncoder.encode(new Function(name, arguments, List.of()));
  }

  private static ChainLog messageLog(String payload) {
    return messageLog(messageData(payload));
  }

  private static ChainLog messageLog(byte[] data) {
    return Golden.log(
        SETTLEMENT,
        data,
        SettlementAbi.MESSAGE,
        Golden.topic(Golden.TXID),
        Golden.topic(Golden.USER));
  }

  private static byte[] messageData(String payload) {
    return Abi.encode(
        Abi.string("Scroll"),
        Abi.string("Arbitrum"),
        Abi.uint(Golden.FROM.toBigInteger()),
        Abi.uint(Golden.TO.toBigInteger()),
        Abi.uint(5),
        Abi.bytes(Hex.decode(payload)));
  }
}
