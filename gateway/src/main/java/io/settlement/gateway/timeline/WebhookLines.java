// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/** Puts down who is to be told of new lines, in the transaction that adds them. */
@Repository
class WebhookLines {
  private final JdbcTemplate jdbc;

  WebhookLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * One statement for any number. Whose a message is its first facts may not say: with those that
   * do, what was added before them counts as new. What follows one that is tried again waits as
   * long, because those of a message are sent one after the other.
   */
  void add(Collection<Entries.Added> lines, Instant now) {
    Long[] ids = lines.stream().map(Entries.Added::id).toArray(Long[]::new);
    jdbc.update(
        """
        insert into webhook_delivery
          (webhook, event_id, line, txid, type, body, created_at, next_at)
        select l.webhook, 'evt_' || l.line, l.line, l.txid, l.type, l.body, ?,
          greatest(?, (select max(d.next_at) from webhook_delivery d
            where d.webhook = l.webhook and d.txid = l.txid and d.state = 'WAITING'))
        from webhook_line l
        where l.txid = any(?) and (l.line = any(?) or not exists (
          select from timeline k
          where k.txid = l.txid and k.type in ('MessageObserved', 'MessageFinal')
            and k.id <> all(?)))
        order by l.line
        on conflict do nothing
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        lines.stream().map(line -> line.txid().hex()).distinct().toArray(String[]::new),
        ids,
        ids);
  }
}
