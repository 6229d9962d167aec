// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.chain.ChainException;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ContractDialect;
import io.settlement.events.RegistryEvent.ChainState;
import io.settlement.events.RegistryEvent.Family;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.TxId;
import io.settlement.kit.registry.RegistryView;
import io.settlement.relayer.loop.Rounds;
import io.settlement.relayer.nodes.Nodes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Notices messages that were not received in time, by the final clock of their destination. The
 * deadlines are in the table, so a restart starts no wait again.
 */
final class Deadlines extends Rounds {
  private static final Logger log = LoggerFactory.getLogger(Deadlines.class);

  /** Most that are looked at in one round. */
  private static final int PAGE = 500;

  private final Nodes nodes;
  private final RegistryView registry;
  private final Clock clock;
  private final Messages messages;
  private final Courier courier;
  private final Duration look;
  private final TransactionOperations transactions;

  Deadlines(
      Chains chains,
      Messages messages,
      Courier courier,
      Duration look,
      TransactionOperations transactions,
      Clock clock) {
    super("deadlines", look);
    this.nodes = chains.nodes();
    this.registry = chains.registry();
    this.clock = clock;
    this.messages = messages;
    this.courier = courier;
    this.look = look;
    this.transactions = transactions;
  }

  /** Who tells a chain's time, and which chains there are. */
  record Chains(Nodes nodes, RegistryView registry) {}

  @Override
  protected void round() throws InterruptedException {
    lookAtBitcoin();
    for (EvmReader chain : nodes.all()) {
      if (isEvm(chain) && ContractDialect.of(chain.settings()).expires()) {
        look(chain);
      }
    }
    awaitBell(look);
  }

  /**
   * Nothing is received on Bitcoin and no clock there decides: whoever pays says that it is too
   * late, and validators check it.
   */
  private void lookAtBitcoin() {
    Instant now = clock.instant();
    for (ChainState chain : registry.chains()) {
      if (chain.family() == Family.BITCOIN) {
        List<TxId> overdue = messages.overdue(chain.chain(), now, PAGE);
        if (!overdue.isEmpty()) {
          transactions.executeWithoutResult(status -> courier.expire(overdue, now));
        }
      }
    }
  }

  private static boolean isEvm(EvmReader chain) {
    return chain.settings().family() == Family.EVM;
  }

  private void look(EvmReader chain) {
    ChainName name = chain.settings().name();
    try {
      Instant clock =
          chain.forPurpose("deadlines").agreed().head(chain.settings().finality()).time();
      List<TxId> overdue = messages.overdue(name, clock, PAGE);
      if (!overdue.isEmpty()) {
        transactions.executeWithoutResult(status -> courier.expire(overdue, clock));
      }
    } catch (ChainException later) {
      log.atDebug()
          .addKeyValue("chain", name)
          .log("deadlines wait for its node: {}", later.getMessage());
    }
  }
}
