// SPDX-License-Identifier: Apache-2.0
package io.settlement.conformance.report;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.erdtman.jcs.JsonCanonicalizer;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** JSON of which there is one spelling only (RFC 8785): what is signed is what it says. */
final class CanonicalJson {
  private static final JsonMapper JSON = new JsonMapper();

  private CanonicalJson() {}

  static byte[] write(Object value) {
    return canonical(JSON.writeValueAsBytes(value));
  }

  /**
   * The one spelling of JSON that came from elsewhere.
   *
   * @throws IllegalArgumentException when it is no JSON, or a name is there twice
   */
  static byte[] canonical(byte[] json) {
    try {
      return new JsonCanonicalizer(json).getEncodedUTF8();
    } catch (IOException | RuntimeException e) {
      throw new IllegalArgumentException("not JSON: " + e.getMessage(), e);
    }
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException when it is something else
   */
  static <T> T read(byte[] json, Class<T> as) {
    try {
      return JSON.readValue(canonical(json), as);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "not a %s: %s".formatted(as.getSimpleName(), e.getOriginalMessage()), e);
    }
  }

  static JsonMapper mapper() {
    return JSON;
  }

  /** SHA-256 in hex. */
  static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  static String text(byte[] utf8) {
    return new String(utf8, StandardCharsets.UTF_8);
  }
}
