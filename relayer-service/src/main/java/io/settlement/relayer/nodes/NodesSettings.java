// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.chain.ChainSettings;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * The chains of this process.
 *
 * @param chains each with its own nodes and contracts; the operator's word, not the registry's
 */
@Validated
@ConfigurationProperties("settlement")
record NodesSettings(@DefaultValue List<ChainSettings> chains) {}
