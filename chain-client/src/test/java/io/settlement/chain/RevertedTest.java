// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.Hex;
import org.junit.jupiter.api.Test;

class RevertedTest {

  @Test
  void tellsTheTextOfARequire() {
    Reverted reverted =
        reverted(
            "0x08c379a0"
                + "0000000000000000000000000000000000000000000000000000000000000020"
                + "0000000000000000000000000000000000000000000000000000000000000011"
                + "496e76616c6964207369676e6174757265000000000000000000000000000000");
    assertThat(reverted.reason()).isEqualTo("Invalid signature");
    assertThat(reverted).hasMessage("eth_call reverted: Invalid signature");
  }

  @Test
  void tellsTheCodeOfAPanic() {
    assertThat(reverted("0x4e487b71" + "0".repeat(62) + "11").reason()).isEqualTo("panic 0x11");
  }

  @Test
  void tellsTheSelectorOfACustomError() {
    Reverted reverted = reverted("0xdeadbeef" + "0".repeat(64));
    assertThat(reverted.selector()).isEqualTo("0xdeadbeef");
    assertThat(reverted.reason()).isEqualTo("0xdeadbeef");
    assertThat(reverted.data()).hasSize(36);
  }

  @Test
  void survivesDataThatIsEmptyOrLies() {
    assertThat(reverted("0x").selector()).isEqualTo("0x");
    assertThat(reverted("0x0102").reason()).isEqualTo("0x");
    String lie = "0x08c379a0" + "0".repeat(62) + "20" + "f".repeat(64) + "41";
    assertThat(reverted(lie).reason()).isEqualTo("A");
  }

  private static Reverted reverted(String data) {
    return new Reverted("eth_call", Hex.decode(data));
  }
}
