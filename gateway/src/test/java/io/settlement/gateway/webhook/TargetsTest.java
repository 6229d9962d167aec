// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.kit.problem.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where deliveries may go as long as nothing else is configured. */
class TargetsTest {
  private static final Secret SECRET = Secret.random();

  @TempDir private Path folder;
  private WebhookSettings settings;
  private Targets targets;

  @BeforeEach
  void usual() throws IOException {
    settings = settings(new byte[32]);
    targets = new Targets(settings);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "https://localhost:8443/",
        "https://[::1]/",
        "https://10.1.2.3/",
        "https://172.16.0.1/",
        "https://192.168.1.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/",
        "https://[::ffff:127.0.0.1]/",
        "https://0.0.0.0/",
        "https://2130706433/",
        "https://0x7f.1/",
        "https://100.64.0.1/"
      })
  void whatIsNotOfThePublicInternetIsRefused(String url) {
    assertThatThrownBy(() -> targets.admit(url))
        .isInstanceOfSatisfying(
            Problem.class,
            problem -> assertThat(problem.code()).isIn("target-forbidden", "target-unknown"));
  }

  @Test
  void onlyHttpsIsAdmitted() {
    assertThat(targets.admit("https://93.184.215.14/hook?a=b#c"))
        .isEqualTo("https://93.184.215.14/hook?a=b");
    assertThatThrownBy(() -> targets.admit("http://93.184.215.14/hook"))
        .isInstanceOfSatisfying(
            Problem.class, problem -> assertThat(problem.code()).isEqualTo("target-not-https"));
  }

  @Test
  void theAddressIsLookedAtAgainWhenItIsConnectedTo() throws IOException {
    SecretBox box = new SecretBox(settings);
    Sending sending = new Sending(targets, box, settings, Clock.systemUTC());
    try (Receiver receiver = new Receiver()) {
      // As if the name had come to mean another address since it was admitted.
      Attempt attempt = sending.send(delivery(receiver.url(), box.seal("wh_1", SECRET)));

      assertThat(attempt.problem()).isEqualTo("the target is not on the public internet");
      assertThat(attempt.status()).isNull();
      assertThat(receiver.events()).isEmpty();
    }
  }

  @Test
  void aSecretOpensForItsWebhookAndWithItsKeyOnly() throws IOException {
    SecretBox box = new SecretBox(settings);
    byte[] sealed = box.seal("wh_1", SECRET);
    byte[] otherKey = new byte[32];
    otherKey[0] = 1;

    assertThat(box.open("wh_1", sealed)).isEqualTo(SECRET);
    assertThat(box.seal("wh_1", SECRET)).isNotEqualTo(sealed);
    assertThatThrownBy(() -> box.open("wh_2", sealed)).isInstanceOf(SecretBox.Unopened.class);
    SecretBox other = new SecretBox(settings(otherKey));
    assertThatThrownBy(() -> other.open("wh_1", sealed)).isInstanceOf(SecretBox.Unopened.class);
    Attempt attempt =
        new Sending(targets, other, settings, Clock.systemUTC())
            .send(delivery("https://93.184.215.14/", sealed));
    assertThat(attempt.problem()).isEqualTo("the gateway cannot open the secret");
    assertThat(SECRET.toString()).doesNotContain(SECRET.text());
  }

  private static Delivery delivery(String url, byte[] sealed) {
    return new Delivery(1, "wh_1", "evt_1", "{}", 1, false, url, List.of(sealed));
  }

  private WebhookSettings settings(byte[] key) throws IOException {
    Path file = Files.createTempFile(folder, "webhooks", ".key");
    Files.writeString(file, Base64.getEncoder().encodeToString(key));
    Duration second = Duration.ofSeconds(1);
    return new WebhookSettings(
        file,
        false,
        10,
        32,
        8,
        second,
        second,
        second,
        second,
        second,
        3,
        Duration.ofDays(3),
        1_000,
        second,
        Duration.ofDays(7),
        second);
  }
}
