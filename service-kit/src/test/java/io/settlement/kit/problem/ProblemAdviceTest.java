// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {
  private final IOException gone = new IOException("Broken pipe");

  private final ProblemAdvice advice = new ProblemAdvice();
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aCallerWhoLeavesWithinTheAnswerIsNoFailureOfOurs(CapturedOutput log) {
    response.setCommitted(true);

    assertThat(advice.anythingElse(gone, response)).isNull();
    assertThat(log).doesNotContain("a request failed");
  }

  @Test
  void aConnectionOfOursThatBreaksBeforeTheAnswerIsAFailure(CapturedOutput log) {
    assertThat(advice.anythingElse(gone, response)).isNotNull();
    assertThat(log).contains("a request failed");
  }

  @Test
  void whatElseBreaksWithinTheAnswerIsAFailure(CapturedOutput log) {
    response.setCommitted(true);

    assertThat(advice.anythingElse(new IllegalStateException("odd"), response)).isNotNull();
    assertThat(log).contains("a request failed");
  }
}
