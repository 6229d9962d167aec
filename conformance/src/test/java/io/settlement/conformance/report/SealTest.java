// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SealTest {
  @TempDir private Path folder;

  @Test
  void everyChangedByteIsSeen() throws Exception {
    Samples.keys(folder);
    byte[] json = Samples.mixed().toJson();
    Seal seal = SigningKey.read(folder.resolve("signing.pem")).sign(Samples.mixed());
    assertThat(seal.isOf(json)).isTrue();
    for (int at = 0; at < json.length; at++) {
      json[at] ^= 1;
      assertThat(isOf(seal, json)).describedAs("byte " + at).isFalse();
      json[at] ^= 1;
    }
    assertThat(seal.isOf(json)).isTrue();
  }

  /** What is no JSON any more is not what was signed. */
  private static boolean isOf(Seal seal, byte[] json) {
    try {
      return seal.isOf(json);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  @Test
  void aNameThatIsThereTwiceIsNoJson() throws Exception {
    Samples.keys(folder);
    Report report = Samples.mixed();
    Seal seal = SigningKey.read(folder.resolve("signing.pem")).sign(report);
    String twice =
        new String(report.toJson(), StandardCharsets.UTF_8)
            .replaceFirst("\\{", "{\"verdict\":\"PASS\",");
    assertThatThrownBy(() -> seal.isOf(twice.getBytes(StandardCharsets.UTF_8)))
        .hasMessageContaining("not JSON");
  }

  @Test
  void theKeyIsKnownByTheDigestOfItsPublicHalf() throws Exception {
    KeyPair keys = Samples.keys(folder);
    SigningKey key = SigningKey.read(folder.resolve("signing.pem"));
    assertThat(key.id())
        .isEqualTo(Seal.idOf(folder.resolve("signing.pub")))
        .isEqualTo(CanonicalJson.digest(keys.getPublic().getEncoded()));
    Seal seal = key.sign(Samples.mixed());
    assertThat(seal.key()).isEqualTo(key.id());
    assertThat(Seal.parse(seal.toJson())).isEqualTo(seal);
  }

  @Test
  void whatAnotherKeySignedIsNotOfThisKey() throws Exception {
    Samples.keys(folder);
    Report report = Samples.mixed();
    Seal one = SigningKey.read(folder.resolve("signing.pem")).sign(report);
    Samples.keys(folder);
    Seal other = SigningKey.read(folder.resolve("signing.pem")).sign(report);
    Seal mixed = new Seal(one.algorithm(), one.key(), one.publicKey(), other.signature());
    assertThat(mixed.isOf(report.toJson())).isFalse();
    assertThatThrownBy(() -> new Seal("Ed25519", one.key(), other.publicKey(), one.signature()))
        .hasMessageContaining("another id");
    String tooShort = Base64.getEncoder().encodeToString(new byte[3]);
    assertThat(new Seal("Ed25519", one.key(), one.publicKey(), tooShort).isOf(report.toJson()))
        .isFalse();
  }

  @Test
  void otherFilesAreNoKeysAndAreNotShown() throws Exception {
    Path file = folder.resolve("other.pem");
    Files.writeString(file, "0xsecret");
    assertThatThrownBy(() -> SigningKey.read(file))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageNotContaining("secret");
    Samples.keys(folder);
    assertThatThrownBy(() -> SigningKey.read(folder.resolve("signing.pub")))
        .hasMessageContaining("no PEM block of a PRIVATE KEY");
  }
}
