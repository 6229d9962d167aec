// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.journey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an operator shows a service that no gateway stands before, a validator for instance: a token
 * signed with the key whose public part, or the secret which, that service was told.
 */
final class OperatorToken {
  private static final String PEM = "-----BEGIN PRIVATE KEY-----";
  private static final long LIFETIME_SECONDS = 60;

  private OperatorToken() {}

  /** Signs one for a minute, as {@code devnet/operator-token} does. */
  static String mint(Path internalKey) {
    long now = Instant.now().getEpochSecond();
    String text = read(internalKey);
    boolean pair = text.startsWith(PEM);
    String head = part(Map.of("alg", pair ? "RS256" : "HS256"));
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
    return signed + "." + encode(pair ? signature(text, signed) : mac(text, signed));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** By the first key of the file, as the gateway does. */
  private static byte[] signature(String pems, String text) {
    String base64 = pems.substring(PEM.length(), pems.indexOf("-----END")).strip();
    try {
      Signature signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64))));
      signature.update(text.getBytes(UTF_8));
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] mac(String secrets, String text) {
    byte[] key = Base64.getDecoder().decode(secrets.lines().findFirst().orElseThrow().strip());
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return mac.doFinal(text.getBytes(UTF_8));
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
