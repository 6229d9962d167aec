// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import io.settlement.events.value.EvmAddress;
import io.settlement.kit.security.InternalTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Set;

/** Callers of the services under test. Values are whole Authorization headers: "Bearer …". */
public final class TestTokens {
  private static final Path KEY_FILE = keyFile("internal");
  private static final Path STRANGERS = keyFile("strangers");

  private TestTokens() {}

  /** A partner protocol. */
  public static String partner() {
    return of("test-partner", "partner");
  }

  /** A partner protocol that pays from this account. */
  public static String partnerOf(EvmAddress payer) {
    return "Bearer " + tokens(KEY_FILE).mint("test-partner", Set.of("partner"), Set.of(payer));
  }

  /** An operator of the suite. */
  public static String operator() {
    return of("test-operator", "operator");
  }

  /** A caller with any scopes. */
  public static String of(String subject, String... scopes) {
    return "Bearer " + tokens(KEY_FILE).mint(subject, Set.of(scopes));
  }

  /** A caller whose token somebody else signed. */
  public static String forged() {
    return "Bearer " + tokens(STRANGERS).mint("forger", Set.of("operator"));
  }

  /** The key file for settlement.security.internal-key-file. */
  public static Path keyFile() {
    return KEY_FILE;
  }

  private static InternalTokens tokens(Path keys) {
    return InternalTokens.with(keys, Clock.systemUTC(), Duration.ofHours(1));
  }

  private static Path keyFile(String name) {
    try {
      KeyPairGenerator pairs = KeyPairGenerator.getInstance("RSA");
      pairs.initialize(2048);
      Path file = Files.createTempFile(name, ".key");
      file.toFile().deleteOnExit();
      return Files.writeString(file, pem("PRIVATE KEY", pairs.generateKeyPair().getPrivate()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key as OpenSSL writes it. */
  public static String pem(String kind, Key key) {
    return "-----BEGIN %1$s-----%n%2$s%n-----END %1$s-----%n"
        .formatted(kind, Base64.getMimeEncoder().encodeToString(key.getEncoded()));
  }
}
