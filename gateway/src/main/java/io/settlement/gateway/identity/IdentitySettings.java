// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Who may come in.
 *
 * @param apiKeysFile declared keys, see {@link DeclaredKeys}
 * @param keys those in the database
 * @param operators those who sign in elsewhere
 * @param strangers what an address may ask of one gateway without a key that opens
 */
@Validated
@ConfigurationProperties("settlement.gateway")
record IdentitySettings(
    @NotNull Path apiKeysFile,
    @DefaultValue @Valid Keys keys,
    @DefaultValue @Valid Operators operators,
    @DefaultValue @Valid Rate strangers) {

  /**
   * How much may be asked.
   *
   * @param requestsPerSecond in the long run
   * @param burst at once, after a while of silence
   */
  record Rate(
      @DefaultValue("50") @Min(1) @Max(1_000_000) int requestsPerSecond,
      @DefaultValue("500") @Min(1) @Max(10_000_000) int burst) {}

  /**
   * Keys in the database.
   *
   * @param refresh age at which what is known of a key in use is read again
   * @param forget age at which it counts no more: so long a revoked key may still open
   * @param lifetime of a key of which nothing else is said
   * @param longestLifetime that may be asked for
   * @param overlap how long the former secret opens after a rotation, unless said
   * @param longestOverlap that may be asked for
   * @param maxPerName how many keys of one partner open at once
   * @param keep how long revoked and expired ones stay in the list
   */
  record Keys(
      @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration refresh,
      @DefaultValue("5s") @DurationMin(millis = 10) @DurationMax(minutes = 5) Duration forget,
      @DefaultValue("365d") @DurationMin(minutes = 1) Duration lifetime,
      @DefaultValue("1000d") @DurationMin(minutes = 1) @DurationMax(days = 3660)
          Duration longestLifetime,
      @DefaultValue("1d") @DurationMin(seconds = 0) Duration overlap,
      @DefaultValue("30d") @DurationMin(seconds = 0) @DurationMax(days = 366)
          Duration longestOverlap,
      @DefaultValue("20") @Min(1) @Max(1_000) int maxPerName,
      @DefaultValue("400d") @DurationMin(days = 1) Duration keep) {}

  /**
   * Operators who sign in elsewhere.
   *
   * @param oidc where; nowhere unless told
   */
  record Operators(@Valid @Nullable Oidc oidc) {}

  /**
   * An issuer of JWTs.
   *
   * @param issuer as it stands in iss
   * @param jwkSetUri where its keys are
   * @param audience this API's name there, as it stands in aud
   * @param nameClaim what operators are called by in every record here; it must not be theirs to
   *     change
   * @param rolesClaim where their roles are; dots lead into objects
   * @param roles which of the issuer's roles gives which scope
   * @param skew by which its clock may differ from ours
   */
  record Oidc(
      @Nullable String issuer,
      @Nullable URI jwkSetUri,
      @Nullable String audience,
      @DefaultValue("sub") String nameClaim,
      @DefaultValue("roles") String rolesClaim,
      @Nullable Map<String, List<String>> roles,
      @DefaultValue("30s") @DurationMin(seconds = 0) @DurationMax(minutes = 5) Duration skew) {

    /** Whether anybody can sign in. */
    boolean isOn() {
      return !isBlank(issuer);
    }

    @AssertTrue(message = "issuer, jwk-set-uri and audience are told together")
    boolean isWhole() {
      boolean addressed = jwkSetUri != null && !jwkSetUri.toString().isBlank();
      return isOn() == addressed && isOn() == !isBlank(audience);
    }

    @AssertTrue(message = "roles are of viewer, approver, operator and admin")
    boolean isOfScopes() {
      return roles == null || ROLES.keySet().containsAll(roles.keySet());
    }

    /** Which roles give which scope. */
    Map<String, List<String>> scopes() {
      return roles == null || roles.isEmpty() ? ROLES : roles;
    }

    /** Names that no other application's roles have by chance. */
    private static final Map<String, List<String>> ROLES =
        Map.of(
            "viewer", List.of("settlement-viewer"),
            "approver", List.of("settlement-approver"),
            "operator", List.of("settlement-operator"),
            "admin", List.of("settlement-admin"));

    private static boolean isBlank(@Nullable String text) {
      return text == null || text.isBlank();
    }
  }
}
