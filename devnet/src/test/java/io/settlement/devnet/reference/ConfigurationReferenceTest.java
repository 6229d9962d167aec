// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import io.settlement.events.Reference;
import io.settlement.events.schema.SourceDocs;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfigurationReferenceTest {
  private static final Path PAGE = Reference.inRepository("docs/configuration.md");
  private static final SourceDocs CHAINS =
      SourceDocs.below(Reference.inRepository("chain-client/src/main/java"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "service-kit",
        "gateway",
        "handler-registry",
        "gas-service",
        "artifact-service",
        "relayer-service"
      })
  void thePageNamesEverySettingOfTheModule(String module) {
    Reference.checkPart(PAGE, module, new ConfigurationPage(module, CHAINS).table(), "devnet");
  }
}
