// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class DeclarationTest {
  private static final String YAML =
      """
      chain:
        name: Gamma
        id: 31337
        blockTime: 2
        timestampDrift: PT20S
      providers:
        - url: https://one.example
          ws: wss://one.example
          operator: One Ltd
        - url: https://two.example
      waivers:
        - requirement: EVM-02
          reason: block.number is an estimate of the layer below
      """;

  @Test
  void aFileOfYamlIsRead() {
    Declaration read = Declaration.parse(YAML);
    assertThat(read.chain().id()).hasValue(31337L);
    assertThat(read.chain().blockTime()).hasValue(Duration.ofSeconds(2));
    assertThat(read.chain().timestampDrift()).isEqualTo(Duration.ofSeconds(20));
    assertThat(read.chain().logLookback()).isEqualTo(1000);
    assertThat(read.providers()).hasSize(2);
    assertThat(read.providers().getFirst().ws()).hasValue(URI.create("wss://one.example"));
    assertThat(read.providers().getLast().operator()).isEmpty();
    assertThat(read.multisig().wallet()).isEmpty();
    assertThat(read.waivers().getFirst().requirement()).isEqualTo("EVM-02");
  }

  @Test
  void whatIsWrittenAsJsonReadsTheSame() {
    Declaration read = Declaration.parse(YAML);
    assertThat(Declaration.parse(new JsonMapper().writeValueAsString(read))).isEqualTo(read);
    assertThat(Declaration.parse("{}").chain().timestampDrift()).isEqualTo(Duration.ofSeconds(15));
    assertThat(Declaration.parse("{}").providers()).isEmpty();
  }

  @Test
  void whatNobodyKnowsIsRefusedWithWhatIsKnown() {
    assertThatThrownBy(() -> Declaration.parse("chain:\n  nmae: Gamma\n"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("nmae")
        .hasMessageContaining("logLookback, name, timestampDrift");
    assertThatThrownBy(() -> Declaration.parse("providers: [{operator: One}]"))
        .hasMessageContaining("a provider needs a url");
  }
}
