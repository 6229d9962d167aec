// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.chain;

import io.settlement.chain.ChainSettings;
import io.settlement.chain.bitcoin.BitcoinSettings;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The chains whose artifact contracts are read.
 *
 * @param chains with this service's own nodes and addresses; none when left out, and then nothing
 *     is proved against chains
 * @param bitcoin this service's own Bitcoin nodes; left out, nothing is proved against the vaults'
 *     outputs
 */
@Validated
@ConfigurationProperties("settlement")
record ChainsSettings(
    @DefaultValue List<ChainSettings> chains, @Nullable BitcoinSettings bitcoin) {}
