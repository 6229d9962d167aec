// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.primitive.Deployment;
import io.settlement.chain.ChainLog;
import io.settlement.chain.EvmReader;
import io.settlement.chain.contract.ArtifactAbi;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Names what was minted or burned and is not booked, or the other way round, by transaction. */
@Component
class SupplyTrace {
  /** Blocks looked at, in ranges of one question. */
  private static final int RANGES = 20;

  private static final int NAMED = 10;

  private final JdbcClient jdbc;

  SupplyTrace(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Books and contract agreed at a block: nothing before it has to be looked at. */
  void agreed(Deployment at, long block) {
    jdbc.sql(
            """
            insert into agreed_supply as a (artifact, chain, block) values (?, ?, ?)
            on conflict (artifact, chain) do update set block = greatest(a.block, excluded.block)
            """)
        .params(at.artifact(), at.chain().value(), block)
        .update();
  }

  /** The transactions that differ; nothing when none does in the blocks looked at. */
  String name(Deployment at, long block, EvmReader reader) {
    long most = (long) RANGES * reader.settings().maxLogRange();
    long from = Math.max(after(at), block - most) + 1;
    Map<String, BigInteger> differing = new HashMap<>();
    for (ChainLog log :
        reader.logs(from, block, List.of(at.token()), List.of(ArtifactAbi.TRANSFER))) {
      ArtifactAbi.supplyChange(log)
          .ifPresent(
              change ->
                  differing.merge(
                      log.txHash().hex(),
                      change.minted() ? change.amount() : change.amount().negate(),
                      BigInteger::add));
    }
    booked(at, from, block)
        .forEach((tx, amount) -> differing.merge(tx, amount.negate(), BigInteger::add));
    List<String> named = new ArrayList<>();
    differing.forEach(
        (tx, amount) -> {
          if (amount.signum() != 0) {
            named.add(amount + " by " + tx);
          }
        });
    return named.isEmpty()
        ? ""
        : "; unexplained: " + String.join("; ", named.stream().sorted().limit(NAMED).toList());
  }

  private long after(Deployment at) {
    return jdbc.sql("select block from agreed_supply where artifact = ? and chain = ?")
        .params(at.artifact(), at.chain().value())
        .query(Long.class)
        .optional()
        .orElse(at.startBlock() - 1);
  }

  private Map<String, BigInteger> booked(Deployment at, long from, long to) {
    Map<String, BigInteger> booked = new HashMap<>();
    jdbc.sql(
            """
            select coalesce(b.tx_hash, b.cause) as tx, -sum(e.amount) as amount
              from booking b join entry e on e.cause = b.cause and e.movement = b.movement
             where b.artifact = ? and b.chain = ? and b.block between ? and ?
               and e.account in ('issuance', 'backed')
             group by 1
            """)
        .params(at.artifact(), at.chain().value(), from, to)
        .query(
            row -> {
              booked.put(row.getString("tx"), row.getBigDecimal("amount").toBigIntegerExact());
            });
    return booked;
  }
}
