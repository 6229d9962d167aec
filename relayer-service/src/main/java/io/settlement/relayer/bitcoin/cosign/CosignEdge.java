// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.cosign;

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

/** Where proposals come in; of no interest to a validator without a vault key. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.VALIDATOR)
class CosignEdge {

  @Bean
  Consumer<Message<List<byte[]>>> cosign(FactEdges edges, ObjectProvider<CosignLoops> cosigners) {
    return edges.of(Topics.PSBT_EVENTS, facts -> cosigners.ifAvailable(all -> all.onFacts(facts)));
  }
}
