// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import io.settlement.events.value.TxId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** The messages and where they stand. Sets of rows travel as one JSON parameter. */
@Repository
class Messages {
  /** What a {@link MessageView} is made of. */
  static final String COLUMNS =
      """
      txid, seq, stage, outcome, ended, sent_at, updated_at, from_handler, to_handler, sender,
      from_token, to_token, receiver, amount, required, prepaid, spent, margin, refunded
      """;

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  Messages(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Makes sure they are there, and nobody else writes to them before this transaction ends. Mostly
   * they are there, and one statement does. Answers what became of the lines of each.
   */
  Map<TxId, Kept> lock(SortedSet<String> txids) {
    String[] all = txids.toArray(String[]::new);
    Map<TxId, Kept> locked = lockedOf(all);
    while (locked.size() < all.length) {
      jdbc.update(
          """
          insert into message (txid) select txid from unnest(?) as txid order by txid
          on conflict do nothing
          """,
          (Object) all);
      locked = lockedOf(all);
    }
    return locked;
  }

  private Map<TxId, Kept> lockedOf(String[] txids) {
    Map<TxId, Kept> locked = new HashMap<>();
    jdbc.query(
        "select txid, lines from message where txid = any(?) order by txid for update",
        row -> {
          locked.put(new TxId(row.getString("txid")), Kept.valueOf(row.getString("lines")));
        },
        (Object) txids);
    return locked;
  }

  void update(List<MessageRow> rows, Instant now) {
    jdbc.update(
        """
        with changed as (
          update message set
            (stage, ended, outcome, from_handler, to_handler, sender, from_token, to_token,
             receiver, amount, required, prepaid, spent, margin, refunded, sent_at, updated_at,
             rests_since) =
            (r.stage, r.ended, r.outcome, r.from_handler, r.to_handler, r.sender, r.from_token,
             r.to_token, r.receiver, r.amount, r.required, r.prepaid, r.spent, r.margin, r.refunded,
             coalesce(r.sent_at, message.sent_at), coalesce(r.updated_at, message.updated_at),
             case when r.rests then coalesce(message.rests_since, ?) end)
          from jsonb_to_recordset(?::jsonb) as r(
            txid text, stage text, ended boolean, rests boolean, outcome text, from_handler text,
            to_handler text, sender text, from_token text, to_token text, receiver text,
            amount numeric, required numeric, prepaid numeric, spent numeric, margin numeric,
            refunded numeric, sent_at timestamptz, updated_at timestamptz)
          where message.txid = r.txid
          returning message.seq, message.stage, message.outcome, message.sent_at,
            message.stage = 'SETTLED' and message.outcome is distinct from 'FAILED' as well),
        over as (
          delete from message_standing s using changed c where s.seq = c.seq and c.well)
        insert into message_standing as s (seq, stage, outcome, sent_at)
        select seq, stage, outcome, sent_at from changed where not well
        on conflict (seq) do update
        set stage = excluded.stage, outcome = excluded.outcome, sent_at = excluded.sent_at
        where (s.stage, s.outcome, s.sent_at)
          is distinct from (excluded.stage, excluded.outcome, excluded.sent_at)
        """,
        Timestamp.from(now),
        json.writeValueAsString(rows));
  }

  Optional<MessageView> find(TxId txid) {
    return jdbc
        .query("select " + COLUMNS + " from message where txid = ?", MessageView::of, txid.hex())
        .stream()
        .findFirst();
  }

  /** Those of the given that are over. */
  Set<TxId> ended(Collection<TxId> txids) {
    String[] all = txids.stream().map(TxId::hex).toArray(String[]::new);
    return jdbc
        .query(
            "select txid from message where ended and txid = any(?)",
            (row, number) -> new TxId(row.getString("txid")),
            (Object) all)
        .stream()
        .collect(Collectors.toSet());
  }
}
