// SPDX-License-Identifier: Apache-2.0
package io.settlement.chain.keys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.chain.contract.Digests;
import io.settlement.chain.contract.Signable;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a server that answers as Web3signer's published eth1 API says. */
class RemoteKeyTest {
  private static final EvmAddress ADDRESS = TestKeys.VALIDATOR_1.address();
  private static final Signable FORM = Digests.bundleForm(new Hash("0x" + "5a".repeat(32)));

  private final SigningServer server =
      new SigningServer(TestKeys.VALIDATOR_2_HEX, TestKeys.VALIDATOR_1_HEX);
  private final RemoteKey key = RemoteKey.of(ADDRESS, settings(server.url(), null), null);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signsWhatTheSameKeyInAFileSigns() {
    assertThat(FORM.preimage()).hasSize(66);
    assertThat(key.sign(FORM)).isEqualTo(TestKeys.VALIDATOR_1.sign(FORM));
    assertThat(key.address()).isEqualTo(ADDRESS);
    assertThat(server.authorizations()).containsOnly("");
  }

  @Test
  void showsItsTokenToAProxyBeforeTheSigner(@TempDir Path folder) throws IOException {
    Path token = Files.writeString(folder.resolve("token"), "a-token\n");
    RemoteKey.of(ADDRESS, settings(server.url(), token), null).sign(FORM);
    assertThat(server.authorizations()).containsOnly("Bearer a-token");
  }

  @Test
  void triesAgainWhenTheServerIsInTroubleAndGivesUpInTheEnd() {
    server.troubles(500, 503);
    assertThat(key.sign(FORM)).hasSize(65);
    server.troubles(500, 500, 500);
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("500");
    server.goDown();
    assertThatThrownBy(() -> key.sign(FORM)).isInstanceOf(SignerUnavailable.class);
    server.comeBack();
    assertThat(key.sign(FORM)).hasSize(65);
  }

  @Test
  void waitsOnceForASignerThatHangs() throws IOException {
    try (ServerSocket hangs = new ServerSocket(0, 0, InetAddress.getLoopbackAddress())) {
      URI url = URI.create("http://127.0.0.1:" + hangs.getLocalPort());
      Duration timeout = Duration.ofMillis(400);
      RemoteKey late =
          RemoteKey.of(ADDRESS, new RemoteSignerSettings(url, null, null, timeout), null);
      long start = System.nanoTime();
      assertThatThrownBy(() -> late.sign(FORM)).isInstanceOf(SignerUnavailable.class);
      assertThat(Duration.ofNanos(System.nanoTime() - start))
          .isBetween(timeout.dividedBy(2), timeout.multipliedBy(2));
    }
  }

  @Test
  void asksOnceWhenTheServerRefuses() {
    key.sign(FORM);
    int before = server.authorizations().size();
    server.troubles(400);
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("400");
    assertThat(server.authorizations()).hasSize(before + 1);
  }

  @Test
  void believesNoSignatureOfSomebodyElse() {
    server.signWith(TestKeys.VALIDATOR_2_HEX);
    assertThatThrownBy(() -> key.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("somebody else");
  }

  @Test
  void saysThatTheSignerDoesNotHoldItsKey() {
    RemoteKey stranger =
        RemoteKey.of(TestKeys.NEWCOMER.address(), settings(server.url(), null), null);
    assertThatThrownBy(() -> stranger.sign(FORM))
        .isInstanceOf(SignerUnavailable.class)
        .hasMessageContaining("does not hold the key");
  }

  private static RemoteSignerSettings settings(URI url, @Nullable Path token) {
    return new RemoteSignerSettings(url, token, null, Duration.ofSeconds(2));
  }
}
