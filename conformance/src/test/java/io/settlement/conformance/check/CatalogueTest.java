// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.conformance.Requirement;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CatalogueTest {
  @Test
  void everyRequirementOfTheIntegrationHasItsCheck() {
    List<String> demanded =
        Stream.of(
                numbered("EVM", 11),
                numbered("PRE", 4),
                numbered("SIZE", 2),
                numbered("NONCE", 1),
                numbered("FIN", 5),
                numbered("NODE", 3),
                numbered("PROV", 3),
                numbered("SLA", 5),
                numbered("RPC", 17),
                numbered("SUB", 1),
                numbered("TAG", 1),
                numbered("BATCH", 1),
                Stream.of("SIZE-RESP"),
                numbered("MSIG", 2),
                numbered("EXP", 3))
            .flatMap(ids -> ids)
            .sorted()
            .toList();
    assertThat(Catalogue.all().stream().map(check -> check.requirement().id()).toList())
        .isEqualTo(demanded);
  }

  @Test
  void everyRequirementSaysWhatItDemandsAndHowThatIsChecked() {
    assertThat(Catalogue.all())
        .extracting(check -> check.requirement())
        .allSatisfy(
            (Requirement requirement) ->
                assertThat(
                        List.of(
                            requirement.title(),
                            requirement.text(),
                            requirement.source(),
                            requirement.method()))
                    .noneMatch(String::isBlank));
  }

  private static Stream<String> numbered(String area, int last) {
    return IntStream.rangeClosed(1, last).mapToObj(number -> "%s-%02d".formatted(area, number));
  }
}
