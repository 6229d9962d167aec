// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.kit.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who calls the service over HTTP. */
final class Caller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final @Nullable String authorization;

  private Caller(int port, @Nullable String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  static Caller operator(int port) {
    return new Caller(port, TestTokens.operator());
  }

  static Caller partner(int port) {
    return new Caller(port, TestTokens.partner());
  }

  /** Somebody with scopes. */
  static Caller of(int port, String name, String... scopes) {
    return new Caller(port, TestTokens.of(name, scopes));
  }

  static Caller stranger(int port) {
    return new Caller(port, null);
  }

  record Answer(int status, JsonNode body) {
    String code() {
      return body.path("code").asString("");
    }

    String text(String field) {
      return body.path(field).asString("");
    }
  }

  Answer get(String path) {
    return call("GET", path, null);
  }

  Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  Answer post(String path) {
    return call("POST", path, "");
  }

  /** With headers, name by name. */
  Answer post(String path, String body, String... headers) {
    return call("POST", path, body, headers);
  }

  private Answer call(String method, String path, @Nullable String body, String... headers) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? HttpRequest.BodyPublishers.noBody()
                    : HttpRequest.BodyPublishers.ofString(body));
    if (headers.length > 0) {
      request.headers(headers);
    }
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<String> response = HTTP.send(request.build(), BodyHandlers.ofString());
      return new Answer(response.statusCode(), JSON.readTree(response.body()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
