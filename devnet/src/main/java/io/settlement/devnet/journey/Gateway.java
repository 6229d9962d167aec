// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The public door, as somebody with an API key sees it; or a service's own, as its operator does.
 */
public final class Gateway {
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
  private final URI url;
  private final UnaryOperator<HttpRequest.Builder> identity;

  /** With a key, or without one. */
  public Gateway(URI url, @Nullable String apiKey) {
    this(url, request -> apiKey == null ? request : request.header("X-API-Key", apiKey));
  }

  private Gateway(URI url, UnaryOperator<HttpRequest.Builder> identity) {
    this.url = url;
    this.identity = identity;
  }

  /** The door of a service that this gateway does not lead to, as the one who runs it. */
  public static Gateway of(URI service, Path internalKey) {
    return new Gateway(
        service,
        request -> request.header("Authorization", "Bearer " + OperatorToken.mint(internalKey)));
  }

  /**
   * What it answered.
   *
   * @param status HTTP status
   * @param contentType of the body, empty when there is none
   */
  public record Answer(int status, String contentType, String body) {

    /** The body, read as JSON. */
    public JsonNode json() {
      return JsonMapper.shared().readTree(body);
    }

    /** The stable code of a problem. */
    public String code() {
      return json().path("code").asString("");
    }

    /** Itself, when it is a success. */
    public Answer orFail(String what) {
      if (status / 100 != 2) {
        throw new Failure("%s: the gateway answered %d %s".formatted(what, status, body));
      }
      return this;
    }
  }

  /** GET. */
  public Answer get(String path) {
    return send(request(path).GET());
  }

  /** POST of a value as JSON. */
  public Answer post(String path, Object body) {
    return postText(path, JsonMapper.shared().writeValueAsString(body));
  }

  /** POST of a text that claims to be JSON. */
  public Answer postText(String path, String body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body)));
  }

  /** PUT of a value as JSON. */
  public Answer put(String path, Object body) {
    return send(
        request(path)
            .header("content-type", "application/json")
            .PUT(
                HttpRequest.BodyPublishers.ofString(JsonMapper.shared().writeValueAsString(body))));
  }

  /**
   * Follows a message's live stream, each event's data as JSON; whether it ended because somebody
   * had seen enough.
   */
  public boolean follow(String txid, Predicate<JsonNode> seenEnough) {
    HttpRequest request =
        request("/v1/messages/" + txid + "/events")
            .header("accept", "text/event-stream")
            .GET()
            .build();
    try {
      HttpResponse<Stream<String>> answer = http.send(request, HttpResponse.BodyHandlers.ofLines());
      try (Stream<String> lines = answer.body()) {
        return lines
            .filter(line -> line.startsWith("data:"))
            .map(line -> JsonMapper.shared().readTree(line.substring(5)))
            .anyMatch(seenEnough);
      }
    } catch (IOException | java.io.UncheckedIOException e) {
      throw new Failure("The stream of " + txid + " broke off: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while following " + txid, e);
    }
  }

  /** Where it is. */
  public URI url() {
    return url;
  }

  private HttpRequest.Builder request(String path) {
    return identity.apply(HttpRequest.newBuilder(url.resolve(path)).timeout(PATIENCE));
  }

  private Answer send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    try {
      HttpResponse<String> answer = http.send(built, HttpResponse.BodyHandlers.ofString());
      return new Answer(
          answer.statusCode(),
          answer.headers().firstValue("content-type").orElse(""),
          answer.body());
    } catch (IOException e) {
      throw new Failure("The gateway does not answer " + built.uri() + ": " + e, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted while asking the gateway", e);
    }
  }
}
