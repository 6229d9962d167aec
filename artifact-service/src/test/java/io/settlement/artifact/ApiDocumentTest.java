// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.ApiDocument;
import org.junit.jupiter.api.Test;

/** docs/openapi.json says what this service's controllers do. */
class ApiDocumentTest {

  @Test
  void theDocumentTellsOfEveryOperationThatTheGatewayLeadsTo() {
    ApiDocument.assertThatItTellsOf("artifact-service", "io.settlement.artifact");
  }
}
