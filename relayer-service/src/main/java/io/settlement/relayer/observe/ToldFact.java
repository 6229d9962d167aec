// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.GasPrepaid;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.MessageEvent.RefundPaid;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.TxId;
import java.time.Instant;
import java.util.Optional;

/**
 * A final fact that was told.
 *
 * @param type of the fact on the wire
 * @param ref the log it was read from
 */
record ToldFact(TxId txid, String type, LogRef ref) {

  /** Empty for facts that are not of final blocks. */
  static Optional<ToldFact> of(MessageEvent fact) {
    return switch (fact) {
      case MessageFinal it -> Optional.of(of(it, it.ref()));
      case GasPrepaid it -> Optional.of(of(it, it.ref()));
      case QuotePaid it -> Optional.of(of(it, it.ref()));
      case MessageDelivered it -> Optional.of(of(it, it.ref()));
      case MessageSettled it -> Optional.of(of(it, it.ref()));
      case RefundPaid it -> Optional.of(of(it, it.ref()));
      default -> Optional.empty();
    };
  }

  private static ToldFact of(MessageEvent fact, LogRef ref) {
    return new ToldFact(fact.txid(), fact.typeName(), ref);
  }

  FactWithdrawn withdrawn(Instant at) {
    return new FactWithdrawn(txid, type, ref, at);
  }
}
