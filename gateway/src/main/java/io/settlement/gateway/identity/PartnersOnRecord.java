// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import io.settlement.events.value.EvmAddress;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts down in the database which partners there are and what they pay from, so that it can be
 * asked there whose a message is. Whose keys open no more is told nothing more.
 */
@Component
class PartnersOnRecord {
  /** Says "who the partners are" among the advisory locks of the database. */
  private static final int LOCK = 0x5E77A7;

  private final DeclaredKeys declared;
  private final JdbcTemplate jdbc;
  private final TransactionOperations transactions;
  private final JsonMapper json;
  private final Clock clock;

  PartnersOnRecord(
      DeclaredKeys declared,
      JdbcTemplate jdbc,
      TransactionOperations transactions,
      JsonMapper json,
      Clock clock) {
    this.declared = declared;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.json = json;
    this.clock = clock;
  }

  private record Partner(String name, List<String> payers) {}

  /** At the start, and again because keys end by themselves. */
  @Scheduled(fixedDelayString = "${settlement.gateway.keys.look:1m}")
  void round() {
    transactions.executeWithoutResult(status -> put());
  }

  /** Within the transaction that changes keys. Two keys of one name are one partner's. */
  void put() {
    jdbc.query("select pg_advisory_xact_lock(?, 0)", row -> {}, LOCK);
    jdbc.update(
        """
        with payer as (
          select r.name, p.payer
          from jsonb_to_recordset(?::jsonb) as r(name text, payers text[])
          left join lateral unnest(r.payers) as p(payer) on true
          union
          select k.name, p.payer
          from api_key k left join lateral unnest(k.payers) as p(payer) on true
          where k.revoked_at is null and k.expires_at > ? and 'partner' = any(k.scopes)),
        given as (
          select name, coalesce(array_agg(payer order by payer) filter (where payer is not null),
            '{}') as payers
          from payer group by name),
        gone as (delete from partner where name not in (select name from given))
        insert into partner (name, payers) select name, payers from given
        on conflict (name) do update set payers = excluded.payers
        where partner.payers <> excluded.payers
        """,
        json.writeValueAsString(partners()),
        Timestamp.from(clock.instant()));
  }

  private List<Partner> partners() {
    return declared.all().stream()
        .filter(caller -> caller.scopes().contains("partner"))
        .map(
            caller ->
                new Partner(caller.name(), caller.payers().stream().map(EvmAddress::hex).toList()))
        .toList();
  }
}
