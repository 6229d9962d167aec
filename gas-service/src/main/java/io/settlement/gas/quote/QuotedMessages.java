// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.quote;

import io.settlement.chain.contract.GasQuote;
import io.settlement.events.MessageEvent;
import io.settlement.events.MessageEvent.FactWithdrawn;
import io.settlement.events.MessageEvent.MessageDelivered;
import io.settlement.events.MessageEvent.MessageFinal;
import io.settlement.events.MessageEvent.MessageSettled;
import io.settlement.events.MessageEvent.QuotePaid;
import io.settlement.events.value.ExecutionCost;
import io.settlement.events.value.Gas;
import io.settlement.events.value.Hex;
import io.settlement.events.value.LogRef;
import io.settlement.events.value.Outcome;
import io.settlement.events.value.PayloadType;
import io.settlement.events.value.RouteId;
import io.settlement.gas.GasSettings;
import io.settlement.gas.cost.Leg;
import io.settlement.kit.sql.Columns;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Repository;

/**
 * What the chains said of messages, as far as quotes are compared with it and learn from it. Facts
 * come in any order and more than once; each poll is three statements at most.
 */
@Repository
public class QuotedMessages {
  private static final Logger log = LoggerFactory.getLogger(QuotedMessages.class);

  /** What is learned from one measured message of a leg. */
  private static final String LESSONS =
      """
      select l.leg, count(*) as measured,
             percentile_disc(:percentile) within group (order by l.gas) as gas, count(l.gas) as gases,
             percentile_disc(0.5) within group (order by l.seconds) as median,
             percentile_disc(0.95) within group (order by l.seconds) as high
        from (select * from quoted_message
               where route = :route and payload_type = :type and settled_at is not null
               order by sent_at desc limit :window) m
        left join lateral (
               select tried_gas from quote where txid = m.txid and tried_gas is not null
                order by issued_at desc limit 1) q on true
       cross join lateral (values
               ('DELIVERY', m.delivery_gas, extract(epoch from m.delivered_at - m.sent_at)),
               ('OVERHEAD', case when m.delivery_gas is not null and q.tried_gas is not null
                                 then greatest(m.delivery_gas - q.tried_gas, 0) end, null),
               ('CALLBACK', m.callback_gas, extract(epoch from m.settled_at - m.delivered_at)))
               as l (leg, gas, seconds)
       group by l.leg having count(*) >= :after
      """;

  /** No leg: what a delivery takes beside its handler. */
  private static final String OVERHEAD = "OVERHEAD";

  private final JdbcClient jdbc;
  private final GasSettings.Learning learning;

  QuotedMessages(JdbcClient jdbc, GasSettings settings) {
    this.jdbc = jdbc;
    this.learning = settings.learning();
  }

  /** What one poll says of one message. */
  private static final class Sheet {
    private final String txid;
    private @Nullable MessageFinal sent;
    private @Nullable MessageDelivered delivered;
    private @Nullable MessageSettled settled;

    Sheet(String txid) {
      this.txid = txid;
    }
  }

  /** Keeps what the facts say; before anything is weighed that a quote may have been paid for. */
  public void hear(List<MessageEvent> facts) {
    Map<String, Sheet> sheets = new TreeMap<>();
    List<QuotePaid> paid = new ArrayList<>();
    List<FactWithdrawn> withdrawn = new ArrayList<>();
    for (MessageEvent fact : facts) {
      switch (fact) {
        case MessageFinal f -> sheet(sheets, f).sent = f;
        case MessageDelivered f -> sheet(sheets, f).delivered = f;
        case MessageSettled f -> sheet(sheets, f).settled = f;
        case QuotePaid f -> paid.add(f);
        case FactWithdrawn f -> {
          withdrawn.add(f);
          withdraw(f, sheets.get(f.txid().hex()), paid);
        }
        default -> {
          // Says nothing that a quote is compared with.
        }
      }
    }
    forgetWithdrawn(withdrawn);
    record(sheets.values());
    recordPaid(paid);
  }

  private static Sheet sheet(Map<String, Sheet> sheets, MessageEvent fact) {
    return sheets.computeIfAbsent(fact.txid().hex(), Sheet::new);
  }

  /** What came in the same poll before its log was gone. */
  private static void withdraw(FactWithdrawn gone, @Nullable Sheet sheet, List<QuotePaid> paid) {
    paid.removeIf(one -> isAt(one.ref(), gone.ref()));
    if (sheet == null) {
      return;
    }
    MessageFinal sent = sheet.sent;
    MessageDelivered delivered = sheet.delivered;
    MessageSettled settled = sheet.settled;
    sheet.sent = sent != null && isAt(sent.ref(), gone.ref()) ? null : sent;
    sheet.delivered = delivered != null && isAt(delivered.ref(), gone.ref()) ? null : delivered;
    sheet.settled = settled != null && isAt(settled.ref(), gone.ref()) ? null : settled;
  }

  private static boolean isAt(LogRef one, LogRef other) {
    return one.blockHash().equals(other.blockHash()) && one.logIndex() == other.logIndex();
  }

  private void forgetWithdrawn(List<FactWithdrawn> withdrawn) {
    if (withdrawn.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            with gone as (
              select * from unnest(:txids::text[], :facts::text[], :blocks::text[], :logs::bigint[])
                as g (txid, fact, block_hash, log_index)),
            unpaid as (
              delete from quote_paid p using gone g
               where p.txid = g.txid and g.fact = 'QuotePaid' and p.block_hash = g.block_hash
                 and p.log_index = g.log_index)
            update quoted_message m set
              route = case when g.sent then null else m.route end,
              payload_type = case when g.sent then null else m.payload_type end,
              payload_hash = case when g.sent then null else m.payload_hash end,
              handler_gas = case when g.sent then null else m.handler_gas end,
              sent_at = case when g.sent then null else m.sent_at end,
              delivered_at = case when g.delivered then null else m.delivered_at end,
              delivery_gas = case when g.delivered then null else m.delivery_gas end,
              settled_at = case when g.settled then null else m.settled_at end,
              callback_gas = case when g.settled then null else m.callback_gas end
              from (select txid, bool_or(fact = 'MessageFinal') as sent,
                           bool_or(fact = 'MessageDelivered') as delivered,
                           bool_or(fact = 'MessageSettled') as settled
                      from gone group by txid) g
             where m.txid = g.txid
            """)
        .param("txids", Columns.of(withdrawn, FactWithdrawn::txid))
        .param("facts", Columns.of(withdrawn, FactWithdrawn::fact))
        .param("blocks", Columns.of(withdrawn, f -> f.ref().blockHash()))
        .param("logs", Columns.of(withdrawn, f -> f.ref().logIndex()))
        .update();
  }

  private void record(Collection<Sheet> sheets) {
    if (sheets.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into quoted_message as m
              (txid, route, payload_type, payload_hash, handler_gas, sent_at, delivered_at,
               settled_at, delivery_gas, callback_gas)
            select * from unnest(
              :txids::text[], :routes::text[], :types::text[], :hashes::text[],
              :handlerGas::bigint[], :sent::timestamptz[], :delivered::timestamptz[],
              :settled::timestamptz[], :deliveryGas::bigint[], :callbackGas::bigint[])
            on conflict (txid) do update set
              route = coalesce(m.route, excluded.route),
              payload_type = coalesce(m.payload_type, excluded.payload_type),
              payload_hash = coalesce(m.payload_hash, excluded.payload_hash),
              handler_gas = coalesce(m.handler_gas, excluded.handler_gas),
              sent_at = coalesce(m.sent_at, excluded.sent_at),
              delivered_at = coalesce(m.delivered_at, excluded.delivered_at),
              settled_at = coalesce(m.settled_at, excluded.settled_at),
              delivery_gas = coalesce(m.delivery_gas, excluded.delivery_gas),
              callback_gas = coalesce(m.callback_gas, excluded.callback_gas)
            """)
        .param("txids", Columns.of(sheets, s -> s.txid))
        .param("routes", sent(sheets, f -> f.message().route()))
        .param("types", sent(sheets, f -> f.message().payloadType()))
        .param("hashes", sent(sheets, f -> GasQuote.hashOf(Hex.decode(f.message().payload()))))
        .param("handlerGas", sent(sheets, f -> f.message().terms().handlerGas()))
        .param("sent", sent(sheets, f -> f.ref().blockTime()))
        .param("delivered", delivered(sheets, f -> f.ref().blockTime()))
        .param("settled", settled(sheets, f -> f.ref().blockTime()))
        .param("deliveryGas", delivered(sheets, f -> lesson(f.outcome(), f.cost())))
        .param("callbackGas", settled(sheets, f -> lesson(f.outcome(), f.cost())))
        .update();
  }

  private static @Nullable String[] sent(Collection<Sheet> sheets, Reading<MessageFinal> reading) {
    return Columns.of(sheets, s -> s.sent == null ? null : reading.of(s.sent));
  }

  private static @Nullable String[] delivered(
      Collection<Sheet> sheets, Reading<MessageDelivered> reading) {
    return Columns.of(sheets, s -> s.delivered == null ? null : reading.of(s.delivered));
  }

  private static @Nullable String[] settled(
      Collection<Sheet> sheets, Reading<MessageSettled> reading) {
    return Columns.of(sheets, s -> s.settled == null ? null : reading.of(s.settled));
  }

  /** Something a fact says. */
  @FunctionalInterface
  private interface Reading<F> {
    @Nullable Object of(F fact);
  }

  /** A handler that failed says little about one that works. */
  private static @Nullable Gas lesson(Outcome outcome, ExecutionCost cost) {
    return outcome == Outcome.SUCCESS ? cost.gasUsed() : null;
  }

  private void recordPaid(List<QuotePaid> paid) {
    List<QuotePaid> ours =
        paid.stream().filter(one -> Quote.offChain(one.quoteId()) != null).toList();
    if (ours.size() < paid.size()) {
      log.atWarn()
          .addKeyValue("payments", paid.size() - ours.size())
          .log("payments on quotes whose ids are none of ours");
    }
    if (ours.isEmpty()) {
      return;
    }
    jdbc.sql(
            """
            insert into quote_paid
              (txid, quote_id, amount, payload_hash, chain, block_hash, log_index, paid_at)
            select * from unnest(
              :txids::text[], :quotes::uuid[], :amounts::numeric[], :hashes::text[],
              :chains::text[], :blocks::text[], :logs::bigint[], :times::timestamptz[])
            on conflict do nothing
            """)
        .param("txids", Columns.of(ours, QuotePaid::txid))
        .param("quotes", Columns.of(ours, one -> Quote.offChain(one.quoteId())))
        .param("amounts", Columns.of(ours, QuotePaid::amount))
        .param("hashes", Columns.of(ours, QuotePaid::payloadHash))
        .param("chains", Columns.of(ours, one -> one.ref().chain()))
        .param("blocks", Columns.of(ours, one -> one.ref().blockHash()))
        .param("logs", Columns.of(ours, one -> one.ref().logIndex()))
        .param("times", Columns.of(ours, one -> one.ref().blockTime()))
        .update();
  }

  /** What the newest messages of a route and payload type teach. */
  Lessons lessons(RouteId route, PayloadType type) {
    Map<String, Gas> gas = new HashMap<>();
    Map<String, LegTime> times = new HashMap<>();
    jdbc.sql(LESSONS)
        .param("percentile", learning.percentile().doubleValue())
        .param("route", route.toString())
        .param("type", type.name())
        .param("window", learning.window())
        .param("after", learning.after())
        .query(
            row -> {
              String leg = row.getString("leg");
              if (row.getLong("gases") >= learning.after()) {
                gas.put(leg, new Gas(row.getLong("gas")));
              }
              times.put(
                  leg,
                  new LegTime(seconds(row.getDouble("median")), seconds(row.getDouble("high"))));
            });
    times.remove(OVERHEAD);
    return new Lessons(units(gas), gas.get(OVERHEAD), times);
  }

  private static Map<Leg, Gas> units(Map<String, Gas> gas) {
    Map<Leg, Gas> units = new EnumMap<>(Leg.class);
    gas.forEach(
        (leg, used) -> {
          if (!leg.equals(OVERHEAD)) {
            units.put(Leg.valueOf(leg), used);
          }
        });
    return units;
  }

  /** Chains' clocks differ: nothing takes less than no time. */
  private static long seconds(double measured) {
    return Math.max(0, (long) Math.ceil(measured));
  }

  /** Forgets what no longer teaches and can no longer be paid for. */
  @Scheduled(fixedDelayString = "PT10M", initialDelayString = "PT10M")
  void forget() {
    jdbc.sql(
            """
            delete from quoted_message where txid in (
              select txid from (
                select txid, row_number() over (partition by route, payload_type
                                                order by sent_at desc) as age
                  from quoted_message where settled_at is not null) m
               where age > ?)
            """)
        .param(learning.window())
        .update();
    // What has not ended by then is brought to its end without a lesson.
    jdbc.sql(
            """
            delete from quoted_message
             where settled_at is null and sent_at < now() - interval '90 days'
            """)
        .update();
    jdbc.sql("delete from quote_paid where paid_at < now() - interval '90 days'").update();
  }
}
