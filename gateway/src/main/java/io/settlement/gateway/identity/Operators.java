// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import io.settlement.gateway.identity.IdentitySettings.Oidc;
import io.settlement.kit.problem.Problem;
import java.net.MalformedURLException;
import java.net.URI;
import java.net.URL;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.OAuth2TokenValidatorResult;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.JwtIssuerValidator;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.stereotype.Component;

/**
 * Operators as an issuer of JWTs (OIDC, OAuth 2) speaks of them. Signatures are of its published
 * keys alone; those are read again when a token names one that is not known yet, but not for every
 * such token.
 */
@Component
class Operators {
  private static final Logger log = LoggerFactory.getLogger(Operators.class);

  /** Those with a public key: the issuer's public key must never pass for a shared secret. */
  private static final Set<JWSAlgorithm> ALGORITHMS =
      Set.of(
          JWSAlgorithm.RS256,
          JWSAlgorithm.RS384,
          JWSAlgorithm.RS512,
          JWSAlgorithm.PS256,
          JWSAlgorithm.PS384,
          JWSAlgorithm.PS512,
          JWSAlgorithm.ES256,
          JWSAlgorithm.ES384,
          JWSAlgorithm.ES512);

  private static final int PATIENCE_MILLIS = 2_000;
  private static final int MOST_BYTES = 262_144;
  private static final Duration KEEP = Duration.ofMinutes(5);
  private static final Duration REFRESH_PATIENCE = Duration.ofSeconds(5);
  private static final Duration BETWEEN_READS = Duration.ofSeconds(10);
  private static final Duration OUTAGE = Duration.ofHours(1);
  private static final Pattern NAME = Pattern.compile("[!-~]{1,128}");

  private final @Nullable Oidc oidc;
  private final @Nullable NimbusJwtDecoder decoder;

  Operators(IdentitySettings settings, Clock clock) {
    Oidc told = settings.operators().oidc();
    this.oidc = told != null && told.isOn() ? told : null;
    this.decoder = oidc == null ? null : decoder(oidc, clock);
  }

  /** Whether an issuer is configured. */
  boolean areKnown() {
    return decoder != null;
  }

  /**
   * Who a token is of; nobody when it is not to be believed. A problem when its issuer does not
   * answer, or gives him no role here.
   */
  Optional<Caller> find(String token) {
    if (oidc == null || decoder == null) {
      return Optional.empty();
    }
    Jwt jwt;
    try {
      jwt = decoder.decode(token);
    } catch (BadJwtException e) {
      log.atDebug().addKeyValue("cause", String.valueOf(e.getMessage())).log("a token is refused");
      return Optional.empty();
    } catch (JwtException e) {
      if (wasLookedForLately(e)) {
        return Optional.empty();
      }
      log.atWarn()
          .addKeyValue("cause", String.valueOf(e.getMessage()))
          .log("no keys of the issuer");
      throw Problem.unavailable(
          "issuer-unavailable", "the keys that tokens are signed with cannot be read");
    }
    String name = jwt.getClaimAsString(oidc.nameClaim());
    String subject = jwt.getSubject();
    if (name == null || subject == null || !NAME.matcher(name).matches()) {
      return Optional.empty();
    }
    Set<String> scopes = scopes(oidc, roles(jwt.getClaims(), oidc.rolesClaim()));
    if (scopes.isEmpty()) {
      throw Problem.forbidden("no-role", "your issuer gives you no role here");
    }
    return Optional.of(new Caller(name, scopes, Set.of(), credential(subject)));
  }

  /** Its key is none that was published a moment ago. */
  private static boolean wasLookedForLately(Throwable failure) {
    return Stream.<@Nullable Throwable>iterate(
            failure, cause -> cause != null, cause -> cause == null ? null : cause.getCause())
        .anyMatch(RateLimitReachedException.class::isInstance);
  }

  /** Short, whatever subjects are like there. */
  private static String credential(String subject) {
    return "oidc_" + Hashes.sha256(subject).substring(0, 16);
  }

  private static Set<String> scopes(Oidc oidc, Collection<String> roles) {
    return oidc.scopes().entrySet().stream()
        .filter(scope -> scope.getValue().stream().anyMatch(roles::contains))
        .map(Map.Entry::getKey)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static Collection<String> roles(Map<String, Object> claims, String path) {
    Object at = claims.get(path);
    if (at == null) {
      at = claims;
      for (String step : path.split("\\.", -1)) {
        at = at instanceof Map<?, ?> object ? object.get(step) : null;
      }
    }
    if (at instanceof Collection<?> several) {
      return several.stream().filter(Objects::nonNull).map(Object::toString).toList();
    }
    return at instanceof String one ? List.of(one.split(" ", -1)) : List.of();
  }

  private static NimbusJwtDecoder decoder(Oidc oidc, Clock clock) {
    DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
    processor.setJWSKeySelector(
        new JWSVerificationKeySelector<>(
            ALGORITHMS, keys(Objects.requireNonNull(oidc.jwkSetUri()))));
    // Claims are looked at below.
    processor.setJWTClaimsSetVerifier((claims, context) -> {});
    NimbusJwtDecoder decoder = new NimbusJwtDecoder(processor);
    JwtTimestampValidator timestamps = new JwtTimestampValidator(oidc.skew());
    timestamps.setClock(clock);
    String audience = Objects.requireNonNull(oidc.audience());
    decoder.setJwtValidator(
        new DelegatingOAuth2TokenValidator<>(
            timestamps,
            Operators::ends,
            new JwtIssuerValidator(Objects.requireNonNull(oidc.issuer())),
            jwt ->
                jwt.getAudience() != null && jwt.getAudience().contains(audience)
                    ? OAuth2TokenValidatorResult.success()
                    : refusal("it is for another audience")));
    return decoder;
  }

  /** A token that never ends could never be taken back. */
  private static OAuth2TokenValidatorResult ends(Jwt jwt) {
    return jwt.getExpiresAt() == null
        ? refusal("it never expires")
        : OAuth2TokenValidatorResult.success();
  }

  private static OAuth2TokenValidatorResult refusal(String why) {
    return OAuth2TokenValidatorResult.failure(
        new OAuth2Error(OAuth2ErrorCodes.INVALID_TOKEN, why, null));
  }

  private static JWKSource<SecurityContext> keys(URI address) {
    try {
      URL url = address.toURL();
      return JWKSourceBuilder.create(
              url, new DefaultResourceRetriever(PATIENCE_MILLIS, PATIENCE_MILLIS, MOST_BYTES))
          .cache(KEEP.toMillis(), REFRESH_PATIENCE.toMillis())
          .refreshAheadCache(false)
          .rateLimited(BETWEEN_READS.toMillis())
          .retrying(true)
          .outageTolerant(OUTAGE.toMillis())
          .build();
    } catch (MalformedURLException | IllegalArgumentException e) {
      throw new InvalidConfigurationPropertyValueException(
          "settlement.gateway.operators.oidc.jwk-set-uri", address, "is no address");
    }
  }
}
