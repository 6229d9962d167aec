// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.problem;

import io.settlement.events.value.InvalidValue;
import io.settlement.kit.failure.FailureKinds;
import jakarta.servlet.http.HttpServletResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.validation.BindingResult;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.method.annotation.HandlerMethodValidationException;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;

/** Turns every failure of a request into a problem. */
@RestControllerAdvice
@Order(0)
final class ProblemAdvice extends ResponseEntityExceptionHandler {
  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  /** SQLSTATE of a NUL in a text. */
  private static final String CHARACTER_NOT_IN_REPERTOIRE = "22021";

  /** Codes of what Spring refuses by itself. */
  private static final Map<Integer, String> CODES =
      Map.of(
          400, "invalid-request",
          404, "not-found",
          405, "method-not-allowed",
          406, "not-acceptable",
          413, "too-large",
          415, "unsupported-media-type",
          503, "unavailable");

  private final FailureKinds failures;

  ProblemAdvice(FailureKinds failures) {
    this.failures = failures;
  }

  @ExceptionHandler
  ProblemDetail problem(Problem problem) {
    return ProblemDetails.of(problem.status(), problem.code(), problem.detail());
  }

  @ExceptionHandler
  ProblemDetail invalidValue(InvalidValue invalid) {
    return ProblemDetails.of(HttpStatus.BAD_REQUEST, code(invalid), message(invalid));
  }

  /** Security answers these itself, in its filters. */
  @SuppressWarnings("DoNotCallSuggester")
  @ExceptionHandler({AccessDeniedException.class, AuthenticationException.class})
  void security(RuntimeException refusal) {
    throw refusal;
  }

  @ExceptionHandler
  @Nullable ProblemDetail anythingElse(Exception failure, HttpServletResponse response) {
    if (isTextThatCannotBeKept(failure)) {
      return ProblemDetails.of(
          HttpStatus.BAD_REQUEST, "invalid-request", "a text holds the character NUL");
    }
    if (response.isCommitted() && DisconnectedClientHelper.isClientDisconnectedException(failure)) {
      log.atDebug().log("the caller went away within the answer: {}", failure.toString());
      return null;
    }
    if (!response.isCommitted() && failures.passes(failure)) {
      log.atWarn()
          .addKeyValue("reason", NestedExceptionUtils.getMostSpecificCause(failure).toString())
          .log("a request could not be answered for now");
      response.setHeader(HttpHeaders.RETRY_AFTER, "1");
      return ProblemDetails.of(
          HttpStatus.SERVICE_UNAVAILABLE,
          "unavailable",
          "Something this answer needs is away. The same request may work later.");
    }
    log.atError().setCause(failure).log("a request failed");
    return ProblemDetails.of(
        HttpStatus.INTERNAL_SERVER_ERROR, "internal", "Something went wrong on our side.");
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHttpMessageNotReadable(
      HttpMessageNotReadableException unreadable,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        invalidValueIn(unreadable)
            .map(this::invalidValue)
            .orElseGet(
                () ->
                    ProblemDetails.of(
                        status, "malformed-body", "The body is not the JSON this path expects."));
    return handleExceptionInternal(unreadable, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleTypeMismatch(
      TypeMismatchException mismatch,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    ProblemDetail problem =
        invalidValueIn(mismatch)
            .map(this::invalidValue)
            .orElseGet(
                () ->
                    ProblemDetails.of(
                        status, "invalid-request", "not a valid " + mismatch.getPropertyName()));
    return handleExceptionInternal(mismatch, problem, headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
      MethodArgumentNotValidException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    return handleExceptionInternal(
        invalid, invalid(status, errors(invalid.getBindingResult())), headers, status, request);
  }

  @Override
  protected @Nullable ResponseEntity<Object> handleHandlerMethodValidationException(
      HandlerMethodValidationException invalid,
      HttpHeaders headers,
      HttpStatusCode status,
      WebRequest request) {
    List<FieldProblem> errors =
        invalid.getParameterValidationResults().stream()
            .flatMap(
                result ->
                    result.getResolvableErrors().stream()
                        .map(
                            error ->
                                new FieldProblem(
                                    String.valueOf(result.getMethodParameter().getParameterName()),
                                    String.valueOf(error.getDefaultMessage()))))
            .toList();
    return handleExceptionInternal(invalid, invalid(status, errors), headers, status, request);
  }

  /** Everything Spring refuses comes through here; what has no code of ours yet gets one. */
  @Override
  protected ResponseEntity<Object> createResponseEntity(
      @Nullable Object body, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
    if (body instanceof ProblemDetail problem
        && (problem.getProperties() == null || !problem.getProperties().containsKey("code"))) {
      String code = CODES.getOrDefault(status.value(), "http-" + status.value());
      String detail = Optional.ofNullable(problem.getDetail()).orElse(code);
      return new ResponseEntity<>(ProblemDetails.of(status, code, detail), headers, status);
    }
    return super.createResponseEntity(body, headers, status, request);
  }

  /** PostgreSQL keeps every character of Unicode but one. */
  private static boolean isTextThatCannotBeKept(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .filter(SQLException.class::isInstance)
        .map(SQLException.class::cast)
        .anyMatch(sql -> CHARACTER_NOT_IN_REPERTOIRE.equals(sql.getSQLState()));
  }

  private record FieldProblem(String field, String message) {}

  private static ProblemDetail invalid(HttpStatusCode status, List<FieldProblem> errors) {
    String detail =
        errors.isEmpty()
            ? "The request is not valid."
            : errors.getFirst().field() + " " + errors.getFirst().message();
    ProblemDetail problem = ProblemDetails.of(status, "invalid-request", detail);
    problem.setProperty("errors", errors);
    return problem;
  }

  private static List<FieldProblem> errors(BindingResult result) {
    return Stream.concat(
            result.getFieldErrors().stream()
                .map(e -> new FieldProblem(e.getField(), String.valueOf(e.getDefaultMessage()))),
            result.getGlobalErrors().stream()
                .map(
                    e ->
                        new FieldProblem(e.getObjectName(), String.valueOf(e.getDefaultMessage()))))
        .toList();
  }

  private static Optional<InvalidValue> invalidValueIn(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .filter(InvalidValue.class::isInstance)
        .map(InvalidValue.class::cast)
        .findFirst();
  }

  private static String code(InvalidValue invalid) {
    return "invalid-" + invalid.kind().toLowerCase(Locale.ROOT).replace(' ', '-');
  }

  private static String message(InvalidValue invalid) {
    return String.valueOf(invalid.getMessage());
  }
}
