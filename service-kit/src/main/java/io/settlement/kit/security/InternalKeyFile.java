// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Iterator;
import java.util.List;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.security.converter.RsaKeyConverters;

/**
 * The file of internal keys, one after another: PEM of RSA keys, private (PKCS#8) for who signs and
 * public for who accepts, and base64 lines, each a secret that both sides have. While one takes the
 * place of another both are there.
 */
final class InternalKeyFile {
  private static final int FEWEST_BYTES = 32;
  private static final int FEWEST_BITS = 2048;
  private static final String BEGIN = "-----BEGIN ";

  private final Path file;
  private final List<InternalKey> keys = new ArrayList<>();

  private InternalKeyFile(Path file) {
    this.file = file;
  }

  /**
   * All keys of the file, at least one.
   *
   * @throws InternalKeyMissing with a sentence that names the file and never a key
   */
  static List<InternalKey> read(@Nullable Path file) {
    if (file == null || file.toString().isBlank()) {
      throw new InternalKeyMissing(
          "settlement.security.internal-key-file is not set: it must name the file with the key"
              + " that the gateway signs internal tokens with, or the public one that accepts"
              + " them");
    }
    return new InternalKeyFile(file).parsed();
  }

  private List<InternalKey> parsed() {
    Iterator<String> lines = lines().iterator();
    while (lines.hasNext()) {
      String line = lines.next();
      keys.add(line.startsWith(BEGIN) ? pem(line, lines) : shared(line));
    }
    if (keys.isEmpty()) {
      throw new InternalKeyMissing("the internal key file %s is empty".formatted(file));
    }
    return List.copyOf(keys);
  }

  private List<String> lines() {
    try {
      return Files.readString(file, US_ASCII)
          .lines()
          .map(String::strip)
          .filter(line -> !line.isEmpty())
          .toList();
    } catch (IOException e) {
      throw new InternalKeyMissing(
          "the internal key file %s (settlement.security.internal-key-file) cannot be read"
              .formatted(file));
    }
  }

  private InternalKey shared(String line) {
    byte[] secret;
    try {
      secret = Base64.getDecoder().decode(line);
    } catch (IllegalArgumentException e) {
      throw new InternalKeyMissing("the internal key in %s is not base64".formatted(file));
    }
    if (secret.length < FEWEST_BYTES) {
      throw new InternalKeyMissing(
          "the internal key in %s has %d bytes, at least %d are needed"
              .formatted(file, secret.length, FEWEST_BYTES));
    }
    return new InternalKey.Shared(new SecretKeySpec(secret, "HmacSHA256"));
  }

  private InternalKey pem(String begin, Iterator<String> lines) {
    StringBuilder text = new StringBuilder(begin).append('\n');
    boolean ended = false;
    while (!ended && lines.hasNext()) {
      String line = lines.next();
      text.append(line).append('\n');
      ended = line.startsWith("-----END ");
    }
    return switch (begin) {
      case BEGIN + "PRIVATE KEY-----" -> signing(text.toString());
      case BEGIN + "PUBLIC KEY-----" -> accepting(text.toString());
      default ->
          throw new InternalKeyMissing(
              "the internal key file %s has a PEM that is neither PRIVATE KEY (PKCS#8) nor PUBLIC"
                      .formatted(file)
                  + " KEY");
    };
  }

  private InternalKey signing(String pem) {
    try (InputStream text = new ByteArrayInputStream(pem.getBytes(US_ASCII))) {
      if (!(RsaKeyConverters.pkcs8().convert(text) instanceof RSAPrivateCrtKey own)) {
        throw notRsa("private");
      }
      require(own);
      RSAPublicKey open =
          (RSAPublicKey)
              KeyFactory.getInstance("RSA")
                  .generatePublic(new RSAPublicKeySpec(own.getModulus(), own.getPublicExponent()));
      return new InternalKey.Signing(open, own);
    } catch (IOException | GeneralSecurityException | IllegalArgumentException e) {
      throw notRsa("private");
    }
  }

  private InternalKey accepting(String pem) {
    try (InputStream text = new ByteArrayInputStream(pem.getBytes(US_ASCII))) {
      RSAPublicKey open = RsaKeyConverters.x509().convert(text);
      if (open == null) {
        throw notRsa("public");
      }
      require(open);
      return new InternalKey.Accepting(open);
    } catch (IOException | IllegalArgumentException | IllegalStateException e) {
      throw notRsa("public");
    }
  }

  private void require(RSAKey key) {
    int bits = key.getModulus().bitLength();
    if (bits < FEWEST_BITS) {
      throw new InternalKeyMissing(
          "the internal key in %s has %d bits, at least %d are needed"
              .formatted(file, bits, FEWEST_BITS));
    }
  }

  private InternalKeyMissing notRsa(String which) {
    return new InternalKeyMissing(
        "the %s key in %s is not an RSA key in PEM".formatted(which, file));
  }
}
