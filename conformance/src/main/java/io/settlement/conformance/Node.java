// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance;

import io.settlement.conformance.Unanswered.Cause;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.Proxy;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import okio.Buffer;
import okio.BufferedSource;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One provider of a chain. Asks it within the load it may have; follows no redirect, reads no body
 * beyond the limit, connects to no address it may not. Nothing is asked twice.
 */
public final class Node implements AutoCloseable {
  private static final JsonMapper JSON = new JsonMapper();
  private static final MediaType AS_JSON = MediaType.get("application/json");
  private static final Set<String> HTTP = Set.of("http", "https");
  private static final Set<String> WEBSOCKET = Set.of("ws", "wss");

  private final URI http;
  private final Optional<URI> ws;
  private final NodeSettings settings;
  private final OkHttpClient client;
  private final Load load;

  private Node(URI http, Optional<URI> ws, NodeSettings settings, OkHttpClient client, Load load) {
    this.http = http;
    this.ws = ws;
    this.settings = settings;
    this.client = client;
    this.load = load;
  }

  /**
   * The provider behind these addresses.
   *
   * @param ws its WebSocket, when it has one
   * @throws IllegalArgumentException when an address has another scheme or no host
   */
  public static Node of(URI http, @Nullable URI ws, NodeSettings settings, Load load) {
    demand(http, HTTP);
    if (ws != null) {
      demand(ws, WEBSOCKET);
    }
    OkHttpClient client =
        new OkHttpClient.Builder()
            .followRedirects(false)
            .followSslRedirects(false)
            .retryOnConnectionFailure(true)
            .proxy(Proxy.NO_PROXY)
            .socketFactory(new GuardedSockets(settings.addresses()))
            .connectTimeout(settings.connect())
            .readTimeout(settings.answer())
            .writeTimeout(settings.answer())
            .callTimeout(settings.answer())
            .build();
    return new Node(http, Optional.ofNullable(ws), settings, client, load);
  }

  /** The same provider under another load. */
  public Node under(Load other) {
    return new Node(http, ws, settings, client, other);
  }

  /** Its address. */
  public URI http() {
    return http;
  }

  /** Its WebSocket. */
  public Optional<URI> ws() {
    return ws;
  }

  /** How it is asked. */
  public NodeSettings settings() {
    return settings;
  }

  /** What it is asked at most. */
  public Load load() {
    return load;
  }

  /** Its client: for WebSockets and for looking at certificates. */
  public OkHttpClient client() {
    return client;
  }

  /** What may be shown: the address itself may hold an access token. */
  public String name() {
    return http.getPort() < 0 ? http.getHost() : http.getHost() + ":" + http.getPort();
  }

  /**
   * Asks one thing.
   *
   * @throws Unanswered when there is no answer, not even a refusal
   */
  public Answer call(String method, Object... params) {
    return call(Call.of(method, params));
  }

  /**
   * Asks one thing.
   *
   * @throws Unanswered when there is no answer, not even a refusal
   */
  public Answer call(Call call) {
    JsonNode answer = read(exchange(JSON.writeValueAsBytes(request(call, 1))));
    if (!answer.isObject()) {
      throw garbage("not an answer to one question: " + answer);
    }
    return answer(answer);
  }

  /**
   * What it says to one thing.
   *
   * @throws Unanswered when it does not answer, or refuses
   */
  public JsonNode ask(String method, Object... params) {
    Answer answer = call(method, params);
    return switch (answer) {
      case Answer.Result result -> result.value();
      case Answer.Refused refused ->
          throw new Unanswered(Cause.REFUSED, method + " is " + refused + " by " + name());
    };
  }

  /**
   * Asks many things in one body.
   *
   * @return the answers in the order of the calls
   * @throws Unanswered when one of them is missing, or the batch is refused as a whole
   */
  public List<Answer> batch(List<Call> calls) {
    ArrayNode body = JSON.createArrayNode();
    for (int id = 0; id < calls.size(); id++) {
      body.add(request(calls.get(id), id));
    }
    JsonNode answers = read(exchange(JSON.writeValueAsBytes(body)));
    if (!answers.isArray()) {
      throw new Unanswered(
          Cause.REFUSED, "a batch of " + calls.size() + " is " + answer(answers) + " by " + name());
    }
    Map<Integer, Answer> byId = new HashMap<>();
    answers.forEach(one -> byId.put(one.path("id").asInt(-1), answer(one)));
    return IntStream.range(0, calls.size())
        .mapToObj(
            id ->
                Optional.ofNullable(byId.get(id))
                    .orElseThrow(() -> garbage("no answer to member " + id + " of a batch")))
        .toList();
  }

  /**
   * Sends a body as it is.
   *
   * @throws Unanswered when nothing whole comes back; any HTTP status is something
   */
  public Exchange exchange(byte[] body) {
    Request request =
        new Request.Builder().url(http.toString()).post(RequestBody.create(body, AS_JSON)).build();
    load.enter();
    long start = System.nanoTime();
    try (Response response = client.newCall(request).execute()) {
      Map<String, String> headers = new HashMap<>();
      response
          .headers()
          .forEach(pair -> headers.put(pair.getFirst().toLowerCase(Locale.ROOT), pair.getSecond()));
      byte[] answer = whole(Objects.requireNonNull(response.body()).source());
      return new Exchange(
          response.code(), headers, answer, Duration.ofNanos(System.nanoTime() - start));
    } catch (IOException e) {
      throw unanswered(e);
    } finally {
      load.leave();
    }
  }

  private byte[] whole(BufferedSource source) throws IOException {
    Buffer read = new Buffer();
    while (source.read(read, 64 * 1024) >= 0) {
      if (read.size() > settings.mostBytes()) {
        throw new Unanswered(
            Cause.TOO_LARGE, name() + " answers with more than " + settings.mostBytes() + " bytes");
      }
    }
    return read.readByteArray();
  }

  private Unanswered unanswered(IOException e) {
    if (Thread.currentThread().isInterrupted()) {
      return new Unanswered(Cause.INTERRUPTED, "interrupted while waiting for " + name(), e);
    }
    return switch (e) {
      case GuardedSockets.Forbidden forbidden ->
          new Unanswered(Cause.FORBIDDEN_ADDRESS, name() + ": " + forbidden.getMessage(), e);
      case InterruptedIOException late ->
          new Unanswered(Cause.TIMEOUT, name() + " does not answer in time", late);
      case SSLException insecure ->
          new Unanswered(Cause.INSECURE, name() + ": " + insecure.getMessage(), e);
      default -> new Unanswered(Cause.UNREACHABLE, name() + " cannot be reached: " + e, e);
    };
  }

  private JsonNode read(Exchange exchange) {
    int status = exchange.status();
    if (status >= 300 && status < 400) {
      throw new Unanswered(Cause.REDIRECT, name() + " wants to send us elsewhere");
    }
    if (status == 429) {
      throw new Unanswered(Cause.RATE_LIMITED, name() + " answers HTTP 429");
    }
    try {
      JsonNode json = JSON.readTree(exchange.body());
      if (json.isArray() || json.has("result") || json.has("error")) {
        return json;
      }
    } catch (JacksonException e) {
      throw noJsonRpc(status);
    }
    throw noJsonRpc(status);
  }

  private Unanswered noJsonRpc(int status) {
    return new Unanswered(
        status == 200 ? Cause.GARBAGE : Cause.HTTP_STATUS,
        name() + " answers HTTP " + status + " without JSON-RPC");
  }

  private Unanswered garbage(String words) {
    return new Unanswered(Cause.GARBAGE, name() + ": " + words);
  }

  private static Answer answer(JsonNode answer) {
    JsonNode error = answer.path("error");
    if (error.isMissingNode() || error.isNull()) {
      return new Answer.Result(answer.path("result"));
    }
    return new Answer.Refused(
        error.path("code").asLong(0), error.path("message").asString(""), error.get("data"));
  }

  private static ObjectNode request(Call call, int id) {
    ObjectNode request = JSON.createObjectNode();
    request.put("jsonrpc", "2.0").put("id", id).put("method", call.method());
    request.set("params", JSON.valueToTree(call.params()));
    return request;
  }

  private static void demand(URI address, Set<String> schemes) {
    String scheme = address.getScheme();
    if (scheme == null || !schemes.contains(scheme.toLowerCase(Locale.ROOT))) {
      throw new IllegalArgumentException("not an address with one of " + schemes);
    }
    if (address.getHost() == null) {
      throw new IllegalArgumentException("an address without a host");
    }
  }

  /** Lets its connections go. */
  @Override
  public void close() {
    client.dispatcher().executorService().shutdown();
    client.connectionPool().evictAll();
  }
}
