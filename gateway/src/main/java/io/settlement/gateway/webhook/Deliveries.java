// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;

/**
 * What is to be sent and what became of it. Who takes a delivery has it for a time; only while
 * nobody else took it since does its result count.
 */
@Repository
class Deliveries {
  private static final String PING = "ping";

  private final JdbcTemplate jdbc;

  Deliveries(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Takes what is due: of each message only the first that waits, of each webhook so many, of one
   * that fails only one.
   */
  List<Delivery> take(int most, int mostOfEach, Instant now, Duration lease) {
    Timestamp at = Timestamp.from(now);
    return jdbc.query(
        """
        with due as (
          select d.id
          from (select id, state, failing_since from webhook
                where state <> 'DELETED' order by random()) as w
          cross join lateral (
            select d.id from webhook_delivery d
            where d.webhook = w.id and d.state = 'WAITING' and d.next_at <= ?
              and (d.leased_until is null or d.leased_until <= ?)
              and (w.state = 'ACTIVE' or d.type = 'ping')
              and not exists (
                select from webhook_delivery b
                where b.webhook = d.webhook and b.txid = d.txid and b.state = 'WAITING'
                  and b.line < d.line)
            order by d.next_at, d.id
            limit greatest(0, case when w.failing_since is null then ? else 1 end - (
              select count(*) from webhook_delivery s
              where s.webhook = w.id and s.state = 'WAITING' and s.leased_until > ?))
            for update of d skip locked) as d
          limit ?)
        update webhook_delivery d
        set leased_until = ?, attempted_at = ?, attempts = attempts + 1
        from due, webhook w
        where d.id = due.id and w.id = d.webhook
        returning d.id, d.webhook, d.event_id, d.type, d.body, d.attempts, w.url, w.secret,
          case when w.former_until > ? then w.former_secret end as former_secret
        """,
        this::delivery,
        at,
        at,
        mostOfEach,
        at,
        most,
        Timestamp.from(now.plus(lease)),
        at,
        at);
  }

  private Delivery delivery(ResultSet row, int number) throws SQLException {
    List<byte[]> sealed =
        Stream.of(row.getBytes("secret"), row.getBytes("former_secret"))
            .filter(Objects::nonNull)
            .toList();
    return new Delivery(
        row.getLong("id"),
        row.getString("webhook"),
        row.getString("event_id"),
        row.getString("body"),
        row.getInt("attempts"),
        PING.equals(row.getString("type")),
        row.getString("url"),
        sealed);
  }

  /** It arrived. */
  void delivered(Delivery delivery, Attempt attempt) {
    jdbc.update(
        """
        with mine as (
          update webhook_delivery
          set state = 'DELIVERED', leased_until = null, status = ?, latency_ms = ?, answer = ?,
            problem = null
          where id = ? and attempts = ? and state = 'WAITING'
          returning webhook)
        update webhook w set failing_since = null from mine
        where w.id = mine.webhook and w.failing_since is not null
        """,
        attempt.status(),
        attempt.latencyMs(),
        attempt.answer(),
        delivery.id(),
        delivery.attempt());
  }

  /** It did not; what follows of the same message waits as long. */
  void failed(Delivery delivery, Attempt attempt, Instant next) {
    Timestamp at = Timestamp.from(next);
    jdbc.update(
        """
        with mine as (
          update webhook_delivery
          set leased_until = null, next_at = ?, status = ?, latency_ms = ?, answer = ?, problem = ?
          where id = ? and attempts = ? and state = 'WAITING'
          returning id, webhook, txid)
        update webhook_delivery d set next_at = ? from mine
        where d.webhook = mine.webhook and d.txid = mine.txid and d.state = 'WAITING'
          and d.id <> mine.id and d.next_at < ?
        """,
        at,
        attempt.status(),
        attempt.latencyMs(),
        attempt.answer(),
        attempt.problem(),
        delivery.id(),
        delivery.attempt(),
        at,
        at);
  }

  /** It did not, and is not tried again; what follows of the same message is. */
  void givenUp(Delivery delivery, Attempt attempt) {
    jdbc.update(
        """
        update webhook_delivery
        set state = 'FAILED', leased_until = null, status = ?, latency_ms = ?, answer = ?,
          problem = ?
        where id = ? and attempts = ? and state = 'WAITING'
        """,
        attempt.status(),
        attempt.latencyMs(),
        attempt.answer(),
        attempt.problem(),
        delivery.id(),
        delivery.attempt());
  }

  /** A webhook that only failed since before that is disabled, one that is gone at once. */
  int failing(Delivery delivery, boolean gone, Instant now, Instant before) {
    return jdbc.update(
        """
        update webhook set failing_since = coalesce(failing_since, ?),
          state = case when ? or failing_since < ? then 'DISABLED' else state end,
          reason = case when ? then 'the receiver answered 410 Gone'
                        when failing_since < ? then 'nothing arrived since ' || failing_since
                        else reason end
        where id = ? and state = 'ACTIVE'
        """,
        Timestamp.from(now),
        gone,
        Timestamp.from(before),
        gone,
        Timestamp.from(before),
        delivery.webhook());
  }

  /** One ping; none when one waits already. */
  boolean ping(String webhook, String eventId, String body, Instant now) {
    return jdbc.update(
            """
            insert into webhook_delivery
              (webhook, event_id, line, txid, type, body, created_at, next_at)
            select ?, ?, 0, ?, 'ping', ?, ?, ?
            where not exists (
              select from webhook_delivery
              where webhook = ? and type = 'ping' and state = 'WAITING')
            """,
            webhook,
            eventId,
            eventId,
            body,
            Timestamp.from(now),
            Timestamp.from(now),
            webhook)
        > 0;
  }

  /** Sends again whatever the webhook hears of these messages, with the ids it had. */
  int replay(String webhook, List<String> txids, Instant now) {
    return jdbc.update(
        """
        insert into webhook_delivery as d
          (webhook, event_id, line, txid, type, body, created_at, next_at)
        select webhook, 'evt_' || line, line, txid, type, body, ?, ?
        from webhook_line where webhook = ? and txid = any(?) order by line
        on conflict (webhook, event_id) do update
        set state = 'WAITING', attempts = 0, created_at = excluded.created_at,
          next_at = excluded.next_at
        where d.state <> 'WAITING'
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        webhook,
        txids.toArray(String[]::new));
  }

  /** What happened then to the webhook's artifact and is still kept, the earliest first. */
  List<Long> told(String webhook, Instant from, Instant until, int limit) {
    return jdbc.query(
        """
        select position from webhook_artifact_event
        where webhook = ? and at >= ? and at < ? order by position limit ?
        """,
        (row, number) -> row.getLong("position"),
        webhook,
        Timestamp.from(from),
        Timestamp.from(until),
        limit);
  }

  /** Sends these again, with the ids they had. */
  int replayEvents(String webhook, List<Long> positions, Instant now) {
    return jdbc.update(
        """
        insert into webhook_delivery as d
          (webhook, event_id, line, txid, type, body, created_at, next_at)
        select webhook, 'art_' || position, position, artifact, type, body, ?, ?
        from webhook_artifact_event where webhook = ? and position = any(?) order by position
        on conflict (webhook, event_id) do update
        set state = 'WAITING', attempts = 0, created_at = excluded.created_at,
          next_at = excluded.next_at
        where d.state <> 'WAITING'
        """,
        Timestamp.from(now),
        Timestamp.from(now),
        webhook,
        positions.toArray(Long[]::new));
  }

  /** Messages sent then that the webhook hears of, the earliest first. */
  List<String> sent(Webhook webhook, Instant from, Instant until, int limit) {
    List<Object> values = new ArrayList<>(List.of(Timestamp.from(from), Timestamp.from(until)));
    String whose;
    if (webhook.handler() != null) {
      whose = "(from_handler = ? or to_handler = ?)";
      values.addAll(List.of(webhook.handler(), webhook.handler()));
    } else if (webhook.route() != null) {
      whose = "from_handler = ? and to_handler = ?";
      values.addAll(List.of(webhook.route().split(">", -1)));
    } else {
      whose =
          """
          sender = any(array(select unnest(p.payers) from webhook w join partner p
            on p.name = w.owner where w.id = ?))
          """;
      values.add(webhook.id());
    }
    values.add(limit);
    return jdbc.query(
        "select txid from message where sent_at >= ? and sent_at < ? and seq > 0 and "
            + whose
            + " order by sent_at, seq limit ?",
        (row, number) -> row.getString("txid"),
        values.toArray());
  }

  /** The log, the latest first. */
  List<LoggedDelivery> log(String webhook, long before, int limit) {
    return jdbc.query(
        """
        select id, event_id, type, txid, state, attempts, created_at, attempted_at, status,
          latency_ms, answer, problem, next_at
        from webhook_delivery where webhook = ? and id < ? order by id desc limit ?
        """,
        LoggedDelivery::of,
        webhook,
        before,
        limit);
  }

  /** Forgets some that are older, whatever became of them; how many. */
  int forget(Instant before, int limit) {
    return jdbc.update(
        """
        delete from webhook_delivery where id = any(array(
          select id from webhook_delivery where created_at < ? order by created_at limit ?
          for update skip locked))
        """,
        Timestamp.from(before),
        limit);
  }

  /** Forgets some of deleted webhooks; how many. */
  int forgetDeleted(int limit) {
    return jdbc.update(
        """
        delete from webhook_delivery where id = any(array(
          select d.id from webhook_delivery d join webhook w on w.id = d.webhook
          where w.state = 'DELETED' limit ? for update of d skip locked))
        """,
        limit);
  }

  /** Forgets deleted webhooks of which no delivery is left. */
  void forgetEmptied() {
    jdbc.update(
        """
        delete from webhook w where state = 'DELETED'
          and not exists (select from webhook_delivery d where d.webhook = w.id)
        """);
  }

  /** How many wait, and since when the oldest. */
  Backlog backlog(Instant now) {
    return jdbc.query(
            """
            select count(*) as waiting, min(d.created_at) as oldest
            from webhook_delivery d join webhook w on w.id = d.webhook and w.state = 'ACTIVE'
            where d.state = 'WAITING'
            """,
            (row, number) -> {
              OffsetDateTime oldest = row.getObject("oldest", OffsetDateTime.class);
              return new Backlog(
                  row.getLong("waiting"),
                  oldest == null ? Duration.ZERO : Duration.between(oldest.toInstant(), now));
            })
        .getFirst();
  }

  /**
   * What waits for webhooks that are active.
   *
   * @param age of the oldest
   */
  record Backlog(long waiting, Duration age) {}
}
