// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.web3j.crypto.ECKeyPair;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/** A signer that answers as Web3signer's published eth1 API says. */
public final class SigningServer implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final Map<String, ECKeyPair> keys = new LinkedHashMap<>();
  private final List<String> authorizations = new CopyOnWriteArrayList<>();
  private final Deque<Integer> troubles = new ConcurrentLinkedDeque<>();
  private final int port;
  private HttpServer server;
  private volatile @Nullable ECKeyPair impostor;

  /**
   * Begins to serve on a free port.
   *
   * @param secrets private keys, in hex
   */
  public SigningServer(String... secrets) {
    for (String secret : secrets) {
      ECKeyPair pair = pair(secret);
      keys.put(Numeric.toHexStringWithPrefixZeroPadded(pair.getPublicKey(), 128), pair);
    }
    server = serve(0);
    port = server.getAddress().getPort();
  }

  /** Where it is, also while it is down. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** Takes no connection any more. */
  public void goDown() {
    server.stop(0);
  }

  /** Serves again at the same address. */
  public void comeBack() {
    server = serve(port);
  }

  /** Answers the next requests for a signature with these. */
  void troubles(Integer... statuses) {
    troubles.addAll(List.of(statuses));
  }

  /** Signs with this key whatever is asked for. */
  void signWith(String secret) {
    impostor = pair(secret);
  }

  /** What each request showed; empty for nothing. */
  List<String> authorizations() {
    return authorizations;
  }

  @Override
  public void close() {
    goDown();
  }

  private HttpServer serve(int at) {
    try {
      HttpServer http =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), at), 0);
      http.createContext("/api/v1/eth1/publicKeys", this::listKeys);
      http.createContext("/api/v1/eth1/sign/", this::sign);
      http.start();
      return http;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void listKeys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, JSON.writeValueAsString(keys.keySet()));
  }

  private void sign(HttpExchange exchange) throws IOException {
    ECKeyPair key = keys.get(exchange.getRequestURI().getPath().replaceAll(".*/", ""));
    Integer trouble = troubles.poll();
    if (trouble != null) {
      answer(exchange, trouble, "");
    } else if (key == null) {
      answer(exchange, 404, "");
    } else {
      String data = JSON.readTree(exchange.getRequestBody()).path("data").stringValue();
      Hash digest = Hash.of(org.web3j.crypto.Hash.sha3(Hex.decode(data)));
      ECKeyPair with = impostor == null ? key : impostor;
      answer(exchange, 200, Hex.encode(Signing.fastest(with).sign(digest.bytes())));
    }
  }

  private void answer(HttpExchange exchange, int status, String body) throws IOException {
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    authorizations.add(authorization == null ? "" : authorization);
    byte[] bytes = body.getBytes(UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
    exchange.close();
  }

  private static ECKeyPair pair(String hex) {
    return ECKeyPair.create(new BigInteger(hex, 16));
  }
}
