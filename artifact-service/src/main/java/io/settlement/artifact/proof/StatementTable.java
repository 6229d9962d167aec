// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.proof;

import io.settlement.artifact.proof.Statements.Statement;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The signed statements. */
@Repository
class StatementTable {
  private final JdbcClient jdbc;

  StatementTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Holds everybody off who signs for an artifact, until the transaction ends. */
  void hold(String artifact) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext(?))::text")
        .param("statement " + artifact)
        .query(String.class)
        .optional();
  }

  Optional<Statement> newest(String artifact) {
    return jdbc.sql("select * from statement where artifact = ? order by number desc limit 1")
        .param(artifact)
        .query((row, n) -> read(row))
        .optional();
  }

  Optional<Statement> find(String artifact, long number) {
    return jdbc.sql("select * from statement where artifact = ? and number = ?")
        .params(artifact, number)
        .query((row, n) -> read(row))
        .optional();
  }

  void keep(String artifact, Statement statement) {
    jdbc.sql(
            """
            insert into statement (artifact, number, at, text, hash, signer, signature, balanced)
            values (?, ?, ?::timestamptz, ?, ?, ?, ?, ?)
            """)
        .params(
            artifact,
            statement.number(),
            statement.at().toString(),
            statement.text(),
            statement.hash().hex(),
            statement.signer().hex(),
            statement.signature(),
            statement.balanced())
        .update();
  }

  private static Statement read(ResultSet row) throws SQLException {
    return new Statement(
        row.getLong("number"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getString("text"),
        new Hash(row.getString("hash")),
        new EvmAddress(row.getString("signer")),
        row.getString("signature"),
        row.getBoolean("balanced"));
  }
}
