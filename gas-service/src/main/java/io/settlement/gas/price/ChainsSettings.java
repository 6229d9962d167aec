// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.chain.ChainSettings;
import jakarta.validation.constraints.NotEmpty;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * The chains whose prices are sampled.
 *
 * @param chains with this service's own nodes and addresses
 */
@Validated
@ConfigurationProperties("settlement")
record ChainsSettings(@NotEmpty List<ChainSettings> chains) {}
