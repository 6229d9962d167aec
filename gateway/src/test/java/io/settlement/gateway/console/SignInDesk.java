// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.nimbusds.jwt.JWTClaimsSet;
import com.sun.net.httpserver.HttpExchange;
import io.settlement.gateway.Issuer;
import io.settlement.gateway.StubService;
import java.io.IOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An OIDC provider as far as a public client needs one: discovery, a page to sign in at,
 * authorization codes bound to a challenge (PKCE, S256), tokens, and their renewal.
 */
final class SignInDesk {
  private static final String CLIENT = "settlement-console";

  private final Issuer issuer;
  private final String redirectUri;
  private final Map<String, Map<String, String>> codes = new ConcurrentHashMap<>();
  private final Map<String, String> renewals = new ConcurrentHashMap<>();
  private final AtomicInteger renewed = new AtomicInteger();

  SignInDesk(Issuer issuer, String redirectUri) {
    this.issuer = issuer;
    this.redirectUri = redirectUri;
  }

  /** How often tokens were renewed. */
  int renewed() {
    return renewed.get();
  }

  void answer(HttpExchange exchange) throws IOException {
    Map<String, String> asked = form(exchange.getRequestURI().getRawQuery());
    switch (exchange.getRequestURI().getPath()) {
      case "/.well-known/openid-configuration" -> json(exchange, 200, discovery());
      case "/authorize" -> ask(exchange, asked);
      case "/enter" -> enter(exchange, asked);
      case "/token" -> token(exchange, form(Issuer.DESK.last().body()));
      default -> StubService.write(exchange, 404, "text/plain", "");
    }
  }

  private static String discovery() {
    String at = Issuer.NAME;
    return """
        {"issuer": "%s", "authorization_endpoint": "%s/authorize", "token_endpoint": "%s/token",
         "jwks_uri": "%s/keys", "response_types_supported": ["code"],
         "subject_types_supported": ["public"], "code_challenge_methods_supported": ["S256"],
         "id_token_signing_alg_values_supported": ["RS256"]}
        """
        .formatted(at, at, at, at);
  }

  /** Whoever is asked who he is says it, or that he does not want to. */
  private void ask(HttpExchange exchange, Map<String, String> asked) throws IOException {
    boolean isRight =
        CLIENT.equals(asked.get("client_id"))
            && redirectUri.equals(asked.get("redirect_uri"))
            && "code".equals(asked.get("response_type"))
            && "S256".equals(asked.get("code_challenge_method"))
            && Issuer.AUDIENCE.equals(asked.get("resource"))
            && asked.containsKey("code_challenge")
            && asked.containsKey("state");
    if (!isRight) {
      StubService.write(exchange, 400, "text/plain", "not like this: " + asked);
      return;
    }
    String code = UUID.randomUUID().toString();
    codes.put(code, asked);
    StubService.write(
        exchange,
        200,
        "text/html",
        """
        <!doctype html><html lang="en"><title>Issuer</title><h1>Who are you?</h1>
        <form action="/enter"><input type="hidden" name="code" value="%s">
        <label>Name <input name="name"></label> <label>Role <input name="role"></label>
        <label>Seconds <input name="seconds" value="600"></label>
        <button name="answer" value="yes">Enter</button>
        <button name="answer" value="no">Refuse</button></form></html>
        """
            .formatted(code));
  }

  private void enter(HttpExchange exchange, Map<String, String> said) throws IOException {
    String code = said.getOrDefault("code", "");
    Map<String, String> asked = codes.getOrDefault(code, Map.of());
    String answer =
        "yes".equals(said.get("answer"))
            ? "code=" + code
            : "error=access_denied&error_description=not+today";
    Map<String, String> both = new ConcurrentHashMap<>(asked);
    both.putAll(said);
    codes.put(code, both);
    exchange
        .getResponseHeaders()
        .set(
            "Location",
            "%s?%s&state=%s"
                .formatted(
                    redirectUri,
                    answer,
                    URLEncoder.encode(asked.getOrDefault("state", ""), UTF_8)));
    exchange.sendResponseHeaders(302, -1);
  }

  /** A code is good once, and only with the words whose hash came with the question. */
  private void token(HttpExchange exchange, Map<String, String> asked) throws IOException {
    String code = asked.getOrDefault("code", "");
    String renewal = asked.getOrDefault("refresh_token", "");
    Map<String, String> first = codes.remove(code);
    String who = renewals.remove(renewal);
    if ("authorization_code".equals(asked.get("grant_type"))
        && first != null
        && CLIENT.equals(asked.get("client_id"))
        && redirectUri.equals(asked.get("redirect_uri"))
        && challenge(asked.getOrDefault("code_verifier", "")).equals(first.get("code_challenge"))) {
      Duration life = Duration.ofSeconds(Long.parseLong(first.getOrDefault("seconds", "600")));
      String name = first.getOrDefault("name", "");
      tokens(exchange, name, first.getOrDefault("role", ""), life, first.get("nonce"));
    } else if ("refresh_token".equals(asked.get("grant_type")) && who != null) {
      renewed.incrementAndGet();
      String[] parts = who.split("/", 2);
      tokens(exchange, parts[0], parts[1], Duration.ofMinutes(10), null);
    } else {
      json(exchange, 400, "{\"error\": \"invalid_grant\"}");
    }
  }

  private void tokens(
      HttpExchange exchange, String name, String role, Duration life, @Nullable String nonce)
      throws IOException {
    Instant now = Instant.now(Clock.systemUTC());
    Date end = Date.from(now.plus(life));
    String access =
        issuer.token(
            new JWTClaimsSet.Builder(Issuer.claims(name, role).build())
                .expirationTime(end)
                .build());
    JWTClaimsSet.Builder identity =
        new JWTClaimsSet.Builder()
            .issuer(Issuer.NAME)
            .audience(CLIENT)
            .subject(name)
            .issueTime(Date.from(now))
            .expirationTime(end);
    if (nonce != null) {
      identity.claim("nonce", nonce);
    }
    String renewal = UUID.randomUUID().toString();
    renewals.put(renewal, name + "/" + role);
    json(
        exchange,
        200,
        """
        {"access_token": "%s", "id_token": "%s", "refresh_token": "%s", "token_type": "Bearer",
         "expires_in": %d, "scope": "openid offline_access"}
        """
            .formatted(access, issuer.token(identity.build()), renewal, life.toSeconds()));
  }

  private static void json(HttpExchange exchange, int status, String body) throws IOException {
    exchange.getResponseHeaders().set("Access-Control-Allow-Origin", "*");
    StubService.write(exchange, status, "application/json", body);
  }

  private static String challenge(String verifier) {
    try {
      return Base64.getUrlEncoder()
          .withoutPadding()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Map<String, String> form(@Nullable String text) {
    return text == null || text.isEmpty()
        ? Map.of()
        : Arrays.stream(text.split("&"))
            .map(pair -> pair.split("=", 2))
            .collect(
                Collectors.toMap(
                    pair -> URLDecoder.decode(pair[0], UTF_8),
                    pair -> pair.length > 1 ? URLDecoder.decode(pair[1], UTF_8) : "",
                    (some, other) -> other));
  }
}
