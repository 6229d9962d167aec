// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.keys.KeySource;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Wei;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What the operator promises by quotes, and with which key.
 *
 * @param cache how old prices, units and times may be, beyond their own age, when a quote is given
 * @param maxExposure wei of a source chain that open promises may come to, by chain name; no cap
 *     for a chain that is not named
 * @param receiveOverhead units a delivery takes beside its handler, its share of a batch included;
 *     added to a handler that was tried until enough messages were measured
 * @param planTtl how long the quotes of a plan stand
 * @param requoteBps how much dearer than first told a hop of a plan may become when it is quoted
 *     again, in hundredths of a percent
 * @param signer the key of a quote signer; quotes are not signed when left out
 */
@Validated
@ConfigurationProperties("settlement.gas.quotes")
record PromiseSettings(
    @DefaultValue("2s") @DurationMin(millis = 10) @DurationMax(minutes = 1) Duration cache,
    @DefaultValue Map<String, BigInteger> maxExposure,
    @DefaultValue("130000") @Min(0) @Max(5_000_000) long receiveOverhead,
    @DefaultValue("15m") @DurationMin(seconds = 1) @DurationMax(hours = 24) Duration planTtl,
    @DefaultValue("2500") @Min(0) @Max(100_000) int requoteBps,
    @Nullable Signer signer) {

  /** Keeps its own copy. */
  PromiseSettings {
    maxExposure = Map.copyOf(maxExposure);
  }

  /** What a chain's open promises may come to; empty for any sum. */
  Optional<Wei> capOf(ChainName chain) {
    return Optional.ofNullable(maxExposure.get(chain.value())).map(Wei::new);
  }

  /**
   * Where the key is: in a file, or with a remote signer.
   *
   * @param keystore an encrypted keystore file
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds
   * @param remoteSigner who holds it
   */
  record Signer(
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner) {
    private static final String WHOSE = "settlement.gas.quotes.signer";

    Signer {
      KeySource.of(WHOSE, keystore, passwordFile, address, remoteSigner);
    }

    KeySource source() {
      return KeySource.of(WHOSE, keystore, passwordFile, address, remoteSigner);
    }
  }
}
