// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.settlement.events.Topics;
import io.settlement.events.TransactionEvent;
import io.settlement.events.TransactionEvent.TransactionPaid;
import io.settlement.kit.edge.FactEdges;
import io.settlement.kit.edge.FactHandler;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.messaging.Message;

/** Where what the operator's accounts and the vaults paid comes in. */
@Configuration(proxyBeanMethods = false)
class TransactionsEdge {

  /**
   * Topic settlement.transactions; a poll is one transaction.
   *
   * @param readers all who keep books of it
   */
  @Bean
  Consumer<Message<List<byte[]>>> transactions(
      FactEdges edges, List<FactHandler<TransactionEvent>> readers) {
    return edges.of(
        Topics.TRANSACTION_EVENTS, facts -> readers.forEach(reader -> reader.handle(facts)));
  }

  /** Messages bear their share of transactions that were reverted as a whole. */
  @Bean
  FactHandler<TransactionEvent> failedTransactions(GasSettlement flow) {
    return facts ->
        flow.onFailures(
            facts.stream()
                .filter(TransactionPaid.class::isInstance)
                .map(TransactionPaid.class::cast)
                .filter(paid -> !paid.succeeded())
                .toList());
  }
}
