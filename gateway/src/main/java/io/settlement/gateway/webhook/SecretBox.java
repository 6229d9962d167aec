// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.kit.problem.Problem;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Seals the webhooks' secrets: AES-256-GCM with the first key of a file, one a line; each of them
 * opens. What was sealed for one webhook opens for no other.
 */
@Component
class SecretBox {
  private static final String PROPERTY = "settlement.gateway.webhooks.key-file";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final List<SecretKey> keys;
  private final SecureRandom random = new SecureRandom();

  SecretBox(WebhookSettings settings) {
    Path file = settings.keyFile();
    this.keys = file == null || file.toString().isBlank() ? List.of() : read(file);
  }

  /** It was sealed with another key. */
  static final class Unopened extends RuntimeException {
    private static final long serialVersionUID = 1L;

    Unopened(String message, GeneralSecurityException cause) {
      super(message, cause);
    }
  }

  /** Whether there is a key. */
  boolean isThere() {
    return !keys.isEmpty();
  }

  byte[] seal(String webhook, Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] text = secret.text().getBytes(UTF_8);
    byte[] sealed;
    try {
      sealed = crypt(Cipher.ENCRYPT_MODE, first(), webhook, nonce, text);
    } catch (GeneralSecurityException e) {
      throw unopened(webhook, e);
    }
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  Secret open(String webhook, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    GeneralSecurityException failure = new GeneralSecurityException("no key");
    for (SecretKey key : isThere() ? keys : List.of(first())) {
      try {
        return new Secret(new String(crypt(Cipher.DECRYPT_MODE, key, webhook, nonce, rest), UTF_8));
      } catch (GeneralSecurityException e) {
        failure = e; // another one sealed it
      }
    }
    throw unopened(webhook, failure);
  }

  private SecretKey first() {
    if (keys.isEmpty()) {
      throw Problem.unavailable("webhooks-off", "this gateway has no key for webhooks' secrets");
    }
    return keys.getFirst();
  }

  private static Unopened unopened(String webhook, GeneralSecurityException cause) {
    return new Unopened(
        "the secret of %s was not sealed with a key of %s".formatted(webhook, PROPERTY), cause);
  }

  private static byte[] crypt(int mode, SecretKey key, String webhook, byte[] nonce, byte[] text)
      throws GeneralSecurityException {
    Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
    cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
    cipher.updateAAD(webhook.getBytes(UTF_8));
    return cipher.doFinal(text);
  }

  private static List<SecretKey> read(Path file) {
    try {
      List<SecretKey> keys = new ArrayList<>();
      for (String line : Files.readString(file).strip().lines().toList()) {
        byte[] key = Base64.getDecoder().decode(line.strip());
        if (key.length != KEY_BYTES) {
          throw new IllegalArgumentException(
              "one has %d bytes, not %d".formatted(key.length, KEY_BYTES));
        }
        keys.add(new SecretKeySpec(key, "AES"));
      }
      return List.copyOf(keys);
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException(
          PROPERTY, file, "cannot be used as the key of webhooks' secrets: " + e);
    }
  }
}
