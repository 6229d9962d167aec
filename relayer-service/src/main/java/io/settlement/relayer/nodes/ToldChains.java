// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.nodes;

import io.settlement.events.value.ChainName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Chains that were told while processes of this database ran, so that each next start has them. */
public final class ToldChains {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  ToldChains(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Whose word it is. */
  public enum Word {
    /** The book's, for whoever signs nothing that moves money. */
    REGISTRY,
    /** The operator's of this very process; the only one that a validator goes by. */
    OPERATOR
  }

  /**
   * A chain that was told.
   *
   * @param by who told it
   */
  public record Told(ChainName chain, StatedChain stated, String by, Instant at) {}

  /** All by one's word, by name. */
  public List<Told> all(Word word) {
    return jdbc.sql("SELECT * FROM told_chain WHERE word = ? ORDER BY chain")
        .param(word.name())
        .query((row, n) -> told(row))
        .list();
  }

  /** One chain by one's word. */
  public Optional<Told> find(Word word, ChainName chain) {
    return jdbc.sql("SELECT * FROM told_chain WHERE word = ? AND chain = ?")
        .params(word.name(), chain.value())
        .query((row, n) -> told(row))
        .optional();
  }

  /** Keeps what is told first; false when the chain was told before. */
  public boolean add(Word word, Told told) {
    return jdbc.sql(
                """
                INSERT INTO told_chain (word, chain, stated, told_by, told_at)
                VALUES (?, ?, ?::jsonb, ?, ?) ON CONFLICT DO NOTHING
                """)
            .params(
                word.name(),
                told.chain().value(),
                json.writeValueAsString(told.stated()),
                told.by(),
                Timestamp.from(told.at()))
            .update()
        == 1;
  }

  /** The next start has it like this. */
  void change(Word word, Told told) {
    jdbc.sql(
            """
            UPDATE told_chain SET stated = ?::jsonb, told_by = ?, told_at = ?
             WHERE word = ? AND chain = ?
            """)
        .params(
            json.writeValueAsString(told.stated()),
            told.by(),
            Timestamp.from(told.at()),
            word.name(),
            told.chain().value())
        .update();
  }

  /** The next start does not have it; says whether it was there. */
  boolean forget(Word word, ChainName chain) {
    return jdbc.sql("DELETE FROM told_chain WHERE word = ? AND chain = ?")
            .params(word.name(), chain.value())
            .update()
        == 1;
  }

  private Told told(ResultSet row) throws SQLException {
    return new Told(
        new ChainName(row.getString("chain")),
        json.readValue(row.getString("stated"), StatedChain.class),
        row.getString("told_by"),
        row.getTimestamp("told_at").toInstant());
  }
}
