// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.TokenState;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.MoreFacts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Tokens by what their own contracts call them. */
@Service
@Transactional
class TokenBook implements MoreFacts {
  private static final String ALL =
      "select chain, address, symbol, decimals, handler, at from token ";

  private final JdbcClient jdbc;

  /** Asked for late: the book itself asks for these facts. */
  private final ObjectProvider<ChangeLog> changes;

  TokenBook(JdbcClient jdbc, ObjectProvider<ChangeLog> changes) {
    this.jdbc = jdbc;
    this.changes = changes;
  }

  /** Puts a token into the book; saying again what it says changes nothing. */
  void put(TokenState wanted) {
    if (find(wanted.chain(), wanted.token()).filter(known -> says(known, wanted)).isPresent()) {
      return;
    }
    jdbc.sql(
            """
            insert into token (chain, address, symbol, decimals, handler, at)
            values (:chain, :address, :symbol, :decimals, :handler, :at)
            on conflict (chain, address) do update
              set symbol = excluded.symbol, decimals = excluded.decimals, handler = excluded.handler, at = excluded.at
            """)
        .param("chain", wanted.chain().value())
        .param("address", wanted.token().hex())
        .param("symbol", wanted.symbol())
        .param("decimals", wanted.decimals())
        .param("handler", wanted.handler().toString())
        .param("at", RegistrationBook.time(wanted.at()))
        .update();
    changes.getObject().record(wanted);
  }

  private static boolean says(TokenState known, TokenState wanted) {
    return new TokenState(
            known.chain(),
            known.token(),
            known.symbol(),
            known.decimals(),
            known.handler(),
            wanted.at())
        .equals(wanted);
  }

  /** A token; empty when nobody registered it. */
  @Transactional(readOnly = true)
  public Optional<TokenState> find(ChainName chain, EvmAddress token) {
    return jdbc.sql(ALL + "where chain = ? and address = ?")
        .params(chain.value(), token.hex())
        .query((row, number) -> state(row))
        .optional();
  }

  /** Every token, by chain and address. */
  @Transactional(readOnly = true)
  public List<TokenState> all() {
    return jdbc.sql(ALL + "order by chain, address").query((row, number) -> state(row)).list();
  }

  private static TokenState state(ResultSet row) throws SQLException {
    return new TokenState(
        new ChainName(row.getString("chain")),
        new EvmAddress(row.getString("address")),
        row.getString("symbol"),
        row.getInt("decimals"),
        HandlerId.parse(row.getString("handler")),
        row.getTimestamp("at").toInstant());
  }

  @Override
  @Transactional(readOnly = true)
  public List<RegistryEvent> everything() {
    return List.copyOf(all());
  }
}
