// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** One key takes the place of another, and what was sealed opens. */
class SecretBoxTest {
  private static final String FORMER = key(1);
  private static final String NEXT = key(2);
  private static final String WEBHOOK = "wh_1";

  @TempDir private Path folder;

  @Test
  void theFirstKeySealsAndEachOpens() throws IOException {
    Secret old = Secret.random();
    Secret recent = Secret.random();
    byte[] byFormer = box(FORMER).seal(WEBHOOK, old);
    SecretBox both = box(NEXT + "\n" + FORMER + "\n");
    byte[] byNext = both.seal(WEBHOOK, recent);

    assertThat(both.open(WEBHOOK, byFormer).text()).isEqualTo(old.text());
    assertThat(both.open(WEBHOOK, byNext).text()).isEqualTo(recent.text());
    assertThat(box(NEXT).open(WEBHOOK, byNext).text()).isEqualTo(recent.text());
    assertThatThrownBy(() -> box(NEXT).open(WEBHOOK, byFormer))
        .isInstanceOf(SecretBox.Unopened.class);
    assertThatThrownBy(() -> both.open("wh_2", byNext)).isInstanceOf(SecretBox.Unopened.class);
  }

  private SecretBox box(String keys) throws IOException {
    Path file = Files.writeString(folder.resolve("webhooks.key"), keys);
    return new SecretBox(
        new Binder(
                new MapConfigurationPropertySource(
                    Map.of("settlement.gateway.webhooks.key-file", file.toString())))
            .bind("settlement.gateway.webhooks", WebhookSettings.class)
            .get());
  }

  private static String key(int value) {
    byte[] bytes = new byte[32];
    Arrays.fill(bytes, (byte) value);
    return Base64.getEncoder().encodeToString(bytes);
  }
}
