// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.coyote.CloseNowException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Closes the connection where a service broke off an answer of which the caller has a part: he must
 * not take that part for the whole.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class BrokenAnswerFilter extends OncePerRequestFilter {
  private static final String BROKEN = BrokenAnswerFilter.class.getName();

  /** What this request was answered with is not whole. */
  static void tell(HttpServletRequest request) {
    request.setAttribute(BROKEN, true);
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    chain.doFilter(request, response);
    if (request.getAttribute(BROKEN) != null) {
      throw new CloseNowException("the service behind broke off its answer");
    }
  }
}
