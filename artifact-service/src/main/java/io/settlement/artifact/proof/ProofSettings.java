// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.chain.keys.KeySource;
import io.settlement.chain.keys.RemoteSignerSettings;
import io.settlement.events.value.EvmAddress;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.hibernate.validator.constraints.time.DurationMin;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How reserves are proved, and whose key signs the statements.
 *
 * @param interval pause between two proofs
 * @param patience how long something may differ before it is an imbalance: facts are on their way
 * @param statementInterval pause between two signed statements
 * @param lastIndex as far as a vault's outputs are looked for in each branch, at least; farther
 *     where addresses were given out farther
 * @param keystore an encrypted keystore file
 * @param passwordFile the file with its password
 * @param address the account of the key that a remote signer holds
 * @param remoteSigner who holds it
 */
@Validated
@ConfigurationProperties("settlement.artifact.proof")
record ProofSettings(
    @DefaultValue("30s") @DurationMin(millis = 10) Duration interval,
    @DefaultValue("10m") @DurationMin(seconds = 0) Duration patience,
    @DefaultValue("10m") @DurationMin(seconds = 1) Duration statementInterval,
    @DefaultValue("1000") @Min(0) @Max(1_000_000) int lastIndex,
    @Nullable Path keystore,
    @Nullable Path passwordFile,
    @Nullable EvmAddress address,
    @Nullable RemoteSignerSettings remoteSigner) {

  /**
   * Where the key is; empty when none is named: nothing is signed then.
   *
   * @throws IllegalArgumentException when it is not exactly one place
   */
  Optional<KeySource> key() {
    if (keystore == null && passwordFile == null && address == null && remoteSigner == null) {
      return Optional.empty();
    }
    return Optional.of(
        KeySource.of("settlement.artifact.proof", keystore, passwordFile, address, remoteSigner));
  }
}
