// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import io.settlement.kit.test.SuiteTest;
import org.springframework.test.context.TestPropertySource;

/** The whole service; proofs and retries run only when a test asks for them. */
@SuiteTest
@TestPropertySource(
    properties = {
      "settlement.artifact.check-interval=1h",
      "settlement.artifact.retry-interval=200ms"
    })
public abstract class ArtifactTest {}
