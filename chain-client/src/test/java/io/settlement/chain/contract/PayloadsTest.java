// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.TokenAmount;
import java.math.BigInteger;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PayloadsTest {

  @Test
  void readsTheVectorOfTheCairoTest() {
    MessageV1 message = MessageV1.decode(Golden.G1);
    assertThat(message.id())
        .isEqualTo(
            new BigInteger(
                "102269194021567332847914370237131713785896093488773568729203804469433919201421"));
    assertThat(message.payloadType()).isEqualTo(PayloadType.ERC20);
    assertThat(Erc20Payload.decode(message.payload()))
        .isEqualTo(
            new Erc20Payload(
                Golden.USER,
                Golden.RECEIVER,
                new EvmAddress("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512"),
                new EvmAddress("0x90f79bf6eb2c4f870365e785982e1f101e93b906"),
                TokenAmount.of(1000)));
    assertThat(message.encode()).isEqualTo(Golden.G1);
  }

  @Test
  void writesTheComputedVector() {
    byte[] payload = Golden.transfer().encode();
    MessageV1 message = new MessageV1(Golden.MESSAGE_ID.toBigInteger(), PayloadType.ERC20, payload);
    assertThat(Hex.encode(message.encode())).isEqualTo(Golden.G2);
    assertThat(Hash.of(Keccak.bytes(message.encode())).hex())
        .isEqualTo("0x5c7d3b0c2c0befbb31cb5132190e0664f370d7f75c65e50365c1ceb3492fe0f8");
  }

  @Test
  void refusesAnotherVersionAnUnknownTypeAndAShortHeader() {
    byte[] version2 = Golden.G1.clone();
    version2[0] = 2;
    byte[] type9 = Golden.G1.clone();
    type9[33] = 9;
    assertThatThrownBy(() -> MessageV1.decode(version2)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> MessageV1.decode(type9)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> MessageV1.decode(Arrays.copyOf(Golden.G1, 33)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> MessageV1.decode(new byte[0])).isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesATransferThatIsTooLongTooShortOrAnotherMethod() {
    byte[] payload = Golden.transfer().encode();
    byte[] approve = payload.clone();
    approve[0] = 2;
    assertThatThrownBy(() -> Erc20Payload.decode(approve)).isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Erc20Payload.decode(Arrays.copyOf(payload, 160)))
        .isInstanceOf(InvalidValue.class);
    assertThatThrownBy(() -> Erc20Payload.decode(Arrays.copyOf(payload, 162)))
        .isInstanceOf(InvalidValue.class);
  }

  @Test
  void refusesAReceiverThatNoEvmAccountCanBe() {
    byte[] payload = Golden.transfer().encode();
    payload[33] = 1;
    assertThatThrownBy(() -> Erc20Payload.decode(payload))
        .isInstanceOf(InvalidValue.class)
        .hasMessageContaining("ERC-20 payload");
  }
}
