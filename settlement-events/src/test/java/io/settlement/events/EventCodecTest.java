// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.events.EventCodec.NotOurs;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.value.InvalidValue;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventCodecTest {

  @Test
  void aFieldThatIsNotKnownYetIsIgnored() {
    String later = json("GasCovered").replaceFirst("\\{", "{\"later\":{\"a\":[1]},");

    assertThat(EventCodec.decode(Topics.GAS_EVENTS, later.getBytes(UTF_8)))
        .isEqualTo(Golden.read(GasCovered.class));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "null", "[]", "{}", "not json", "{\"type\":\"NeverHeardOf\"}", "\u0000\u0001"})
  void bytesThatAreNoFactAreRefused(String bytes) {
    assertThatThrownBy(() -> EventCodec.decode(Topics.GAS_EVENTS, bytes.getBytes(UTF_8)))
        .isInstanceOf(NotOurs.class)
        .hasMessageContaining("settlement.gas");
  }

  @Test
  void aFactOfAnotherTopicIsRefused() {
    byte[] price = Golden.bytes("PriceSampled");

    assertThatThrownBy(() -> EventCodec.decode(Topics.GAS_EVENTS, price))
        .isInstanceOf(NotOurs.class);
  }

  @Test
  void aFactWithAnImpossibleValueIsRefusedWithTheReason() {
    String broken = json("GasCovered").replace("0xd68856", "0xzz8856");

    assertThatThrownBy(() -> EventCodec.decode(Topics.GAS_EVENTS, broken.getBytes(UTF_8)))
        .isInstanceOf(NotOurs.class)
        .hasRootCauseInstanceOf(InvalidValue.class);
  }

  private static String json(String typeName) {
    return new String(Golden.bytes(typeName), UTF_8);
  }
}
