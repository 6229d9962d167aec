// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.chain.keys.KeySource;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.events.value.EvmAddress;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Which contracts are told prices, and how often.
 *
 * @param priceContracts by the name of the chain they are on
 * @param publication whose key signs and when
 */
@Validated
@ConfigurationProperties("settlement.gas")
record PublishSettings(
    @DefaultValue Map<String, EvmAddress> priceContracts,
    @DefaultValue @Valid Publication publication) {

  /** Keeps its own copy. */
  PublishSettings {
    priceContracts = Map.copyOf(priceContracts);
  }

  /**
   * Whose key signs and when. The key is in a file or with a remote signer.
   *
   * @param keystore an encrypted keystore file
   * @param passwordFile the file with its password
   * @param address the account of the key that a remote signer holds
   * @param remoteSigner who holds it
   * @param heartbeat unchanged prices are signed again after this long; must be shorter than the
   *     contracts' max_age
   * @param pause shortest time between two publications for a contract: each costs a transaction
   * @param changeBps a price that moved less than this, in hundredths of a percent, is unchanged
   */
  record Publication(
      @Nullable Path keystore,
      @Nullable Path passwordFile,
      @Nullable EvmAddress address,
      @Nullable RemoteSignerSettings remoteSigner,
      @DefaultValue("10m") @DurationMin(seconds = 1) Duration heartbeat,
      @DefaultValue("30s") @DurationMin(seconds = 1) Duration pause,
      @DefaultValue("500") @Min(0) @Max(10_000) int changeBps) {

    /**
     * Where the key is.
     *
     * @throws IllegalArgumentException when that is not exactly one place
     */
    KeySource key() {
      return KeySource.of(
          "settlement.gas.publication", keystore, passwordFile, address, remoteSigner);
    }
  }
}
