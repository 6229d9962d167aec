// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.observe;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The checkpoint of each chain. */
final class Checkpoints {
  private final JdbcClient jdbc;

  Checkpoints(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The checkpoint of a chain.
   *
   * @param firstBlock where reading begins when nothing was read yet
   */
  Checkpoint load(ChainName chain, long firstBlock) {
    jdbc.sql(
            """
            INSERT INTO observer_checkpoint (chain, final_number, head_number, from_first_block)
            VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING\
            """)
        .params(chain.value(), firstBlock - 1, firstBlock - 1, firstBlock == 0)
        .update();
    return jdbc.sql("SELECT * FROM observer_checkpoint WHERE chain = ?")
        .param(chain.value())
        .query((row, at) -> checkpoint(chain, row))
        .single();
  }

  /** False when somebody else moved it since it was loaded. */
  boolean move(Checkpoint to) {
    return jdbc.sql(
                """
                UPDATE observer_checkpoint
                   SET final_number = ?, final_hash = ?, head_number = ?, head_hash = ?,
                       version = ?, moved_at = now()
                 WHERE chain = ? AND version = ?\
                """)
            .param(to.last().number())
            .param(text(to.last().hash()))
            .param(to.head().number())
            .param(text(to.head().hash()))
            .params(to.version(), to.chain().value(), to.version() - 1)
            .update()
        == 1;
  }

  private static Checkpoint checkpoint(ChainName chain, ResultSet row) throws SQLException {
    return new Checkpoint(
        chain,
        new Point(row.getLong("final_number"), hash(row.getString("final_hash"))),
        new Point(row.getLong("head_number"), hash(row.getString("head_hash"))),
        row.getLong("version"));
  }

  private static @Nullable String text(@Nullable Hash hash) {
    return hash == null ? null : hash.hex();
  }

  private static @Nullable Hash hash(@Nullable String hex) {
    return hex == null ? null : new Hash(hex);
  }
}
