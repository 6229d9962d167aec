// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where addresses of vaults come in that were given out. */
@Configuration(proxyBeanMethods = false)
class AddressesEdge {

  /** Topic settlement.vaults. */
  @Bean
  Consumer<Message<List<byte[]>>> vaultAddresses(FactEdges edges, VaultReach reach) {
    return edges.of(Topics.VAULT_EVENTS, reach::onVaults);
  }
}
