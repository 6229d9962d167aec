// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.proof;

import io.settlement.chain.BlockRef;
import io.settlement.events.value.ChainName;
import java.math.BigInteger;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
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

  private final JdbcClient jdbc;
  private final ProofSettings settings;
  private final Clock clock;
  private final Map<ChainName, Instant> looked = new ConcurrentHashMap<>();

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

  /** Whether it is time to look; that reads all of both. */
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
    List<Odd> odd = odd(vault);
    Proved proved =
        new Proved(
            vault,
            Proved.Subject.LEDGER,
            at,
            odd.stream().map(Odd::ledger).reduce(BigInteger.ZERO, BigInteger::add),
            odd.stream().map(Odd::vault).reduce(BigInteger.ZERO, BigInteger::add));
    if (odd.isEmpty()) {
      verdicts.noteNoTrouble(proved);
    } else {
      verdicts.noteTrouble(
          proved, odd.stream().limit(NAMED).map(Odd::words).collect(Collectors.joining("; ")));
    }
  }

  private List<Odd> odd(Account vault) {
    return jdbc.sql(
            """
            with vault as (
              select txid, max(booked_at) as newest,
                     sum(case cause when 'PREPAID' then told else -told end) as amount
                from proof_entry_standing
               where chain = :chain and account = :account and cause in ('PREPAID', 'REFUND')
               group by txid),
            ledger as (
              select txid, max(posted_at) as newest, -sum(amount) as amount
                from gas_entry where chain = :chain and account = 'PAYER' group by txid)
            select txid, coalesce(vault.amount, 0) as vault, coalesce(ledger.amount, 0) as ledger
              from vault full join ledger using (txid)
             where coalesce(vault.amount, 0) <> coalesce(ledger.amount, 0)
               and greatest(vault.newest, ledger.newest) < :before
             order by txid
            """)
        .param("chain", vault.chain().value())
        .param("account", vault.address().hex())
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
