// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.publish;

import io.settlement.events.PriceEvent.PricesSigned;
import io.settlement.events.PriceEvent.SignedPrice;
import io.settlement.events.value.ChainName;
import io.settlement.kit.outbox.Outbox;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The last publication for each contract; its round only grows, whoever signs after a restart. */
@Repository
class Publications {
  private static final JsonMapper JSON = new JsonMapper();
  private static final TypeReference<List<SignedPrice>> PRICES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final Outbox outbox;

  Publications(JdbcClient jdbc, Outbox outbox) {
    this.jdbc = jdbc;
    this.outbox = outbox;
  }

  /** What was signed last for a chain's contract. */
  record Last(List<SignedPrice> prices, long round, Instant at) {
    /** Keeps its own copy. */
    Last {
      prices = List.copyOf(prices);
    }
  }

  Optional<Last> last(ChainName chain) {
    return jdbc.sql("select prices, round, signed_at from price_publication where chain = ?")
        .param(chain.value())
        .query(
            (row, index) ->
                new Last(
                    JSON.readValue(row.getString("prices"), PRICES),
                    row.getLong("round"),
                    row.getObject("signed_at", OffsetDateTime.class).toInstant()))
        .optional();
  }

  /** Says it, unless something newer was said meanwhile; whether it was said. */
  @Transactional
  public boolean say(PricesSigned signed) {
    int kept =
        jdbc.sql(
                """
                insert into price_publication (chain, round, prices, signed_at)
                values (?, ?, ?, ?)
                on conflict (chain) do update set
                  round = excluded.round, prices = excluded.prices, signed_at = excluded.signed_at
                 where price_publication.round < excluded.round
                """)
            .param(signed.chain().value())
            .param(signed.round())
            .param(JSON.writeValueAsString(signed.prices()))
            .param(signed.at().atOffset(ZoneOffset.UTC))
            .update();
    if (kept == 1) {
      outbox.append(signed);
    }
    return kept == 1;
  }
}
