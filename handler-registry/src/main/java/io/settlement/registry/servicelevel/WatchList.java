// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.servicelevel;

import io.settlement.events.ServiceLevelEvent.Breach;
import io.settlement.events.ServiceLevelEvent.Level;
import io.settlement.events.ServiceLevelEvent.ProviderStanding;
import io.settlement.events.value.ChainName;
import io.settlement.events.value.ProviderId;
import io.settlement.registry.onboarding.NamedProviders.NamedProvider;
import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Who is watched, since when, and how it stands. */
@Component
class WatchList {
  /** Replicas that are configured otherwise for a moment let nobody go. */
  private static final Duration GRACE = Duration.ofMinutes(10);

  private static final TypeReference<Map<Level, Integer>> STREAKS = new TypeReference<>() {};
  private static final TypeReference<List<Breach>> BREACHES = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;

  WatchList(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Somebody who is or was watched.
   *
   * @param name host and port
   * @param since the first round that knew it
   * @param watched whether somebody still names it
   */
  record Watched(
      ProviderId provider,
      ChainName chain,
      long chainId,
      String name,
      String operator,
      Instant since,
      boolean watched,
      Standing standing) {

    Watched standing(Standing other) {
      return new Watched(provider, chain, chainId, name, operator, since, watched, other);
    }

    ProviderStanding fact(Instant at) {
      return new ProviderStanding(provider, chain, chainId, name, watched, standing.breached(), at);
    }
  }

  /** They are to be watched now. */
  void name(Collection<NamedProvider> named, Instant at) {
    for (NamedProvider one : named) {
      jdbc.sql(
              """
              insert into provider_watch as known (
                provider, chain, chain_id, name, operator, since, named_at)
              values (:provider, :chain, :chainId, :name, :operator, :at, :at)
              on conflict (provider) do update set
                chain = excluded.chain, operator = excluded.operator, watched = true,
                named_at = greatest(known.named_at, excluded.named_at)
              """)
          .param("provider", one.id().value())
          .param("chain", one.chain().value())
          .param("chainId", one.chainId())
          .param("name", shown(one.url()))
          .param("operator", one.operator())
          .param("at", Rows.time(at))
          .update();
    }
  }

  /** What may be shown: the rest may hold an access token. */
  private static String shown(URI address) {
    return address.getPort() < 0
        ? String.valueOf(address.getHost())
        : address.getHost() + ":" + address.getPort();
  }

  /** Lets those go that nobody names any more: nothing of them counts from now on. */
  List<Watched> letGo(Instant now) {
    return jdbc.sql(
            """
            update provider_watch set watched = false, streaks = '{}', breached = '[]'
             where watched and named_at < ? returning *
            """)
        .param(Rows.time(now.minus(GRACE)))
        .query((row, number) -> watched(row))
        .list();
  }

  void stands(ProviderId provider, Standing standing) {
    jdbc.sql(
            """
            update provider_watch set streaks = :streaks::jsonb, breached = :breached::jsonb
             where provider = :provider
            """)
        .param("provider", provider.value())
        .param("streaks", json.writeValueAsString(standing.streaks()))
        .param("breached", json.writeValueAsString(standing.breached()))
        .update();
  }

  List<Watched> of(Collection<String> providers) {
    return jdbc.sql("select * from provider_watch where provider = any (?) order by name, provider")
        .param(providers.toArray(String[]::new))
        .query((row, number) -> watched(row))
        .list();
  }

  List<Watched> of(ChainName chain) {
    return jdbc.sql("select * from provider_watch where chain = ? order by name, provider")
        .param(chain.value())
        .query((row, number) -> watched(row))
        .list();
  }

  /** How many do not keep each level; a level that all keep is missing. */
  Map<Level, Long> breaches() {
    Map<Level, Long> counts = new EnumMap<>(Level.class);
    jdbc.sql(
            """
            select breach ->> 'level' as level, count(*) as providers
              from provider_watch cross join jsonb_array_elements(breached) breach group by 1
            """)
        .query(
            row -> {
              counts.put(Level.valueOf(row.getString("level")), row.getLong("providers"));
            });
    return counts;
  }

  void forgetBefore(Instant time) {
    jdbc.sql("delete from provider_watch where named_at < ?").param(Rows.time(time)).update();
  }

  private Watched watched(ResultSet row) throws SQLException {
    return new Watched(
        new ProviderId(row.getString("provider")),
        new ChainName(row.getString("chain")),
        row.getLong("chain_id"),
        row.getString("name"),
        row.getString("operator"),
        row.getTimestamp("since").toInstant(),
        row.getBoolean("watched"),
        new Standing(
            json.readValue(row.getString("streaks"), STREAKS),
            json.readValue(row.getString("breached"), BREACHES)));
  }
}
