// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares the ledger of messages with the books of a vault: what payers put in and got back by the
 * one must be that by the other, message by message. Each posting of the ledger sums to zero on its
 * chain, so what payers have in it is what was spent, kept and is open. Both are written from the
 * same facts at different times, so only messages count that neither has touched lately.
 */
@Component
class LedgerProof {
  private static final int NAMED = 10;

  /** Rows are dated by the start of their transaction; none takes as long as this. */
  private static final Duration LATEST_COMMIT = Duration.ofMinutes(10);

  private final JdbcClient jdbc;
  private final ProofSettings settings;
  private final Clock clock;
  private final Map<ChainName, Instant> looked = new ConcurrentHashMap<>();
  private final Map<ChainName, Instant> agreed = new ConcurrentHashMap<>();

  LedgerProof(JdbcClient jdbc, ProofSettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.clock = clock;
  }

  /** A message of which the two say different things, wei. */
  private record Odd(String txid, BigInteger vault, BigInteger ledger) {
    String words() {
      return "message %s: %s wei in the vault, %s in the ledger".formatted(txid, vault, ledger);
    }
  }

  /** Whether it is time to look. */
  boolean isDue(ChainName chain) {
    Instant now = clock.instant();
    Instant last = looked.getOrDefault(chain, Instant.EPOCH);
    if (last.plus(settings.ledgerInterval()).isAfter(now)) {
      return false;
    }
    looked.put(chain, now);
    return true;
  }

  /** One statement. */
  void prove(Account vault, BlockRef at, Verdicts verdicts) {
    Instant begin = clock.instant();
    List<Odd> odd = odd(vault, agreed.get(vault.chain()));
    Proved proved =
        new Proved(
            vault,
            Proved.Subject.LEDGER,
            at,
            odd.stream().map(Odd::ledger).reduce(BigInteger.ZERO, BigInteger::add),
            odd.stream().map(Odd::vault).reduce(BigInteger.ZERO, BigInteger::add));
    if (odd.isEmpty()) {
      // What was too fresh to count is looked at again.
      agreed.put(vault.chain(), begin.minus(settings.patience()).minus(LATEST_COMMIT));
      verdicts.noteNoTrouble(proved);
    } else {
      agreed.remove(vault.chain());
      verdicts.noteTrouble(
          proved, odd.stream().limit(NAMED).map(Odd::words).collect(Collectors.joining("; ")));
    }
  }

  /**
   * What either has touched since the last look, or everything while they differ or after a start.
   */
  private List<Odd> odd(Account vault, @Nullable Instant since) {
    String touched = since == null ? "" : " and txid in (select txid from touched)";
    JdbcClient.StatementSpec statement =
        jdbc.sql(
            """
            with touched as materialized (
              select txid from proof_entry
               where chain = :chain and booked_at >= :since and txid is not null
              union
              select e.txid from proof_withdrawal w
                join proof_entry e using (chain, tx_hash, log_index, block_hash)
               where w.chain = :chain and w.withdrawn_at >= :since and e.txid is not null
              union
              select txid from gas_entry where posted_at >= :since),
            vault as (
              select txid, max(booked_at) as newest,
                     sum(case cause when 'PREPAID' then told else -told end) as amount
                from proof_entry_standing
               where chain = :chain and account = :account and cause in ('PREPAID', 'REFUND')%1$s
               group by txid),
            ledger as (
              select txid, max(posted_at) as newest, -sum(amount) as amount
                from gas_entry where chain = :chain and account = 'PAYER'%1$s group by txid)
            select txid, coalesce(vault.amount, 0) as vault, coalesce(ledger.amount, 0) as ledger
              from vault full join ledger using (txid)
             where coalesce(vault.amount, 0) <> coalesce(ledger.amount, 0)
               and greatest(vault.newest, ledger.newest) < :before
             order by txid
            """
                .formatted(touched));
    return statement
        .param("chain", vault.chain().value())
        .param("account", vault.address().hex())
        .param("since", Timestamp.from(since == null ? clock.instant() : since))
        .param("before", Timestamp.from(clock.instant().minus(settings.patience())))
        .query(
            (row, n) ->
                new Odd(
                    row.getString("txid"),
                    row.getBigDecimal("vault").toBigIntegerExact(),
                    row.getBigDecimal("ledger").toBigIntegerExact()))
        .list();
  }
}
