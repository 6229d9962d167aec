// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.chain.ChainSettings;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The operator's own nodes of chains that are in use, {@code settlement.chains} as for the other
 * services: the other sides of applicants' routes are asked there.
 *
 * @param chains none when left out; then the other sides are not known
 */
@Validated
@ConfigurationProperties("settlement")
record ChainsSettings(@DefaultValue List<ChainSettings> chains) {}
