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
public final class Caller {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final JsonMapper JSON = new JsonMapper();

  private final int port;
  private final @Nullable String authorization;

  private Caller(int port, @Nullable String authorization) {
    this.port = port;
    this.authorization = authorization;
  }

  public static Caller operator(int port) {
    return new Caller(port, TestTokens.operator());
  }

  public static Caller partner(int port) {
    return new Caller(port, TestTokens.partner());
  }

  /** Somebody with scopes. */
  public static Caller of(int port, String name, String... scopes) {
    return new Caller(port, TestTokens.of(name, scopes));
  }

  public static Caller stranger(int port) {
    return new Caller(port, null);
  }

  public record Answer(int status, JsonNode body) {
    public String code() {
      return body.path("code").asString("");
    }

    public String text(String field) {
      return body.path(field).asString("");
    }
  }

  public Answer get(String path) {
    return call("GET", path, null);
  }

  public Answer put(String path, String body) {
    return call("PUT", path, body);
  }

  public Answer post(String path) {
    return call("POST", path, "");
  }

  /** What is there, to the byte. */
  public byte[] bytes(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (authorization != null) {
      request.header("Authorization", authorization);
    }
    try {
      HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
      if (response.statusCode() != 200) {
        throw new IllegalStateException(path + " answers " + response.statusCode());
      }
      return response.body();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** With headers, name by name. */
  public Answer post(String path, String body, String... headers) {
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
