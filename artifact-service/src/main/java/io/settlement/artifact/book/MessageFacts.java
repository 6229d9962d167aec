// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.MessageEvent;
import java.util.List;
import org.springframework.stereotype.Component;

/** Everybody who books what messages say; whoever calls holds the transaction. */
@Component
public class MessageFacts {
  private final Bookkeeper transfers;
  private final List<FactReader> others;

  MessageFacts(Bookkeeper transfers, List<FactReader> others) {
    this.transfers = transfers;
    this.others = List.copyOf(others);
  }

  /** What the chains said; possibly again. */
  public void onMessages(List<MessageEvent> facts) {
    transfers.onMessages(facts);
    others.forEach(other -> other.onMessages(facts));
  }
}
