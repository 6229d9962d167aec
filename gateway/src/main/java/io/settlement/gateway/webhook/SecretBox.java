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
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.stereotype.Component;

/**
 * Seals the webhooks' secrets: AES-256-GCM with the key of a file. What was sealed for one webhook
 * opens for no other.
 */
@Component
class SecretBox {
  private static final String PROPERTY = "settlement.gateway.webhooks.key-file";
  private static final int KEY_BYTES = 32;
  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final @Nullable SecretKey key;
  private final SecureRandom random = new SecureRandom();

  SecretBox(WebhookSettings settings) {
    Path file = settings.keyFile();
    this.key = file == null || file.toString().isBlank() ? null : read(file);
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
    return key != null;
  }

  byte[] seal(String webhook, Secret secret) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = crypt(Cipher.ENCRYPT_MODE, webhook, nonce, secret.text().getBytes(UTF_8));
    return ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
  }

  Secret open(String webhook, byte[] sealed) {
    ByteBuffer buffer = ByteBuffer.wrap(sealed);
    byte[] nonce = new byte[NONCE_BYTES];
    buffer.get(nonce);
    byte[] rest = new byte[buffer.remaining()];
    buffer.get(rest);
    return new Secret(new String(crypt(Cipher.DECRYPT_MODE, webhook, nonce, rest), UTF_8));
  }

  private byte[] crypt(int mode, String webhook, byte[] nonce, byte[] text) {
    if (key == null) {
      throw Problem.unavailable("webhooks-off", "this gateway has no key for webhooks' secrets");
    }
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(webhook.getBytes(UTF_8));
      return cipher.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new Unopened(
          "the secret of %s was not sealed with the key of %s".formatted(webhook, PROPERTY), e);
    }
  }

  private static SecretKey read(Path file) {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readString(file).strip());
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException(
            "it has %d bytes, not %d".formatted(key.length, KEY_BYTES));
      }
      return new SecretKeySpec(key, "AES");
    } catch (IOException | IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException(
          PROPERTY, file, "cannot be used as the key of webhooks' secrets: " + e);
    }
  }
}
