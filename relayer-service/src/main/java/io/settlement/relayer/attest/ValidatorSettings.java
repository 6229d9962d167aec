// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.attest;

import io.settlement.chain.keys.RemoteSignerSettings;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The validator.
 *
 * @param keystore the key, a version 3 keystore file; left out when a remote signer holds it
 * @param passwordFile holds the keystore's password
 * @param remoteSigner holds the key instead; {@code validator.address} names its account then
 * @param batchSize most claims judged at once
 * @param doubts how often something that may only be late, such as a log or a route, is looked for
 *     before the claim is refused
 * @param firstRetry wait after a first doubt; doubles with each further one
 * @param lastRetry the longest such wait
 * @param keepClaims how long a decided claim is remembered; what was signed is remembered for ever
 * @param signs whether it judges and signs; false while its signing guard is being restored
 */
@Validated
@ConfigurationProperties("settlement.relayer.validator")
record ValidatorSettings(
    @Nullable Path keystore,
    @Nullable Path passwordFile,
    @Nullable RemoteSignerSettings remoteSigner,
    @DefaultValue("500") @Min(1) @Max(5000) int batchSize,
    @DefaultValue("8") @Min(1) @Max(100) int doubts,
    @DefaultValue("500ms") @NotNull Duration firstRetry,
    @DefaultValue("10s") @NotNull Duration lastRetry,
    @DefaultValue("7d") @NotNull Duration keepClaims,
    @DefaultValue("true") boolean signs) {
  /** Refuses a key that is in two places or in none. */
  ValidatorSettings {
    boolean hasFile = keystore != null && passwordFile != null;
    if (hasFile == (remoteSigner != null)) {
      throw new IllegalArgumentException(
          "settlement.relayer.validator: either keystore and password-file, or remote-signer");
    }
  }
}
