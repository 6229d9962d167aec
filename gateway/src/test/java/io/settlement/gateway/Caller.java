// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the gateway over HTTP. */
public final class Caller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final @Nullable String key;
  private final @Nullable String token;

  Caller(int port, @Nullable String key) {
    this(port, key, null);
  }

  Caller(int port, @Nullable String key, @Nullable String token) {
    this.port = port;
    this.key = key;
    this.token = token;
  }

  /** What came back. */
  public record Answer(int status, HttpHeaders headers, JsonNode body) {
    /** The problem's stable word; empty when it is none. */
    public String code() {
      return text("code");
    }

    /** A field as text; empty when it is not there. */
    public String text(String field) {
      return body.path(field).asString("");
    }

    /** A header; empty when it is not there. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** What came back of something that is no JSON. */
  public record Text(int status, HttpHeaders headers, String body) {
    /** A header; empty when it is not there. */
    public String header(String name) {
      return headers.firstValue(name).orElse("");
    }
  }

  /** GET of something that is no JSON. */
  public Text text(String path, String... headers) {
    HttpResponse<String> response = send(request(path, headers).GET());
    return new Text(response.statusCode(), response.headers(), response.body());
  }

  /** HEAD; its body is empty. */
  public Text head(String path) {
    HttpResponse<String> response = send(request(path).HEAD());
    return new Text(response.statusCode(), response.headers(), response.body());
  }

  /** GET; headers are name, value, name, value… */
  public Answer get(String path, String... headers) {
    return answer(send(request(path, headers).GET()));
  }

  /** POST of JSON. */
  public Answer post(String path, String body, String... headers) {
    return answer(
        send(
            request(path, headers)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))));
  }

  /** PUT of JSON. */
  public Answer put(String path, String body) {
    return answer(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .PUT(BodyPublishers.ofString(body))));
  }

  /** OPTIONS, as a browser asks before a page of others may call. */
  public Text options(String path, String... headers) {
    HttpResponse<String> response =
        send(request(path, headers).method("OPTIONS", BodyPublishers.noBody()));
    return new Text(response.statusCode(), response.headers(), response.body());
  }

  /** POST of bytes whose number is not told beforehand. */
  public Answer postChunked(String path, byte[] body) {
    return answer(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(body)))));
  }

  /** PATCH of JSON. */
  public Answer patch(String path, String body) {
    return answer(
        send(
            request(path)
                .header("Content-Type", "application/json")
                .method("PATCH", BodyPublishers.ofString(body))));
  }

  /** DELETE; answers the status. */
  public int delete(String path) {
    return send(request(path).DELETE()).statusCode();
  }

  /** An event stream, line by line as it comes. */
  public HttpResponse<Stream<String>> stream(String path, String... headers) {
    try {
      return HTTP.send(
          request(path, headers).header("Accept", "text/event-stream").GET().build(),
          BodyHandlers.ofLines());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private HttpRequest.Builder request(String path, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (key != null) {
      request.header("X-API-Key", key);
    }
    if (token != null) {
      request.header("Authorization", "Bearer " + token);
    }
    return headers.length == 0 ? request : request.headers(headers);
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) {
    try {
      return HTTP.send(request.build(), BodyHandlers.ofString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static Answer answer(HttpResponse<String> response) {
    return new Answer(response.statusCode(), response.headers(), JSON.readTree(response.body()));
  }
}
