// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.deposit;

import io.settlement.events.Topics;
import io.settlement.kit.edge.FactEdges;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where addresses that were given out come in; of no interest where there is no Bitcoin. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole({Role.OBSERVER, Role.VALIDATOR})
class VaultEdge {

  @Bean
  Consumer<Message<List<byte[]>>> vaultAddresses(
      FactEdges edges, ObjectProvider<AddressBook> addresses) {
    return edges.of(
        Topics.VAULT_EVENTS, facts -> addresses.ifAvailable(book -> book.onVaults(facts)));
  }
}
