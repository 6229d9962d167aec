// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.devnet.terminal.Failure;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArgumentsTest {

  @Test
  void readsOptionsAndFlagsInAnyOrder() {
    Arguments arguments = parse("--check", "--count", "12", "--time", "0.25");
    assertThat(arguments.has("--check")).isTrue();
    assertThat(arguments.count("--count", 1)).isEqualTo(12);
    assertThat(arguments.seconds("--time", 1)).isEqualTo(0.25);
  }

  @Test
  void saysWhatIsWrongAndHowItIsUsed() {
    assertThatThrownBy(() -> parse("--chek"))
        .isInstanceOf(Failure.class)
        .hasMessageContaining("unknown argument --chek")
        .hasMessageContaining("usage: ./it");
    assertThatThrownBy(() -> parse("--count")).hasMessageContaining("--count needs a value");
    assertThatThrownBy(() -> parse("--count", "0").count("--count", 1))
        .hasMessageContaining("--count must be a whole number");
    assertThatThrownBy(() -> parse("--time", "0.001").seconds("--time", 1))
        .hasMessageContaining("--time must be seconds");
    assertThatThrownBy(() -> parse().required("--count"))
        .hasMessageContaining("--count is missing");
  }

  private static Arguments parse(String... given) {
    return Arguments.parse(given, Set.of("--count", "--time"), Set.of("--check"), "./it");
  }
}
