// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account.receipt;

import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.ReceiptsPublished;
import io.settlement.kit.edge.FactHandler;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Where it comes in that vaults accept receipts. */
@Configuration(proxyBeanMethods = false)
class ReceiptsEdge {

  @Bean
  FactHandler<TransactionEvent> publishedReceipts(Receipts receipts) {
    return facts ->
        receipts.published(
            facts.stream()
                .filter(ReceiptsPublished.class::isInstance)
                .map(ReceiptsPublished.class::cast)
                .toList());
  }
}
