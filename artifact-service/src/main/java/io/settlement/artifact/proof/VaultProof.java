// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Primitive;
import io.settlement.artifact.proof.VaultOutputs.Held;
import io.settlement.artifact.proof.VaultOutputs.Holding;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.sql.Columns;
import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Compares what the books say is in custody with what the vault holds. What was paid in and is not
 * booked is on its way to be final and does not count; what a payout spent may be gone up to what
 * awaits payout, and what the vault pays of its own for it. What is there beyond the books was paid
 * to the vault's change by somebody who gets nothing for it.
 */
@Component
class VaultProof {
  private static final int NAMED = 10;

  private final JdbcClient jdbc;
  private final VaultBooks books;

  VaultProof(JdbcClient jdbc, VaultBooks books) {
    this.jdbc = jdbc;
    this.books = books;
  }

  /**
   * What the vault holds for the books.
   *
   * @param counted of the outputs that are booked or the vault's own change
   * @param uncounted paid in and not booked
   */
  record Custody(Holding holding, BigInteger counted, BigInteger uncounted) {}

  Custody prove(
      Primitive primitive, HandlerId vault, Holding holding, Sums sums, List<Finding> findings) {
    String artifact = primitive.artifact();
    Set<String> booked = booked(artifact, holding.outputs());
    BigInteger counted = BigInteger.ZERO;
    BigInteger uncounted = BigInteger.ZERO;
    for (Held held : holding.outputs()) {
      if (held.change() || booked.contains(held.name())) {
        counted = counted.add(held.amount());
      } else {
        uncounted = uncounted.add(held.amount());
      }
    }
    // Asked after the outputs were: what is booked meanwhile can only be missing, never be too
    // much.
    BigInteger custody = books.custody(artifact, vault, holding.height());
    BigInteger missing = custody.subtract(counted);
    BigInteger spent = sums.awaitingPayout().add(books.expenses(vault));
    books.surplus(artifact, vault, holding, missing.negate());
    if (missing.compareTo(spent) > 0) {
      findings.add(
          new Finding(
              "outputs of the vault",
              "the vault holds %s in %s, booked %s, of which at most %s is being paid; booked outputs that are gone: %s"
                  .formatted(
                      counted,
                      holding.outputs().size() + " outputs at height " + holding.height(),
                      custody,
                      spent,
                      gone(artifact, holding.outputs()))));
    }
    return new Custody(holding, counted, uncounted);
  }

  private Set<String> booked(String artifact, List<Held> outputs) {
    return new HashSet<>(
        jdbc.sql(
                """
                select substr(m.btc_txid, 3) || ':' || m.vout as name
                  from btc_message m
                  join unnest(:txids::text[], :vouts::bigint[]) as o (txid, vout)
                    on o.txid = m.btc_txid and o.vout = m.vout
                  join btc_deposit d
                    on d.outpoint = m.outpoint and d.artifact = m.artifact and d.bookings % 2 = 1
                 where m.artifact = :artifact and m.kind = 'DEPOSIT'
                """)
            .param("artifact", artifact)
            .param("txids", Columns.of(outputs, Held::txid))
            .param("vouts", Columns.of(outputs, Held::vout))
            .query((row, n) -> row.getString("name"))
            .list());
  }

  /** The newest ones: those are what is most likely looked for. */
  private List<String> gone(String artifact, List<Held> outputs) {
    return jdbc.sql(
            """
            select substr(m.btc_txid, 3) || ':' || m.vout || ' ' || m.amount as name
              from btc_message m join transfer t on t.txid = m.txid
              join btc_deposit d
                on d.outpoint = m.outpoint and d.artifact = m.artifact and d.bookings % 2 = 1
             where m.artifact = :artifact and m.kind = 'DEPOSIT'
               and not exists (
                 select 1 from unnest(:txids::text[], :vouts::bigint[]) as o (txid, vout)
                  where o.txid = m.btc_txid and o.vout = m.vout)
             order by t.sent_block desc limit :limit
            """)
        .param("artifact", artifact)
        .param("txids", Columns.of(outputs, Held::txid))
        .param("vouts", Columns.of(outputs, Held::vout))
        .param("limit", NAMED)
        .query((row, n) -> row.getString("name"))
        .list();
  }
}
