// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.bitcoin;

import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.chain.ChainException;
import io.settlement.chain.RpcError;
import io.settlement.chain.Unreachable;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One node's JSON-RPC, behind a circuit breaker. Amounts are read as decimals, never as floats. */
final class BitcoinRpc {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();
  private static final int LONGEST_WORDS = 300;
  private static final int UNAUTHORIZED = 401;
  private static final int FORBIDDEN = 403;
  private static final int FAILURES = 3;
  private static final Duration LEFT_OUT = Duration.ofSeconds(2);

  /** Still reading its disk; and not connected, still downloading, out of memory. */
  private static final Set<Integer> NOT_READY = Set.of(-28, -9, -10, -7);

  private final BitcoinProviderSettings provider;
  private final BitcoinSettings settings;
  private final HttpClient http;
  private final MeterRegistry meters;
  private final CircuitBreaker breaker;

  BitcoinRpc(
      BitcoinProviderSettings provider,
      BitcoinSettings settings,
      HttpClient http,
      MeterRegistry meters) {
    this.provider = provider;
    this.settings = settings;
    this.http = http;
    this.meters = meters;
    this.breaker =
        CircuitBreaker.of(
            provider.name(),
            CircuitBreakerConfig.custom()
                .slidingWindowSize(FAILURES)
                .minimumNumberOfCalls(FAILURES)
                .failureRateThreshold(100)
                .waitDurationInOpenState(LEFT_OUT)
                .permittedNumberOfCallsInHalfOpenState(1)
                .recordException(Unreachable.class::isInstance)
                .build());
  }

  String name() {
    return provider.name();
  }

  /** Whether it was not silent lately. */
  boolean isWell() {
    return breaker.getState() != CircuitBreaker.State.OPEN;
  }

  /**
   * Asks once.
   *
   * @throws RpcError when the node refuses
   * @throws Unreachable when it gives no usable answer
   */
  JsonNode call(String method, @Nullable Object... params) {
    long start = System.nanoTime();
    String outcome = "answered";
    try {
      return breaker.executeSupplier(
          () -> answer(method, post(body(method, Arrays.asList(params)))));
    } catch (CallNotPermittedException open) {
      outcome = "left_out";
      throw new Unreachable(name() + " is left out after failures in a row");
    } catch (ChainException e) {
      outcome = e instanceof RpcError ? "refused" : "unreachable";
      throw e;
    } finally {
      meters
          .timer(
              "settlement.bitcoin.rpc.calls",
              "provider",
              name(),
              "method",
              method,
              "outcome",
              outcome)
          .record(Duration.ofNanos(System.nanoTime() - start));
    }
  }

  private static byte[] body(String method, List<@Nullable Object> params) {
    ObjectNode request = JSON.createObjectNode();
    request.put("jsonrpc", "1.0").put("id", 0).put("method", method);
    request.set("params", JSON.valueToTree(params));
    return JSON.writeValueAsBytes(request);
  }

  private HttpResponse<byte[]> post(byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(provider.url())
            .timeout(settings.timeout())
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    try {
      String credentials = credentials();
      if (credentials != null) {
        request.header(
            "Authorization",
            "Basic "
                + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8)));
      }
      return http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
    } catch (IOException e) {
      Unreachable silent = new Unreachable(name() + " does not answer: " + e);
      silent.initCause(e);
      throw silent;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Unreachable("interrupted while waiting for " + name());
    }
  }

  /** A node writes a new cookie each time it starts. */
  private @Nullable String credentials() throws IOException {
    Path cookie = provider.cookieFile();
    if (cookie != null) {
      return Files.readString(cookie).strip();
    }
    return provider.user() == null ? null : provider.user() + ":" + provider.password();
  }

  private JsonNode answer(String method, HttpResponse<byte[]> response) {
    int status = response.statusCode();
    if (status == UNAUTHORIZED || status == FORBIDDEN) {
      throw new Unreachable(name() + " refuses the credentials: HTTP " + status);
    }
    try {
      JsonNode json = JSON.readTree(response.body());
      JsonNode error = json.path("error");
      if (error.isObject()) {
        throw refusal(method, error);
      }
      if (json.has("result")) {
        return json.path("result");
      }
    } catch (JacksonException e) {
      Unreachable nonsense = new Unreachable(name() + " answered HTTP " + status + " without JSON");
      nonsense.initCause(e);
      throw nonsense;
    }
    throw new Unreachable(name() + " answered HTTP " + status + " without JSON-RPC");
  }

  private ChainException refusal(String method, JsonNode error) {
    int code = error.path("code").asInt(0);
    String words = error.path("message").asString("");
    String said =
        method
            + ": "
            + (words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    return NOT_READY.contains(code)
        ? new Unreachable(name() + " is not ready: " + said)
        : new RpcError(code, said);
  }
}
