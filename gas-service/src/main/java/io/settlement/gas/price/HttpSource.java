// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An address that answers with JSON. After several failures in a row it is left alone a while. */
final class HttpSource implements RateSource {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  /** Later than any second, earlier than any millisecond that matters. */
  private static final long FIRST_MILLISECOND = 100_000_000_000L;

  private static final int LONGEST_PRICE = 60;

  private final String name;
  private final Duration maxAge;
  private final URI url;
  private final JsonPointer price;
  private final @Nullable JsonPointer time;
  private final Door door;

  /**
   * How addresses are asked.
   *
   * @param maxBytes longest answer that is read
   */
  record Door(RestClient http, int maxBytes, CircuitBreaker breaker, Clock clock) {

    /** A door to one address. */
    static Door of(String name, PriceSettings.FeedPolicy policy, Clock clock) {
      JdkClientHttpRequestFactory requests =
          new JdkClientHttpRequestFactory(
              HttpClient.newBuilder()
                  .connectTimeout(policy.timeout())
                  .followRedirects(HttpClient.Redirect.NEVER)
                  .build());
      requests.setReadTimeout(policy.timeout());
      CircuitBreaker breaker =
          CircuitBreaker.of(
              name,
              CircuitBreakerConfig.custom()
                  .slidingWindowSize(5)
                  .minimumNumberOfCalls(5)
                  .waitDurationInOpenState(policy.interval().multipliedBy(4))
                  .permittedNumberOfCallsInHalfOpenState(1)
                  .build());
      RestClient http = RestClient.builder().requestFactory(requests).build();
      return new Door(http, policy.maxBytes(), breaker, clock);
    }
  }

  HttpSource(
      String name,
      Duration maxAge,
      URI url,
      JsonPointer price,
      @Nullable JsonPointer time,
      Door door) {
    this.name = name;
    this.maxAge = maxAge;
    this.url = url;
    this.price = price;
    this.time = time;
    this.door = door;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Duration maxAge() {
    return maxAge;
  }

  @Override
  public Quoted ask() {
    return door.breaker().executeSupplier(() -> quoted(JSON.readTree(body())));
  }

  private byte[] body() {
    return door.http()
        .get()
        .uri(url)
        .accept(MediaType.APPLICATION_JSON)
        .exchangeForRequiredValue(
            (request, response) -> {
              if (!response.getStatusCode().is2xxSuccessful()) {
                throw new IOException("answered with " + response.getStatusCode().value());
              }
              byte[] read = response.getBody().readNBytes(door.maxBytes() + 1);
              if (read.length > door.maxBytes()) {
                throw new IOException("answered with more than " + door.maxBytes() + " bytes");
              }
              return read;
            });
  }

  private Quoted quoted(JsonNode answer) {
    Instant at = time == null ? door.clock().instant() : timeOf(answer.at(time));
    return new Quoted(priceOf(answer.at(price)), at);
  }

  private BigDecimal priceOf(JsonNode node) {
    String text = node.isString() || node.isNumber() ? node.asString() : "";
    if (text.isEmpty() || text.length() > LONGEST_PRICE) {
      throw new IllegalStateException("no price at " + price);
    }
    return new BigDecimal(text);
  }

  private Instant timeOf(JsonNode node) {
    if (node.isIntegralNumber() && node.canConvertToLong()) {
      long number = node.asLong();
      return number < FIRST_MILLISECOND
          ? Instant.ofEpochSecond(number)
          : Instant.ofEpochMilli(number);
    }
    if (node.isString()) {
      return Instant.parse(node.asString());
    }
    throw new IllegalStateException("no time at " + time);
  }
}
