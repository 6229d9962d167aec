// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas.price;

import io.settlement.events.value.ChainName;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What operators said native tokens are worth: nothing is changed, the newest word counts. */
@Repository
class RateBook implements ToldRates {
  private final JdbcClient jdbc;

  RateBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Optional<ToldRate> of(ChainName chain) {
    return last(chain).filter(one -> !one.isWithdrawn());
  }

  /** The newest word of a chain, a withdrawal too. */
  Optional<ToldRate> last(ChainName chain) {
    return jdbc.sql("select * from told_rate where chain = ? order by id desc limit 1")
        .param(chain.value())
        .query((row, index) -> rate(row))
        .optional();
  }

  /** Everything that was ever said of a chain, the newest first. */
  List<ToldRate> all(ChainName chain) {
    return jdbc.sql("select * from told_rate where chain = ? order by id desc")
        .param(chain.value())
        .query((row, index) -> rate(row))
        .list();
  }

  void add(ToldRate one) {
    ChainName sameAs = one.sameAs();
    jdbc.sql(
            """
            insert into told_rate (chain, usd, same_as, told_by, because, told_at)
            values (?, ?, ?, ?, ?, ?)
            """)
        .param(one.chain().value())
        .param(one.usd())
        .param(sameAs == null ? null : sameAs.value())
        .param(one.by())
        .param(one.because())
        .param(one.at().atOffset(ZoneOffset.UTC))
        .update();
  }

  private static ToldRate rate(ResultSet row) throws SQLException {
    @Nullable BigDecimal usd = row.getBigDecimal("usd");
    @Nullable String sameAs = row.getString("same_as");
    return new ToldRate(
        new ChainName(row.getString("chain")),
        usd == null ? null : usd.stripTrailingZeros(),
        sameAs == null ? null : new ChainName(sameAs),
        row.getString("told_by"),
        row.getString("because"),
        row.getObject("told_at", OffsetDateTime.class).toInstant());
  }
}
