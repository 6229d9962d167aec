// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** The secret that the gateway and the services share. */
final class InternalKey {
  private static final int FEWEST_BYTES = 32;

  private InternalKey() {}

  static SecretKey read(@Nullable Path file) {
    if (file == null || file.toString().isBlank()) {
      throw new InternalKeyMissing(
          "settlement.security.internal-key-file is not set: it must name the file with the"
              + " base64 secret that the gateway and the services share");
    }
    byte[] secret = decode(file);
    if (secret.length < FEWEST_BYTES) {
      throw new InternalKeyMissing(
          "the internal key in %s has %d bytes, at least %d are needed"
              .formatted(file, secret.length, FEWEST_BYTES));
    }
    return new SecretKeySpec(secret, "HmacSHA256");
  }

  private static byte[] decode(Path file) {
    try {
      return Base64.getDecoder().decode(Files.readString(file).strip());
    } catch (IOException e) {
      throw new InternalKeyMissing(
          "the internal key file %s (settlement.security.internal-key-file) cannot be read"
              .formatted(file));
    } catch (IllegalArgumentException e) {
      throw new InternalKeyMissing("the internal key in %s is not base64".formatted(file));
    }
  }
}
