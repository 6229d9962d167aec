// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Hash;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** What partners handed in. */
@Repository
class PrimitiveClaimTable {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  PrimitiveClaimTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void add(PrimitiveClaim claim) {
    jdbc.sql(
            """
            insert into primitive_claim (id, primitive, partner, said, document, nonce, asked_at, expires_at)
            values (:id, :primitive, :partner, :said::jsonb, :document, :nonce, :now, :expires)
            """)
        .param("id", claim.id())
        .param("primitive", claim.said().id())
        .param("partner", claim.partner())
        .param("said", json.writeValueAsString(claim.said()))
        .param("document", claim.document())
        .param("nonce", claim.nonce().hex())
        .param("now", Timestamp.from(claim.askedAt()))
        .param("expires", Timestamp.from(claim.expiresAt()))
        .update();
  }

  /** How many a partner has that may still be signed. */
  int open(String partner, Instant now) {
    return jdbc.sql(
            """
            select count(*) from primitive_claim
             where partner = ? and registered_at is null and expires_at > ?
            """)
        .params(partner, Timestamp.from(now))
        .query(Integer.class)
        .single();
  }

  /** Drops what nobody signed in time. */
  void forget(Instant before) {
    jdbc.sql("delete from primitive_claim where registered_at is null and expires_at < ?")
        .param(Timestamp.from(before))
        .update();
  }

  Optional<PrimitiveClaim> find(UUID id) {
    return jdbc.sql(
            """
            select id, partner, said, document, nonce, asked_at, expires_at, registered_at
              from primitive_claim where id = ?
            """)
        .param(id)
        .query((row, number) -> read(row))
        .optional();
  }

  /** Whether it was not registered before. */
  boolean register(UUID id, Collection<EvmAddress> signers, Instant now) {
    return jdbc.sql(
                """
                update primitive_claim set signers = ?, registered_at = ?
                 where id = ? and registered_at is null
                """)
            .params(
                signers.stream().map(EvmAddress::hex).toArray(String[]::new),
                Timestamp.from(now),
                id)
            .update()
        == 1;
  }

  private PrimitiveClaim read(ResultSet row) throws SQLException {
    Timestamp registered = row.getTimestamp("registered_at");
    return new PrimitiveClaim(
        row.getObject("id", UUID.class),
        row.getString("partner"),
        json.readValue(row.getString("said"), Primitive.class),
        row.getBytes("document"),
        new Hash(row.getString("nonce")),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        registered == null ? null : registered.toInstant());
  }
}
