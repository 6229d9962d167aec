// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.Anvil;
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
