// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.primitive;

import io.settlement.chain.contract.Signable;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Specifications by the keccak256 of their exact bytes. */
@Repository
class Specifications {
  /** Longest specification, bytes. */
  private static final int LONGEST = 256 * 1024;

  private final JdbcClient jdbc;
  private final SpecificationSchema schema;
  private final Clock clock;

  Specifications(JdbcClient jdbc, SpecificationSchema schema, Clock clock) {
    this.jdbc = jdbc;
    this.schema = schema;
    this.clock = clock;
  }

  /**
   * Keeps it; the same bytes again change nothing.
   *
   * @throws Problem when it is not as the schema says
   */
  Hash keep(byte[] body) {
    String primitive = checked(body);
    Hash hash = new Signable(body).digest();
    jdbc.sql(
            """
            insert into specification (hash, body, primitive, stored_at)
            values (?, ?, ?, ?::timestamptz) on conflict do nothing
            """)
        .params(hash.hex(), body, primitive, clock.instant().toString())
        .update();
    return hash;
  }

  /**
   * Whose it is.
   *
   * @throws Problem when it is not as the schema says
   */
  String checked(byte[] body) {
    if (body.length > LONGEST) {
      throw Problem.badRequest("specification-too-long", "at most " + LONGEST + " bytes");
    }
    List<String> faults = schema.faults(body);
    if (!faults.isEmpty()) {
      throw Problem.unprocessable("invalid-specification", String.join("; ", faults));
    }
    return schema.primitiveOf(body);
  }

  Optional<byte[]> find(Hash hash) {
    return jdbc.sql("select body from specification where hash = ?")
        .param(hash.hex())
        .query((row, n) -> row.getBytes("body"))
        .optional();
  }

  /** Blocks that a stored one says withdrawals are bound; empty when it names none. */
  OptionalInt unbondingBlocks(Hash hash) {
    return find(hash).map(schema::unbondingBlocksOf).orElseGet(OptionalInt::empty);
  }

  Optional<String> primitiveOf(Hash hash) {
    return jdbc.sql("select primitive from specification where hash = ?")
        .param(hash.hex())
        .query(String.class)
        .optional();
  }
}
