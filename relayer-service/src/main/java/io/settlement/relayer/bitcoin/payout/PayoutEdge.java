// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.bitcoin.payout;

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

/** Where cosigners' answers come in; of no interest where nobody pays. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
class PayoutEdge {

  @Bean
  Consumer<Message<List<byte[]>>> payoutSignatures(
      FactEdges edges, ObjectProvider<PayoutLoops> payouts) {
    return edges.of(Topics.PSBT_EVENTS, facts -> payouts.ifAvailable(all -> all.onFacts(facts)));
  }
}
