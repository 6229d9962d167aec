// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.ChainLog;
import io.settlement.chain.ChainSettings;
import io.settlement.chain.LegacySettings;
import io.settlement.chain.LegacySettings.DigestForm;
import io.settlement.chain.contract.SettlementCalls.SignedCallback;
import io.settlement.chain.contract.SettlementCalls.SignedMessage;
import io.settlement.events.RegistryEvent.Profile;
import io.settlement.events.value.CrossChainMessage;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.Terms;
import java.math.BigInteger;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.Address;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.Function;
import org.web3j.abi.datatypes.Utf8String;
import org.web3j.abi.datatypes.generated.Uint256;
import org.web3j.abi.datatypes.generated.Uint8;

class LegacyDialectTest {
  private static final EvmAddress SETTLEMENT = Golden.repeated("55");
  private static final byte[] SIGNATURES = new byte[130];
  private static final Certificate QUORUM = Certificate.ofSignatures(SIGNATURES);
  private static final ContractDialect RAW = dialect(DigestForm.RAW);

  @Test
  void signsTheRawPackedDigest() {
    assertThat(RAW.receiveDigest(Golden.message())).isEqualTo(Golden.RECEIVE_LEGACY);
    assertThat(Signatures.recover(RAW.receiveDigest(Golden.message()), Golden.SIGNATURE_1))
        .isEqualTo(Golden.SIGNER_1);
    assertThat(RAW.callbackDigest(Golden.TXID, Golden.TO, Golden.FROM, Outcome.SUCCESS).hex())
        .isEqualTo("0x92d6c3000d0003894aa211302b26b984b9a8884374173b2252893a37f2dc3488");
    assertThat(RAW.callbackDigest(Golden.TXID, Golden.TO, Golden.FROM, Outcome.FAILED).hex())
        .isEqualTo("0x678bc772dd200e74fcf60f1061de209b800fd44af9d3b7e746a14a3d4fcdb75f");
  }

  @Test
  void signsAsAWalletWhereTheChainSaysSo() {
    assertThat(dialect(DigestForm.EIP191).receiveDigest(Golden.message()).hex())
        .isEqualTo("0x79b04d86fcd20b89ff63666328910639b73a1cd0a193c8ec84f9652814ed22ca");
  }

  @Test
  void callsAsThePublishedAbiHasIt() {
    String delivery = Hex.encode(RAW.deliver(List.of(new SignedMessage(Golden.message(), QUORUM))));
    assertThat(delivery)
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
                        new Address(Golden.TO.evmAddress().hex()),
                        new Uint8(5),
                        new DynamicBytes(Hex.decode(Golden.G2)),
                        new Uint8(0),
                        new DynamicBytes(SIGNATURES)),
                    List.of())));
    String callback =
        Hex.encode(
            RAW.callBack(
                List.of(
                    new SignedCallback(
                        Golden.TXID, Golden.TO, Golden.FROM, Outcome.FAILED, QUORUM))));
    assertThat(callback)
        .startsWith("0xae939fba")
        .isEqualTo(
            FunctionEncoder.encode(
                new Function(
                    "receive_cross_chain_callback",
                    List.of(
                        new Uint256(Golden.TXID.toBigInteger()),
                        new Utf8String("Arbitrum"),
                        new Uint256(Golden.TO.toBigInteger()),
                        new Address(Golden.FROM.evmAddress().hex()),
                        new Uint8(3),
                        new Uint8(0),
                        new DynamicBytes(SIGNATURES)),
                    List.of())));
    assertThat(Hex.encode(RAW.sourceRecordCall(Golden.TXID))).startsWith("0x810a771f");
    assertThat(Hex.encode(RAW.receivedCall(Golden.message()))).startsWith("0x9a3859f3");
  }

  @Test
  void takesOneMessageAtATimeAndNeverExpiresIt() {
    SignedMessage one = new SignedMessage(Golden.message(), QUORUM);
    assertThat(RAW.takesBatches()).isFalse();
    assertThat(RAW.takesBundles()).isFalse();
    assertThat(RAW.expires()).isFalse();
    assertThatThrownBy(() -> RAW.deliver(List.of(one, one)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> RAW.expire(List.of(one)))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThatThrownBy(() -> RAW.expireDigest(Golden.message()))
        .isInstanceOf(UnsupportedOperationException.class);
  }

  @Test
  void givesAMessageTheTermsOfItsPlace() {
    CrossChainMessage message = read(7, 3);
    assertThat(message.terms())
        .isEqualTo(new Terms((1L << 62) + (7L << 20) + 3, new Gas(500_000), Terms.NEVER));
    assertThat(message.nonce()).isZero();
    assertThat(message.payload()).isEqualTo(Golden.G2);
    assertThat(message.transfer()).isEqualTo(Golden.transfer().transfer());
  }

  @Test
  void neverNumbersTwoPlacesAlike() {
    assertThat(List.of(read(0, 0), read(0, 1), read(1, 0), read(1, (1 << 20) - 1), read(2, 0)))
        .extracting(message -> message.terms().sequence())
        .doesNotHaveDuplicates()
        .isSorted();
    assertThatThrownBy(() -> read(1, 1 << 20)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> read(1L << 42, 0)).isInstanceOf(InvalidValue.class);
    assertThat(read((1L << 42) - 1, 0).terms().sequence()).isPositive();
  }

  @Test
  void believesARecordOnlyOfTheVeryMessage() {
    CrossChainMessage message = read(7, 3);
    assertThat(RAW.sourceRecord(record("Scroll", "Arbitrum", Golden.USER, Golden.G2, 1)))
        .satisfies(record -> assertThat(record.pendingFor(message)).isTrue())
        .satisfies(record -> assertThat(record.hasEnded()).isFalse());
    for (byte[] other :
        List.of(
            record("Scrol", "Arbitrum", Golden.USER, Golden.G2, 1),
            record("Scroll", "lArbitrum", Golden.USER, Golden.G2, 1),
            record("Scroll", "Arbitrum", Golden.RECEIVER, Golden.G2, 1),
            record("Scroll", "Arbitrum", Golden.USER, Golden.G2 + "00", 1),
            record("Scroll", "Arbitrum", Golden.USER, Golden.G2, 3))) {
      assertThat(RAW.sourceRecord(other).pendingFor(message)).isFalse();
    }
    SourceRecord nothing =
        RAW.sourceRecord(record("", "", new EvmAddress("0x" + "0".repeat(40)), "0x", 0));
    assertThat(nothing.status()).isZero();
    assertThat(nothing.hasEnded()).isFalse();
    assertThat(RAW.sourceRecord(record("Scroll", "Arbitrum", Golden.USER, Golden.G2, 2)).hasEnded())
        .isTrue();
  }

  private static byte[] record(
      String from, String to, EvmAddress sender, String payload, int status) {
    return Abi.encode(
        Abi.uint(Golden.TXID.toBigInteger()),
        Abi.string(from),
        Abi.string(to),
        Abi.address(sender),
        Abi.address(Golden.FROM.evmAddress()),
        Abi.uint(Golden.TO.toBigInteger()),
        Abi.bytes(Hex.decode(payload)),
        Abi.uint(BigInteger.valueOf(status)));
  }

  private static CrossChainMessage read(long block, long index) {
    Hash one = new Hash("0x" + "01".repeat(32));
    byte[] data =
        Abi.encode(
            Abi.string("Scroll"),
            Abi.string("Arbitrum"),
            Abi.address(Golden.FROM.evmAddress()),
            Abi.uint(Golden.TO.toBigInteger()),
            Abi.uint(5),
            Abi.bytes(Hex.decode(Golden.G2)));
    List<Hash> topics =
        List.of(SettlementAbi.MESSAGE, Golden.topic(Golden.TXID), Golden.topic(Golden.USER));
    ChainLog log = new ChainLog(SETTLEMENT, topics, data, block, one, one, index);
    return RAW.messages(List.of(log)).of(log);
  }

  private static ContractDialect dialect(DigestForm digest) {
    return ContractDialect.of(
        ChainSettings.of(
                Golden.ARBITRUM,
                42161,
                List.of(URI.create("http://localhost:1")),
                SETTLEMENT,
                ChainSettings.NOWHERE,
                SETTLEMENT)
            .withProfile(Profile.LEGACY, new LegacySettings(digest, 0)));
  }
}
