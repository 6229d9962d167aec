// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class GoldenTest {

  @Test
  void everyTypeOfFactHasOneSample() {
    assertThat(Samples.all().stream().map(SuiteEvent::typeName).sorted().toList())
        .isEqualTo(Golden.types().stream().map(Class::getSimpleName).toList());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theWordOnTheWireIsTheNameOfTheType(SuiteEvent sample) {
    assertThat(sample.typeName()).isEqualTo(sample.getClass().getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("samples")
  void writingTheFactGivesTheGoldenBytes(SuiteEvent sample) {
    assertThat(new String(EventCodec.encode(sample), UTF_8))
        .isEqualTo(new String(Golden.bytes(sample.typeName()), UTF_8));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void readingTheGoldenBytesGivesTheFact(SuiteEvent sample) {
    assertThat(Golden.read(sample.typeName())).isEqualTo(sample);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void theGoldenFactBelongsToTheTopicItNames(SuiteEvent sample) {
    assertThat(List.<SuiteEvent>copyOf(Golden.of(sample.topic()))).contains(sample);
  }

  static List<SuiteEvent> samples() {
    return Samples.all();
  }
}
