// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.kit.problem.ProblemWriter;
import io.settlement.kit.request.RepeatableBody;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.security.autoconfigure.web.servlet.SecurityFilterProperties;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Refuses bodies that are larger than any of the API's. One that does not say how long it is, is
 * read up to that before it goes on.
 */
@Component
@Order(SecurityFilterProperties.DEFAULT_FILTER_ORDER + 5)
class BodyLimitFilter extends OncePerRequestFilter {
  private final int most;
  private final ProblemWriter problems;

  BodyLimitFilter(DoorSettings settings, ProblemWriter problems) {
    this.most = Math.toIntExact(settings.maxBody().toBytes());
    this.problems = problems;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    long told = request.getContentLengthLong();
    if (told > most) {
      refuse(request, response);
      return;
    }
    if (told >= 0 || request.getHeader("Transfer-Encoding") == null) {
      chain.doFilter(request, response);
      return;
    }
    byte[] body = request.getInputStream().readNBytes(most + 1);
    if (body.length > most) {
      refuse(request, response);
    } else {
      chain.doFilter(new RepeatableBody(request, body), response);
    }
  }

  private void refuse(HttpServletRequest request, HttpServletResponse response) throws IOException {
    problems.write(
        request,
        response,
        HttpStatus.CONTENT_TOO_LARGE,
        "too-large",
        "A body has %d bytes at most.".formatted(most));
  }
}
