// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.events.AttestationEvent;
import io.settlement.events.EventCodec;
import io.settlement.events.GasEvent;
import io.settlement.events.Golden;
import io.settlement.events.MessageEvent;
import io.settlement.events.SuiteEvent;
import io.settlement.events.value.TxId;
import java.util.List;

/** The life of the golden message. */
public final class Life {
  public static final MessageEvent.MessageObserved OBSERVED =
      Golden.read(MessageEvent.MessageObserved.class);
  public static final TxId TXID = OBSERVED.txid();

  private Life() {}

  /** All that happens when it succeeds, as it happens. */
  public static List<SuiteEvent> happy() {
    return List.of(
        OBSERVED,
        Golden.read(MessageEvent.MessageFinal.class),
        Golden.read(MessageEvent.GasPrepaid.class),
        Golden.read(AttestationEvent.AttestationSigned.class),
        Golden.read(GasEvent.GasCovered.class),
        Golden.read(MessageEvent.MessageAdmitted.class),
        Golden.read(MessageEvent.TransactionSent.class),
        Golden.read(MessageEvent.MessageDelivered.class),
        Golden.read(MessageEvent.MessageSettled.class),
        Golden.read(GasEvent.RefundDue.class),
        Golden.read(MessageEvent.RefundPaid.class),
        Golden.read(GasEvent.GasAccountClosed.class));
  }

  /** The same life of another message. */
  public static List<SuiteEvent> of(TxId txid) {
    return happy().stream().map(fact -> changed(fact, TXID.hex(), txid.hex())).toList();
  }

  /** A fact with some of its words replaced: word, by what, word, by what… */
  public static SuiteEvent changed(SuiteEvent fact, String... words) {
    String json = new String(EventCodec.encode(fact), UTF_8);
    for (int i = 0; i < words.length; i += 2) {
      json = json.replace(words[i], words[i + 1]);
    }
    return EventCodec.decode(fact.topic(), json.getBytes(UTF_8));
  }
}
