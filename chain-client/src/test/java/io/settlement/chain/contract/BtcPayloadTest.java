// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.Anvil;
import io.settlement.chain.Call;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.BtcHandlerAbi.DepositStatus;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The messages that the contracts' own tests read, too. */
class BtcPayloadTest {
  private static final Path FILE = Anvil.CONTRACTS.resolve("test/golden/btc.json");

  @SuppressWarnings("NullAway.Init")
  private static JsonNode vectors;

  @BeforeAll
  static void read() throws Exception {
    vectors = new JsonMapper().readTree(Files.readString(FILE));
  }

  @Test
  void aDepositIsReadAndWrittenAsTheContractsDo() {
    BtcPayload read = same(vectors.path("deposit"), PayloadType.BTC_DEPOSIT);

    assertThat(read.outpoint().hex())
        .isEqualTo(vectors.path("deposit").path("outpoint").asString());
  }

  @Test
  void aWithdrawalIsReadAndWrittenAsTheContractsDo() {
    same(vectors.path("withdrawal"), PayloadType.BTC_WITHDRAW);
  }

  @Test
  void aHandlerIsAskedWhatItKnowsOfAnOutput() throws Exception {
    EvmAddress handler = new EvmAddress("0x" + "42".repeat(20));
    Hash outpoint = new Hash(vectors.path("deposit").path("outpoint").asString());
    String code =
        new JsonMapper()
            .readTree(
                Files.readString(
                    Anvil.CONTRACTS.resolve(
                        "out/BtcSettlementHandler.sol/BtcSettlementHandler.json")))
            .path("deployedBytecode")
            .path("object")
            .asString();
    try (Anvil chain = Anvil.manual();
        EvmReader reader = chain.reader()) {
      chain.rpc("anvil_setCode", handler.hex(), code);
      Call call = Call.view(handler, BtcHandlerAbi.depositsCall(outpoint));
      byte[] answer = reader.callsAt(List.of(call), 0).getFirst();
      assertThat(BtcHandlerAbi.depositStatus(answer)).isEqualTo(DepositStatus.UNKNOWN);
    }
    byte[] rejected = Abi.encode(Abi.uint(1), Abi.uint(100_000), Abi.uint(3));
    assertThat(BtcHandlerAbi.depositStatus(rejected)).isEqualTo(DepositStatus.REJECTED);
    byte[] more = Abi.encode(Abi.uint(1), Abi.uint(1), Abi.uint(4));
    assertThatThrownBy(() -> BtcHandlerAbi.depositStatus(more)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> BtcHandlerAbi.depositStatus(new byte[0]))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void anotherEncodingOfTheSameValuesIsRefused() {
    byte[] payload = Hex.decode(vectors.path("deposit").path("payload").asString());
    byte[] longer = Arrays.copyOf(payload, payload.length + 32);
    byte[] padded = payload.clone();
    padded[payload.length - 1] = 1;

    assertThatThrownBy(() -> BtcPayload.decode(longer)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> BtcPayload.decode(padded)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> BtcPayload.decode(Arrays.copyOf(payload, 100)))
        .isInstanceOf(InvalidValue.class);
  }

  private static BtcPayload same(JsonNode vector, PayloadType type) {
    BtcPayload expected =
        new BtcPayload(
            Hash.of(new BigInteger(vector.path("btcTxid").asString())),
            new BigInteger(vector.path("index").asString()),
            vector.path("btcAddress").asString(),
            new EvmAddress(vector.path("account").asString()),
            new TokenAmount(new BigInteger(vector.path("amount").asString())));
    MessageV1 message = MessageV1.decode(Hex.decode(vector.path("message").asString()));
    assertThat(message.payloadType()).isEqualTo(type);
    assertThat(message.id().toString(16))
        .isEqualTo(new BigInteger(vector.path("id").asString().substring(2), 16).toString(16));
    assertThat(BtcPayload.decode(message.payload())).isEqualTo(expected);
    assertThat(Hex.encode(expected.encode())).isEqualTo(vector.path("payload").asString());
    return expected;
  }
}
