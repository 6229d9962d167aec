// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.kit.failure.FailureKinds;
import java.io.IOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.InvalidDataAccessResourceUsageException;
import org.springframework.http.ProblemDetail;
import org.springframework.mock.web.MockHttpServletResponse;

@ExtendWith(OutputCaptureExtension.class)
class ProblemAdviceTest {
  private final IOException gone = new IOException("Broken pipe");

  private final ProblemAdvice advice = new ProblemAdvice(new FailureKinds(List.of()));
  private final MockHttpServletResponse response = new MockHttpServletResponse();

  @Test
  void aCallerWhoLeavesWithinTheAnswerIsNoFailureOfOurs(CapturedOutput log) {
    response.setCommitted(true);

    assertThat(advice.anythingElse(gone, response)).isNull();
    assertThat(log).doesNotContain("a request failed");
  }

  @Test
  void aConnectionOfOursThatBreaksBeforeTheAnswerIsToldToPass(CapturedOutput log) {
    ProblemDetail problem = requireNonNull(advice.anythingElse(gone, response));

    assertThat(problem.getStatus()).isEqualTo(503);
    assertThat(problem.getProperties()).containsEntry("code", "unavailable");
    assertThat(response.getHeader("Retry-After")).isEqualTo("1");
    assertThat(log).contains("could not be answered for now").contains("Broken pipe");
  }

  /** The statement that an upgrade of the tables makes worthless, once for each connection. */
  @Test
  void aDatabaseThatPreparesAnewIsToldToPass() {
    ProblemDetail problem =
        requireNonNull(
            advice.anythingElse(
                new InvalidDataAccessResourceUsageException(
                    "odd", new SQLException("cached plan must not change result type", "0A000")),
                response));

    assertThat(problem.getStatus()).isEqualTo(503);
  }

  @Test
  void whatIsWrongWithUsIsNotToldToPass(CapturedOutput log) {
    ProblemDetail problem =
        requireNonNull(advice.anythingElse(new IllegalStateException("odd"), response));

    assertThat(problem.getStatus()).isEqualTo(500);
    assertThat(response.getHeader("Retry-After")).isNull();
    assertThat(log).contains("a request failed");
  }

  @Test
  void whatElseBreaksWithinTheAnswerIsAFailure(CapturedOutput log) {
    response.setCommitted(true);

    assertThat(advice.anythingElse(new IllegalStateException("odd"), response)).isNotNull();
    assertThat(log).contains("a request failed");
  }
}
