// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.settlement.kit.test.TestTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** Who may speak for callers, and how one key takes the place of another while everybody works. */
class InternalKeyTest {
  private static final KeyPair FORMER = pair("RSA", 2048);
  private static final KeyPair NEXT = pair("RSA", 3072);
  private static final String SECRET = Base64.getEncoder().encodeToString(bytes(1, 32));

  @TempDir private Path folder;

  @Test
  void aServiceAcceptsWhatTheGatewaySignedAndCanSignNothingItself() {
    String token = tokens(own(NEXT)).mint("acme", Set.of("partner"));

    assertThat(decoder(open(NEXT)).decode(token).getSubject()).isEqualTo("acme");
    assertThatThrownBy(() -> tokens(open(NEXT)))
        .isInstanceOf(InternalKeyMissing.class)
        .hasMessageContaining("public keys alone");
  }

  @Test
  void theGatewayAcceptsItsOwnTokens() {
    assertThat(decoder(own(NEXT)).decode(tokens(own(NEXT)).mint("acme", Set.of())).getSubject())
        .isEqualTo("acme");
  }

  @Test
  void aPublicKeyTakenForASecretOpensNothing() {
    String text = Base64.getEncoder().encodeToString(NEXT.getPublic().getEncoded());
    String forged = tokens(text).mint("forger", Set.of("operator"));

    assertThatThrownBy(() -> decoder(open(NEXT)).decode(forged))
        .isInstanceOf(BadJwtException.class);
  }

  @Test
  void aPairIsReplacedInThreeStepsOfWhichNoneRefusesAnybody() {
    String byFormer = tokens(own(FORMER)).mint("acme", Set.of("partner"));
    JwtDecoder both = decoder(open(FORMER) + open(NEXT));
    String byNext = tokens(own(NEXT) + own(FORMER)).mint("acme", Set.of("partner"));

    assertThat(both.decode(byFormer).getSubject()).isEqualTo("acme");
    assertThat(both.decode(byNext).getSubject()).isEqualTo("acme");

    JwtDecoder nextAlone = decoder(open(NEXT));
    assertThat(nextAlone.decode(byNext).getSubject()).isEqualTo("acme");
    assertThatThrownBy(() -> nextAlone.decode(byFormer)).isInstanceOf(BadJwtException.class);
  }

  @Test
  void aPairTakesThePlaceOfASharedSecretTheSameWay() {
    String byFormer = tokens(SECRET).mint("acme", Set.of("partner"));
    String byNext = tokens(own(NEXT) + SECRET).mint("acme", Set.of("partner"));

    JwtDecoder both = decoder(SECRET + "\n" + open(NEXT));
    assertThat(both.decode(byFormer).getSubject()).isEqualTo("acme");
    assertThat(both.decode(byNext).getSubject()).isEqualTo("acme");
  }

  @Test
  void aKeyThatIsTooShortIsRefused() {
    String shorter = Base64.getEncoder().encodeToString(bytes(3, 31));
    assertThatThrownBy(() -> keys(SECRET + "\n" + shorter)).hasMessageContaining("31 bytes");
    assertThatThrownBy(() -> keys(open(pair("RSA", 1024)))).hasMessageContaining("1024 bits");
  }

  @Test
  void whatIsNoKeyIsNamedAndNotShown() {
    String elliptic = own(pair("EC", 256));
    assertThatThrownBy(() -> keys("\n\n")).hasMessageContaining("is empty");
    assertThatThrownBy(() -> keys("!" + SECRET))
        .hasMessageContaining("not base64")
        .hasMessageNotContaining(SECRET);
    assertThatThrownBy(() -> keys(elliptic)).hasMessageContaining("not an RSA key");
    assertThatThrownBy(() -> keys(own(NEXT).replace("MII", "AAA")))
        .hasMessageContaining("not an RSA key");
    assertThatThrownBy(() -> keys(own(NEXT).replace("PRIVATE", "RSA PRIVATE")))
        .hasMessageContaining("neither PRIVATE KEY (PKCS#8) nor PUBLIC KEY");
    assertThat(keys(own(NEXT) + SECRET)).hasToString("[Signing[], Shared[]]");
  }

  private InternalTokens tokens(String text) {
    return InternalTokens.with(file(text), Clock.systemUTC(), Duration.ofMinutes(1));
  }

  private JwtDecoder decoder(String text) {
    return new SecurityAutoConfiguration()
        .jwtDecoder(new SecurityAutoConfiguration.AcceptedKeys(keys(text)), Clock.systemUTC());
  }

  private List<InternalKey> keys(String text) {
    return InternalKeyFile.read(file(text));
  }

  private Path file(String text) {
    try {
      return Files.writeString(folder.resolve("internal.key"), text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String own(KeyPair pair) {
    return TestTokens.pem("PRIVATE KEY", pair.getPrivate());
  }

  private static String open(KeyPair pair) {
    return TestTokens.pem("PUBLIC KEY", pair.getPublic());
  }

  private static KeyPair pair(String algorithm, int bits) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance(algorithm);
      pairs.initialize(bits);
      return pairs.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(int value, int count) {
    byte[] bytes = new byte[count];
    Arrays.fill(bytes, (byte) value);
    return bytes;
  }
}
