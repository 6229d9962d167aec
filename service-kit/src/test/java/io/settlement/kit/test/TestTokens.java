// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import io.settlement.events.value.EvmAddress;
import io.settlement.kit.security.InternalTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;
import javax.crypto.spec.SecretKeySpec;

/** Callers of the services under test. Values are whole Authorization headers: "Bearer …". */
public final class TestTokens {
  private static final byte[] SECRET = new byte[32];
  private static final Path KEY_FILE;

  static {
    new SecureRandom().nextBytes(SECRET);
    try {
      KEY_FILE = Files.createTempFile("internal", ".key");
      Files.writeString(KEY_FILE, Base64.getEncoder().encodeToString(SECRET));
      KEY_FILE.toFile().deleteOnExit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private TestTokens() {}

  /** A partner protocol. */
  public static String partner() {
    return of("test-partner", "partner");
  }

  /** A partner protocol that pays from this account. */
  public static String partnerOf(EvmAddress payer) {
    return "Bearer " + tokens(SECRET).mint("test-partner", Set.of("partner"), Set.of(payer));
  }

  /** An operator of the suite. */
  public static String operator() {
    return of("test-operator", "operator");
  }

  /** A caller with any scopes. */
  public static String of(String subject, String... scopes) {
    return "Bearer " + tokens(SECRET).mint(subject, Set.of(scopes));
  }

  /** A caller whose token somebody else signed. */
  public static String forged() {
    return "Bearer " + tokens(new byte[32]).mint("forger", Set.of("operator"));
  }

  /** The key file for settlement.security.internal-key-file. */
  public static Path keyFile() {
    return KEY_FILE;
  }

  private static InternalTokens tokens(byte[] secret) {
    return InternalTokens.with(
        new SecretKeySpec(secret, "HmacSHA256"), Clock.systemUTC(), Duration.ofHours(1));
  }
}
