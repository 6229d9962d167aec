// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import javax.crypto.SecretKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** One key takes the place of another while everybody works. */
class InternalKeyTest {
  private static final String FORMER = Base64.getEncoder().encodeToString(bytes(1, 32));
  private static final String NEXT = Base64.getEncoder().encodeToString(bytes(2, 48));

  @TempDir private Path folder;

  @Test
  void theFirstKeySignsAndEachIsAccepted() throws IOException {
    String byFormer = tokens(FORMER).mint("acme", Set.of("partner"));
    String byNext = tokens(NEXT + "\n" + FORMER).mint("acme", Set.of("partner"));

    JwtDecoder both = decoder(FORMER + "\n" + NEXT + "\n");
    assertThat(both.decode(byFormer).getSubject()).isEqualTo("acme");
    assertThat(both.decode(byNext).getSubject()).isEqualTo("acme");

    JwtDecoder nextAlone = decoder(NEXT);
    assertThat(nextAlone.decode(byNext).getSubject()).isEqualTo("acme");
    assertThatThrownBy(() -> nextAlone.decode(byFormer)).isInstanceOf(BadJwtException.class);
  }

  @Test
  void eachLineIsAKeyThatIsLongEnough() {
    String shorter = Base64.getEncoder().encodeToString(bytes(3, 31));
    assertThatThrownBy(() -> keys(FORMER + "\n" + shorter)).hasMessageContaining("31 bytes");
    assertThatThrownBy(() -> keys("")).hasMessageContaining("0 bytes");
  }

  private InternalTokens tokens(String text) throws IOException {
    return InternalTokens.with(keys(text).getFirst(), Clock.systemUTC(), Duration.ofMinutes(1));
  }

  private JwtDecoder decoder(String text) throws IOException {
    return new SecurityAutoConfiguration()
        .jwtDecoder(new SecurityAutoConfiguration.AcceptedKeys(keys(text)), Clock.systemUTC());
  }

  private List<SecretKey> keys(String text) throws IOException {
    return InternalKey.read(Files.writeString(folder.resolve("internal.key"), text));
  }

  private static byte[] bytes(int value, int count) {
    byte[] bytes = new byte[count];
    java.util.Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
