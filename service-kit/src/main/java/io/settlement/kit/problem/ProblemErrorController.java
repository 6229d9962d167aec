// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the servlet container refuses before a controller sees it. */
@RestController
final class ProblemErrorController implements ErrorController {

  @RequestMapping("${server.error.path:${error.path:/error}}")
  ProblemDetail error(HttpServletRequest request) {
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus status =
        code instanceof Integer number ? HttpStatus.resolve(number) : HttpStatus.NOT_FOUND;
    if (status == null || status.is5xxServerError()) {
      return ProblemDetails.of(
          HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.");
    }
    return switch (status) {
      case NOT_FOUND -> ProblemDetails.of(status, "not-found", "There is nothing here.");
      case UNAUTHORIZED -> ProblemDetails.of(status, "unauthenticated", "Say who you are.");
      case FORBIDDEN -> ProblemDetails.of(status, "forbidden", "You may not do this.");
      default -> ProblemDetails.of(status, "invalid-request", status.getReasonPhrase());
    };
  }
}
