// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator shows a service that no gateway stands before, a validator for instance: a token
 * signed with that service's own internal key.
 */
final class OperatorToken {
  private static final long LIFETIME_SECONDS = 60;

  private OperatorToken() {}

  /** Signs one for a minute, as {@code devnet/operator-token} does. */
  static String mint(Path internalKey) {
    long now = Instant.now().getEpochSecond();
    String head = part(Map.of("alg", "HS256"));
    String body =
        part(
            Map.of(
                "iss", "settlement-gateway",
                "aud", "settlement",
                "sub", "devnet-operator",
                "scope", "operator",
                "iat", now,
                "exp", now + LIFETIME_SECONDS));
    String signed = head + "." + body;
    return signed + "." + encode(sign(internalKey, signed));
  }

  private static byte[] sign(Path internalKey, String text) {
    try {
      byte[] key = Base64.getDecoder().decode(Files.readAllLines(internalKey).get(0).strip());
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(Map<String, Object> claims) {
    return encode(JsonMapper.shared().writeValueAsBytes(claims));
  }

  private static String encode(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
