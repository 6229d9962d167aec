// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.door;

import io.settlement.events.value.EvmAddress;
import io.settlement.gateway.door.ApiKeys.ApiKey;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts down in the database which partners there are and what they pay from, so that it can be
 * asked there whose a message is. Who is in the file no more is told nothing more.
 */
@Component
class PartnersOnRecord implements SmartInitializingSingleton {
  private final ApiKeys keys;
  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  PartnersOnRecord(ApiKeys keys, JdbcTemplate jdbc, JsonMapper json) {
    this.keys = keys;
    this.jdbc = jdbc;
    this.json = json;
  }

  private record Partner(String name, List<String> payers) {}

  @Override
  public void afterSingletonsInstantiated() {
    jdbc.update(
        """
        with given as (
          select name, payers from jsonb_to_recordset(?::jsonb) as r(name text, payers text[])),
        gone as (delete from partner where name not in (select name from given))
        insert into partner (name, payers) select name, payers from given
        on conflict (name) do update set payers = excluded.payers
        where partner.payers <> excluded.payers
        """,
        json.writeValueAsString(partners()));
  }

  /** Two keys of one name are one partner's, for instance while he changes them. */
  private List<Partner> partners() {
    Map<String, Set<String>> payers = new TreeMap<>();
    for (ApiKey key : keys.all()) {
      if (key.scopes().contains("partner")) {
        key.payers().stream()
            .map(EvmAddress::hex)
            .forEach(payers.computeIfAbsent(key.name(), name -> new TreeSet<>())::add);
      }
    }
    return payers.entrySet().stream()
        .map(of -> new Partner(of.getKey(), List.copyOf(of.getValue())))
        .toList();
  }
}
