// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

import io.settlement.chain.bitcoin.FeeRate;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.nio.file.Path;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * A cosigner's key and limits.
 *
 * @param keystore the key: a version 3 keystore file, whose secret is the seed of its BIP-32 key
 * @param passwordFile holds the keystore's password
 * @param most satoshi for a virtual byte that it signs at most
 * @param childFee satoshi of the vault's own that it lets a child cost at most
 * @param cancelFee satoshi of the vault's own that it lets cancelling a batch cost at most
 * @param margin it signs no payment later than this before a member's deadline, and no cancellation
 *     earlier
 * @param doubts how often what may only be late is looked for before it refuses
 * @param retry the wait between two such looks
 */
@Validated
@ConfigurationProperties("settlement.relayer.bitcoin.cosigner")
public record CosignSettings(
    @NotNull Path keystore,
    @NotNull Path passwordFile,
    @DefaultValue("250") @Min(1) @Max(10_000) long most,
    @DefaultValue("20000") @Min(0) long childFee,
    @DefaultValue("100000") @Min(0) long cancelFee,
    @DefaultValue("1h") @NotNull Duration margin,
    @DefaultValue("20") @Min(1) @Max(1000) int doubts,
    @DefaultValue("3s") @NotNull Duration retry) {

  FeeRate mostRate() {
    return FeeRate.ofSatsPerVbyte(most);
  }
}
