// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.security;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * The secrets that the gateway and the services share, one a line: the first signs, each is
 * accepted. While one takes the place of another both are there.
 */
final class InternalKey {
  private static final int FEWEST_BYTES = 32;

  private InternalKey() {}

  static List<SecretKey> read(@Nullable Path file) {
    if (file == null || file.toString().isBlank()) {
      throw new InternalKeyMissing(
          "settlement.security.internal-key-file is not set: it must name the file with the"
              + " base64 secret that the gateway and the services share");
    }
    List<SecretKey> keys = new ArrayList<>();
    for (byte[] secret : decode(file)) {
      if (secret.length < FEWEST_BYTES) {
        throw new InternalKeyMissing(
            "the internal key in %s has %d bytes, at least %d are needed"
                .formatted(file, secret.length, FEWEST_BYTES));
      }
      keys.add(new SecretKeySpec(secret, "HmacSHA256"));
    }
    return List.copyOf(keys);
  }

  /** At least one, which may be empty. */
  private static List<byte[]> decode(Path file) {
    try {
      return Files.readString(file)
          .strip()
          .lines()
          .map(line -> Base64.getDecoder().decode(line.strip()))
          .collect(
              Collectors.collectingAndThen(
                  Collectors.toList(), all -> all.isEmpty() ? List.of(new byte[0]) : all));
    } catch (IOException e) {
      throw new InternalKeyMissing(
          "the internal key file %s (settlement.security.internal-key-file) cannot be read"
              .formatted(file));
    } catch (IllegalArgumentException e) {
      throw new InternalKeyMissing("the internal key in %s is not base64".formatted(file));
    }
  }
}
