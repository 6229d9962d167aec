// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.webhook;

import io.settlement.kit.problem.Problem;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** The webhooks; each is its owner's alone. */
@Repository
class Webhooks {
  private static final String COLUMNS =
      """
      id, url, types, handler, from_handler, to_handler, artifact, stages, description, state,
      reason, failing_since, former_until, created_at
      """;

  private static final Pattern ID = Pattern.compile("wh_[0-9a-f]{32}");

  /** Says "how many webhooks this owner has" among the advisory locks of the database. */
  private static final int COUNT_LOCKS = 0x5E77E8;

  private final JdbcTemplate jdbc;

  Webhooks(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Adds one, unless the owner has {@code most}. */
  @Transactional
  public void add(
      String id, String owner, Subscription what, byte[] secret, int most, Instant now) {
    jdbc.query("select pg_advisory_xact_lock(?, hashtext(?))", row -> {}, COUNT_LOCKS, owner);
    int added =
        jdbc.update(
            """
            insert into webhook (id, owner, url, description, types, handler, from_handler,
              to_handler, artifact, stages, state, secret, created_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'ACTIVE', ?, ?
            where (select count(*) from webhook where owner = ? and state <> 'DELETED') < ?
            """,
            id,
            owner,
            what.url(),
            what.description(),
            what.types().toArray(String[]::new),
            what.of().handler(),
            what.of().from(),
            what.of().to(),
            what.of().artifact(),
            what.of().stages().toArray(String[]::new),
            secret,
            Timestamp.from(now),
            owner,
            most);
    if (added == 0) {
      throw Problem.conflict(
          "too-many-webhooks", "a partner has no more than %d webhooks".formatted(most));
    }
  }

  List<Webhook> of(String owner) {
    return jdbc.query(
        "select "
            + COLUMNS
            + " from webhook where owner = ? and state <> 'DELETED' order by created_at, id",
        Webhook::of,
        owner);
  }

  /** One of the owner's; a problem when it is not there, or another's. */
  Webhook known(String owner, String id) {
    return find(owner, id)
        .orElseThrow(
            () -> Problem.notFound("unknown-webhook", "there is no such webhook of yours"));
  }

  private Optional<Webhook> find(String owner, String id) {
    if (!ID.matcher(id).matches()) {
      return Optional.empty();
    }
    return jdbc
        .query(
            "select " + COLUMNS + " from webhook where id = ? and owner = ? and state <> 'DELETED'",
            Webhook::of,
            id,
            owner)
        .stream()
        .findFirst();
  }

  /** An active one starts anew: what failed before counts no more. */
  void change(String id, Subscription what, Webhook.State state) {
    jdbc.update(
        """
        update webhook set
          url = ?, description = ?, types = ?, handler = ?, from_handler = ?, to_handler = ?,
          artifact = ?, stages = ?,
          reason = case when ? = 'ACTIVE' then null
                        when state = 'DISABLED' then reason else 'by its owner' end,
          failing_since = case when ? = state then failing_since end,
          state = ?
        where id = ? and state <> 'DELETED'
        """,
        what.url(),
        what.description(),
        what.types().toArray(String[]::new),
        what.of().handler(),
        what.of().from(),
        what.of().to(),
        what.of().artifact(),
        what.of().stages().toArray(String[]::new),
        state.name(),
        state.name(),
        state.name(),
        id);
  }

  /** Nobody sees it any more; its deliveries go bit by bit. */
  void delete(String id) {
    jdbc.update("update webhook set state = 'DELETED' where id = ?", id);
  }

  /** The secret until now goes on signing until then. */
  void rotate(String id, byte[] secret, Instant until) {
    jdbc.update(
        """
        update webhook set former_secret = secret, former_until = ?, secret = ? where id = ?
        """,
        Timestamp.from(until),
        secret,
        id);
  }

  /** Disables those for which too much waits; how many. */
  int disableHopeless(int mostWaiting) {
    return jdbc.update(
        """
        update webhook w set state = 'DISABLED', reason = 'more than ' || ? || ' deliveries wait'
        where state = 'ACTIVE'
          and (select count(*) from (select from webhook_delivery d
                 where d.webhook = w.id and d.state = 'WAITING' limit ? + 1) as waiting) > ?
        """,
        mostWaiting,
        mostWaiting,
        mostWaiting);
  }
}
