// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import java.net.URI;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;

/** The one shape of every problem. */
public final class ProblemDetails {
  private static final String TYPE = "urn:settlement:problem:";

  private ProblemDetails() {}

  /** A problem with a type, title, status, detail and code. */
  public static ProblemDetail of(HttpStatusCode status, String code, String detail) {
    ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
    HttpStatus known = HttpStatus.resolve(status.value());
    problem.setType(URI.create(TYPE + code));
    problem.setTitle(known == null ? code : known.getReasonPhrase());
    problem.setProperty("code", code);
    return problem;
  }
}
