// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.settlement.gateway.door.AnswerBody.BrokenOff;
import io.settlement.kit.problem.ProblemDetails;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFilterFunction;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What does not answer is 503, and nothing else is touched; after several silences in a row,
 * callers are told so at once for a while. A route breaks by falling silent, a service with all its
 * routes by not being there: one slow question takes no other along.
 */
final class Breaker implements HandlerFilterFunction<ServerResponse, ServerResponse> {
  private static final Logger log = LoggerFactory.getLogger(Breaker.class);
  private static final Duration REST = Duration.ofSeconds(2);

  private final String service;
  private final boolean isOfRoute;
  private final CircuitBreaker breaker;

  private Breaker(String service, @Nullable String route, MeterRegistry meters) {
    this.service = service;
    this.isOfRoute = route != null;
    String stretch = route == null ? "all" : route;
    this.breaker =
        CircuitBreaker.of(
            service + " " + stretch,
            CircuitBreakerConfig.custom()
                .slidingWindowSize(10)
                .minimumNumberOfCalls(5)
                .failureRateThreshold(80)
                .waitDurationInOpenState(REST)
                .automaticTransitionFromOpenToHalfOpenEnabled(false)
                .permittedNumberOfCallsInHalfOpenState(2)
                .recordException(route == null ? Breaker::isAbsence : Breaker::isSilence)
                .build());
    breaker
        .getEventPublisher()
        .onStateTransition(
            event ->
                log.atInfo()
                    .addKeyValue("upstream", service)
                    .addKeyValue("route", stretch)
                    .addKeyValue("from", event.getStateTransition().getFromState())
                    .addKeyValue("to", event.getStateTransition().getToState())
                    .log("circuit breaker moved"));
    meters.gauge(
        "settlement.gateway.breaker.open",
        Tags.of("service", service, "route", stretch),
        breaker,
        b -> b.getState() == CircuitBreaker.State.OPEN ? 1 : 0);
  }

  /** Of a service with all its routes; those of its routes stand behind it. */
  static Breaker ofService(String service, MeterRegistry meters) {
    return new Breaker(service, null, meters);
  }

  /** Of one route to a service. */
  static Breaker ofRoute(String service, String route, MeterRegistry meters) {
    return new Breaker(service, route, meters);
  }

  @Override
  public ServerResponse filter(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    try {
      breaker.acquirePermission();
      return watched(request, next);
    } catch (CallNotPermittedException e) {
      return unavailable(request, "%s does not answer at the moment".formatted(service));
    } catch (ResourceAccessException | BrokenOff e) {
      if (isOfRoute) {
        throw e;
      }
      complain("a service did not answer", e);
      return unavailable(request, "%s did not answer".formatted(service));
    }
  }

  /** A route has answered when all of the answer is there, a service when any of it is. */
  private ServerResponse watched(ServerRequest request, HandlerFunction<ServerResponse> next)
      throws Exception {
    long begun = System.nanoTime();
    try {
      ServerResponse answer = next.handle(request);
      if (isOfRoute && answer instanceof LongAnswer more) {
        return more.whenItEnds(end -> ended(begun, end));
      }
      breaker.onSuccess(System.nanoTime() - begun, TimeUnit.NANOSECONDS);
      return answer;
    } catch (Exception e) {
      breaker.onError(System.nanoTime() - begun, TimeUnit.NANOSECONDS, e);
      throw e;
    }
  }

  private void ended(long begun, Optional<BrokenOff> end) {
    long nanos = System.nanoTime() - begun;
    end.ifPresentOrElse(
        e -> {
          complain("a service broke off its answer", e);
          breaker.onError(nanos, TimeUnit.NANOSECONDS, e);
        },
        () -> breaker.onSuccess(nanos, TimeUnit.NANOSECONDS));
  }

  private void complain(String what, Exception cause) {
    log.atWarn()
        .addKeyValue("upstream", service)
        .addKeyValue("cause", String.valueOf(cause.getMessage()))
        .log(what);
  }

  /** A caller that breaks off its own request says nothing about the route. */
  private static boolean isSilence(Throwable failure) {
    return !isAbsence(failure)
        && causes(failure)
            .anyMatch(cause -> cause instanceof HttpTimeoutException || cause instanceof BrokenOff);
  }

  private static boolean isAbsence(Throwable failure) {
    return causes(failure)
        .anyMatch(
            cause ->
                cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
  }

  private static Stream<@Nullable Throwable> causes(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
        failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause());
  }

  private ServerResponse unavailable(ServerRequest request, String detail) {
    ProblemDetail problem =
        ProblemDetails.of(HttpStatus.SERVICE_UNAVAILABLE, "service-unavailable", detail);
    problem.setInstance(URI.create(request.path()));
    problem.setProperty("service", service);
    return ServerResponse.status(HttpStatus.SERVICE_UNAVAILABLE)
        .header(HttpHeaders.RETRY_AFTER, Long.toString(REST.toSeconds()))
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
