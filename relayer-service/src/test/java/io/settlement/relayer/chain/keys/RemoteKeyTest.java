// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.chain.keys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.Signable;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import io.settlement.events.value.Hex;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.web3j.crypto.ECKeyPair;
import org.web3j.utils.Numeric;
import tools.jackson.databind.json.JsonMapper;

/** Against a server that answers as Web3signer's published eth1 API says. */
class RemoteKeyTest {
  private static final ECKeyPair PAIR = pair(TestKeys.VALIDATOR_1_HEX);
  private static final ECKeyPair ANOTHER = pair(TestKeys.VALIDATOR_2_HEX);
  private static final EvmAddress ADDRESS = TestKeys.VALIDATOR_1.address();
  private static final Signable FORM = Digests.bundleForm(new Hash("0x" + "5a".repeat(32)));
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final List<String> authorizations = new ArrayList<>();
  private final Deque<Integer> troubles = new ArrayDeque<>();
  private ECKeyPair signsWith = PAIR;
  private HttpServer server;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/api/v1/eth1/publicKeys", this::listKeys);
    server.createContext("/api/v1/eth1/sign/", this::sign);
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void signsWhatTheSameKeyInAFileSigns() {
    RemoteKey key = RemoteKey.of(ADDRESS, settings(null), null);
    assertThat(FORM.preimage()).hasSize(66);
    assertThat(key.sign(FORM)).isEqualTo(TestKeys.VALIDATOR_1.sign(FORM));
    assertThat(key.address()).isEqualTo(ADDRESS);
    assertThat(authorizations).containsOnly("");
  }

  @Test
  void showsItsTokenToAProxyBeforeTheSigner(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "a-token\n");
    RemoteKey.of(ADDRESS, settings(token), null).sign(FORM);
    assertThat(authorizations).containsOnly("Bearer a-token");
  }

  @Test
  void triesAgainWhenTheServerIsInTroubleAndGivesUpInTheEnd() {
    RemoteKey key = RemoteKey.of(ADDRESS, settings(null), null);
    troubles.addAll(List.of(500, 503));
    assertThat(key.sign(FORM)).hasSize(65);
    troubles.addAll(List.of(500, 500, 500));
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("500");
    server.stop(0);
    assertThatThrownBy(() -> key.sign(FORM)).isInstanceOf(SignerUnavailable.class);
  }

  @Test
  void asksOnceWhenTheServerRefuses() {
    RemoteKey key = RemoteKey.of(ADDRESS, settings(null), null);
    key.sign(FORM);
    int before = authorizations.size();
    troubles.add(400);
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("400");
    assertThat(authorizations).hasSize(before + 1);
  }

  @Test
  void believesNoSignatureOfSomebodyElse() {
    RemoteKey key = RemoteKey.of(ADDRESS, settings(null), null);
    signsWith = ANOTHER;
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("somebody else");
  }

  @Test
  void saysThatTheSignerDoesNotHoldItsKey() {
    RemoteKey stranger = RemoteKey.of(TestKeys.NEWCOMER.address(), settings(null), null);
    assertThatThrownBy(() -> stranger.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("does not hold the key");
  }

  private RemoteSignerSettings settings(@Nullable Path token) {
    URI url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    return new RemoteSignerSettings(url, token, null, Duration.ofSeconds(2));
  }

  private void listKeys(HttpExchange exchange) throws IOException {
    answer(exchange, 200, JSON.writeValueAsString(List.of(name(ANOTHER), name(PAIR))));
  }

  private void sign(HttpExchange exchange) throws IOException {
    String key = exchange.getRequestURI().getPath().replaceAll(".*/", "");
    Integer trouble = troubles.poll();
    if (trouble != null) {
      answer(exchange, trouble, "");
    } else if (!key.equals(name(PAIR))) {
      answer(exchange, 404, "");
    } else {
      String data = JSON.readTree(exchange.getRequestBody()).path("data").stringValue();
      Hash digest = Hash.of(org.web3j.crypto.Hash.sha3(Hex.decode(data)));
      answer(exchange, 200, Hex.encode(Signing.fastest(signsWith).sign(digest.bytes())));
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

  private static String name(ECKeyPair pair) {
    return Numeric.toHexStringWithPrefixZeroPadded(pair.getPublicKey(), 128);
  }

  private static ECKeyPair pair(String hex) {
    return ECKeyPair.create(new BigInteger(hex, 16));
  }
}
