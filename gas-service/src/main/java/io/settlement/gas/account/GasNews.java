// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.account;

import io.micrometer.core.instrument.MeterRegistry;
import io.settlement.events.GasEvent;
import io.settlement.events.GasEvent.GasAccountClosed;
import io.settlement.events.GasEvent.GasCovered;
import io.settlement.events.GasEvent.GasShort;
import io.settlement.events.GasEvent.RefundClaimable;
import io.settlement.events.GasEvent.RefundDue;
import io.settlement.kit.outbox.Outbox;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;
import org.springframework.stereotype.Component;

/** Tells the world, the log and the meters what became of accounts. */
@Component
class GasNews {
  private static final Logger log = LoggerFactory.getLogger(GasNews.class);

  private final Outbox outbox;
  private final MeterRegistry meters;

  GasNews(Outbox outbox, MeterRegistry meters) {
    this.outbox = outbox;
    this.meters = meters;
  }

  void publish(List<GasEvent> facts) {
    if (facts.isEmpty()) {
      return;
    }
    outbox.append(facts);
    for (GasEvent fact : facts) {
      log(fact);
      meters.counter("settlement.gas.decisions", "type", fact.typeName()).increment();
    }
  }

  private static void log(GasEvent fact) {
    Level level = fact instanceof GasShort ? Level.INFO : Level.DEBUG;
    LoggingEventBuilder line = log.atLevel(level).addKeyValue("txid", fact.txid());
    switch (fact) {
      case GasCovered f ->
          line.addKeyValue("required", f.required())
              .addKeyValue("prepaid", f.prepaid())
              .addKeyValue("waiver", f.waiver())
              .addKeyValue("deliveryPrice", f.deliveryPrice())
              .addKeyValue("callbackPrice", f.callbackPrice())
              .log("gas covered");
      case GasShort f ->
          line.addKeyValue("required", f.required())
              .addKeyValue("missing", f.missing())
              .log("gas short");
      case RefundDue f ->
          line.addKeyValue("chain", f.chain()).addKeyValue("amount", f.amount()).log("refund due");
      case GasAccountClosed f ->
          line.addKeyValue("spent", f.spent())
              .addKeyValue("margin", f.margin())
              .addKeyValue("refunded", f.refunded())
              .log("gas account closed");
      case RefundClaimable f ->
          line.addKeyValue("to", f.to())
              .addKeyValue("amount", f.amount())
              .addKeyValue("reason", f.reason())
              .log("refund claimable");
    }
  }
}
