// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.events.value.EvmAddress;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class LaneKeySettingsTest {
  private static final EvmAddress ACCOUNT = new EvmAddress("0x" + "ab".repeat(20));
  private static final Map<String, String> FILE =
      Map.of("chain", "Beta", "keystore", "key.json", "password-file", "password.txt");
  private static final Map<String, String> SIGNER =
      Map.of("chain", "Beta", "address", ACCOUNT.hex(), "remote-signer.url", "http://signer:9000");

  @Test
  void aKeyIsInAFileOrWithASigner() {
    assertThat(lane(FILE).keystore()).hasToString("key.json");
    LaneKeySettings.LaneKey held = lane(SIGNER);
    assertThat(held.address()).isEqualTo(ACCOUNT);
    assertThat(held.remoteSigner())
        .isNotNull()
        .extracting(RemoteSignerSettings::timeout)
        .isEqualTo(Duration.ofSeconds(2));
  }

  @Test
  void aKeyInTwoPlacesOrInNoneIsRefusedWithItsName() {
    Map<String, String> both = new HashMap<>(FILE);
    both.putAll(SIGNER);
    Map<String, String> half = Map.of("chain", "Beta", "address", ACCOUNT.hex());
    for (Map<String, String> wrong :
        List.of(both, half, Map.of("chain", "Beta"), Map.of("chain", "Beta", "keystore", "k"))) {
      assertThatThrownBy(() -> lane(wrong))
          .rootCause()
          .hasMessage(
              "settlement.relayer.lanes, a key on Beta:"
                  + " either keystore and password-file, or address and remote-signer");
      assertThatThrownBy(() -> bind("treasuries", wrong))
          .rootCause()
          .hasMessageStartingWith(
              "settlement.relayer.treasuries, the key on Beta: either keystore");
    }
  }

  private static LaneKeySettings.LaneKey lane(Map<String, String> key) {
    return bind("lanes", key).lanes().getFirst();
  }

  private static LaneKeySettings bind(String list, Map<String, String> key) {
    Map<String, String> properties = new HashMap<>();
    key.forEach((name, value) -> properties.put("keys." + list + "[0]." + name, value));
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("keys", LaneKeySettings.class)
        .get();
  }
}
