// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.PriceEvent.PriceSampled;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.Wei;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The latest price of each chain. */
@Repository
public class Prices {
  private final JdbcClient jdbc;

  Prices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** All of them, by chain, stale ones included. */
  public Map<ChainName, Price> latest() {
    Map<ChainName, Price> prices = new LinkedHashMap<>();
    jdbc.sql("select * from price_sample order by chain")
        .query((row, index) -> price(row))
        .list()
        .forEach(price -> prices.put(price.chain(), price));
    return prices;
  }

  /** What was last published of a chain; holds the row until the transaction ends. */
  Optional<PriceSampled> lastPublished(ChainName chain) {
    return jdbc.sql(
            """
            select published_base_fee, published_priority_fee, published_gas_per_byte,
                   published_native_usd, published_at
              from price_sample where chain = ? for update
            """)
        .param(chain.value())
        .query(
            (row, index) ->
                new PriceSampled(
                    chain,
                    wei(row, "published_base_fee"),
                    wei(row, "published_priority_fee"),
                    wei(row, "published_gas_per_byte"),
                    row.getBigDecimal("published_native_usd"),
                    time(row, "published_at")))
        .optional();
  }

  void keep(Price latest, PriceSampled published) {
    jdbc.sql(
            """
            insert into price_sample
              (chain, base_fee, priority_fee, gas_per_byte, native_usd, sampled_at,
               published_base_fee, published_priority_fee, published_gas_per_byte,
               published_native_usd, published_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (chain) do update set
              base_fee = excluded.base_fee, priority_fee = excluded.priority_fee,
              gas_per_byte = excluded.gas_per_byte, native_usd = excluded.native_usd,
              sampled_at = excluded.sampled_at,
              published_base_fee = excluded.published_base_fee,
              published_priority_fee = excluded.published_priority_fee,
              published_gas_per_byte = excluded.published_gas_per_byte,
              published_native_usd = excluded.published_native_usd,
              published_at = excluded.published_at
            """)
        .param(latest.chain().value())
        .param(new BigDecimal(latest.baseFee().value()))
        .param(new BigDecimal(latest.priorityFee().value()))
        .param(new BigDecimal(latest.gasPerByte().value()))
        .param(latest.nativeUsd())
        .param(latest.sampledAt().atOffset(ZoneOffset.UTC))
        .param(new BigDecimal(published.baseFee().value()))
        .param(new BigDecimal(published.priorityFee().value()))
        .param(new BigDecimal(published.gasPerByte().value()))
        .param(published.nativeUsd())
        .param(published.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static Price price(ResultSet row) throws SQLException {
    return new Price(
        new ChainName(row.getString("chain")),
        wei(row, "base_fee"),
        wei(row, "priority_fee"),
        wei(row, "gas_per_byte"),
        row.getBigDecimal("native_usd").stripTrailingZeros(),
        time(row, "sampled_at"));
  }

  private static Wei wei(ResultSet row, String column) throws SQLException {
    return new Wei(row.getBigDecimal(column).toBigIntegerExact());
  }

  private static Instant time(ResultSet row, String column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
