// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import org.springframework.http.HttpStatus;

/** A refusal with a stable code; the REST edge renders it as RFC 9457. */
public final class Problem extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final HttpStatus status;
  private final String code;

  private Problem(HttpStatus status, String code, String detail) {
    super(detail);
    this.status = status;
    this.code = code;
  }

  /** 400: the request cannot be right, whatever the state of the suite. */
  public static Problem badRequest(String code, String detail) {
    return new Problem(HttpStatus.BAD_REQUEST, code, detail);
  }

  /** 403: this caller may not, another may. */
  public static Problem forbidden(String code, String detail) {
    return new Problem(HttpStatus.FORBIDDEN, code, detail);
  }

  /** 404: what was asked for is not there. */
  public static Problem notFound(String code, String detail) {
    return new Problem(HttpStatus.NOT_FOUND, code, detail);
  }

  /** 409: it contradicts what is there. */
  public static Problem conflict(String code, String detail) {
    return new Problem(HttpStatus.CONFLICT, code, detail);
  }

  /** 422: well-formed, but not possible. */
  public static Problem unprocessable(String code, String detail) {
    return new Problem(HttpStatus.UNPROCESSABLE_CONTENT, code, detail);
  }

  /** 429: later. */
  public static Problem tooMany(String code, String detail) {
    return new Problem(HttpStatus.TOO_MANY_REQUESTS, code, detail);
  }

  /** 503: something this answer needs is away; the same request may work later. */
  public static Problem unavailable(String code, String detail) {
    return new Problem(HttpStatus.SERVICE_UNAVAILABLE, code, detail);
  }

  /** The HTTP status. */
  public HttpStatus status() {
    return status;
  }

  /** The stable word for programs. */
  public String code() {
    return code;
  }

  /** The sentence for people. */
  public String detail() {
    return String.valueOf(getMessage());
  }
}
