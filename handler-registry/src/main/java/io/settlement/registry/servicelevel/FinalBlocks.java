// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.conformance.Observations.Violation;
import io.settlement.conformance.watch.Probe.Block;
import java.net.URI;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Blocks that providers called final: the first hash of a height is the measure of the others. */
@Component
class FinalBlocks {
  private static final Pattern HASH = Pattern.compile("0x[0-9a-f]{64}");
  private static final int MOST_VIOLATIONS = 100;

  private final JdbcClient jdbc;

  FinalBlocks(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  static boolean isHash(Block block) {
    return HASH.matcher(block.hash()).matches();
  }

  /** Whether this is the hash that was named first for its height; it may be the first itself. */
  boolean agrees(long chainId, Block block, String provider, Instant at) {
    jdbc.sql(
            """
            insert into finalized_block (chain_id, height, hash, provider, at)
            values (:chain, :height, decode(:hash, 'hex'), :provider, :at)
            on conflict do nothing
            """)
        .param("chain", chainId)
        .param("height", block.number())
        .param("hash", block.hash().substring(2))
        .param("provider", provider)
        .param("at", Rows.time(at))
        .update();
    return jdbc.sql(
            """
            select hash = decode(:hash, 'hex') from finalized_block
             where chain_id = :chain and height = :height order by number limit 1
            """)
        .param("chain", chainId)
        .param("height", block.number())
        .param("hash", block.hash().substring(2))
        .query(Boolean.class)
        .single();
  }

  /** Of each chain a height to be asked for again: any that is kept. */
  Map<Long, Long> again() {
    Map<Long, Long> heights = new HashMap<>();
    jdbc.sql(
            """
            select ends.chain_id,
                   (select f.height from finalized_block f
                     where f.chain_id = ends.chain_id and f.height <= ends.any_height
                     order by f.height desc limit 1) as height
              from (select chain_id,
                           min(height) + floor(random() * (max(height) - min(height) + 1))::bigint
                             as any_height
                      from finalized_block group by chain_id) ends
            """)
        .query(
            row -> {
              heights.put(row.getLong("chain_id"), row.getLong("height"));
            });
    return heights;
  }

  long heights(long chainId, Instant since) {
    return jdbc.sql(
            "select count(distinct height) from finalized_block where chain_id = ? and at >= ?")
        .params(chainId, Rows.time(since))
        .query(Long.class)
        .single();
  }

  /**
   * Heights with two hashes whose second was named since then, oldest first.
   *
   * @param address of a provider by its id
   */
  List<Violation> violations(long chainId, Instant since, Function<String, URI> address) {
    return jdbc.sql(
            """
            select later.height, later.provider, later.at, encode(later.hash, 'hex') as hash,
                   encode(first.hash, 'hex') as first_hash, first.provider as first_provider
              from finalized_block later
              join lateral (
                select * from finalized_block f
                 where f.chain_id = later.chain_id and f.height = later.height
                 order by f.number limit 1) first on first.number <> later.number
             where later.chain_id = :chain and later.at >= :since
             order by later.number limit :most
            """)
        .param("chain", chainId)
        .param("since", Rows.time(since))
        .param("most", MOST_VIOLATIONS)
        .query(
            (row, number) ->
                new Violation(
                    row.getLong("height"),
                    "0x" + row.getString("first_hash"),
                    address.apply(row.getString("first_provider")),
                    "0x" + row.getString("hash"),
                    address.apply(row.getString("provider")),
                    row.getTimestamp("at").toInstant()))
        .list();
  }

  void forgetBefore(Instant time) {
    jdbc.sql("delete from finalized_block where at < ?").param(Rows.time(time)).update();
  }
}
