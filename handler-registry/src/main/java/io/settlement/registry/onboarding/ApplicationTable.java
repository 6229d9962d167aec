// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent.OnboardingStage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Applications and what was deployed for them. */
@Component
class ApplicationTable {
  private static final String ALL =
      "select id, owner, stage, paper, call_at, applied_at, entered_at from onboarding_application"
          + " ";

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ApplicationTable(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Who asks for a new application, and under which name of the request. */
  record Request(String owner, @Nullable String key, String hash) {}

  /** A request that was heard before. */
  record Heard(UUID application, String hash) {}

  Optional<Heard> heard(Request request) {
    return jdbc.sql(
            """
            select id as application, request_hash as hash from onboarding_application
             where owner = :owner and idempotency_key = :key
            """)
        .param("owner", request.owner())
        .param("key", request.key())
        .query(
            (row, number) ->
                new Heard(row.getObject("application", UUID.class), row.getString("hash")))
        .optional();
  }

  void add(UUID id, Request request, Paper paper, Instant now) {
    jdbc.sql(
            """
            insert into onboarding_application (id, owner, chain, chain_id, stage, paper,
                                                idempotency_key, request_hash, applied_at, entered_at)
            values (:id, :owner, :chain, :chainId, 'APPLIED', :paper::jsonb, :key, :hash, :now, :now)
            """)
        .param("id", id)
        .param("owner", request.owner())
        .param("chain", paper.chain().value())
        .param("chainId", paper.chainId())
        .param("paper", json.writeValueAsString(paper))
        .param("key", request.key())
        .param("hash", request.hash())
        .param("now", time(now))
        .update();
  }

  Optional<Application> find(UUID id) {
    return rows(jdbc.sql(ALL + "where id = ?").param(id)).stream().findFirst();
  }

  /** Newest first. */
  List<Application> page(@Nullable String owner, @Nullable OnboardingStage stage, int limit) {
    return rows(
        jdbc.sql(
                ALL
                    + """
                    where (:owner::text is null or owner = :owner)
                      and (:stage::text is null or stage = :stage)
                    order by applied_at desc, id limit :limit
                    """)
            .param("owner", owner)
            .param("stage", stage == null ? null : stage.name())
            .param("limit", limit));
  }

  /** Every application, by its id. */
  List<Application> all() {
    return rows(jdbc.sql(ALL + "order by id"));
  }

  /** Every application that has not ended, by its id. */
  List<Application> allOpen() {
    return rows(
        jdbc.sql(ALL + "where stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED') order by id"));
  }

  int countOpen(String owner) {
    return jdbc.sql(
            """
            select count(*) from onboarding_application
             where owner = ? and stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED')
            """)
        .param(owner)
        .query(Integer.class)
        .single();
  }

  /** Names and ids of open applications. */
  record OpenChain(String chain, long chainId) {}

  List<OpenChain> open() {
    return jdbc.sql(
            """
            select chain, chain_id from onboarding_application
             where stage not in ('REJECTED', 'WITHDRAWN', 'RETIRED')
            """)
        .query((row, number) -> new OpenChain(row.getString("chain"), row.getLong("chain_id")))
        .list();
  }

  Map<OnboardingStage, Long> countByStage() {
    Map<OnboardingStage, Long> counts = new EnumMap<>(OnboardingStage.class);
    jdbc.sql("select stage, count(*) as applications from onboarding_application group by stage")
        .query(
            row -> {
              counts.put(
                  OnboardingStage.valueOf(row.getString("stage")), row.getLong("applications"));
            });
    return counts;
  }

  /** Whether it was still in the stage it was moved from. */
  boolean move(
      UUID id, OnboardingStage from, OnboardingStage to, @Nullable Instant callAt, Instant now) {
    return jdbc.sql(
                """
                update onboarding_application
                   set stage = :to, call_at = coalesce(:callAt, call_at), entered_at = :now
                 where id = :id and stage = :from
                """)
            .param("id", id)
            .param("from", from.name())
            .param("to", to.name())
            .param("callAt", callAt == null ? null : time(callAt))
            .param("now", time(now))
            .update()
        == 1;
  }

  void deploy(UUID id, Paper.Network network, Paper.Deployment deployment, Instant now) {
    jdbc.sql(
            """
            insert into onboarding_deployment (application, network, paper, at)
            values (:id, :network, :paper::jsonb, :now)
            on conflict (application, network) do update set paper = excluded.paper, at = excluded.at
            """)
        .param("id", id)
        .param("network", network.name())
        .param("paper", json.writeValueAsString(deployment))
        .param("now", time(now))
        .update();
  }

  /** Whose messages are watched from now on. */
  void watch(UUID id, List<String> handlers) {
    jdbc.sql("delete from onboarding_handler where application = ?").param(id).update();
    jdbc.sql(
            """
            insert into onboarding_handler (application, handler)
            select distinct ?::uuid, h from unnest(?) h
            """)
        .params(id, handlers.toArray(String[]::new))
        .update();
  }

  private List<Application> rows(JdbcClient.StatementSpec statement) {
    List<Application> bare = statement.query((row, number) -> bare(row)).list();
    Map<UUID, Map<Paper.Network, Paper.Deployment>> deployments = new HashMap<>();
    jdbc.sql(
            "select application, network, paper from onboarding_deployment where application = any"
                + " (?)")
        .param(bare.stream().map(Application::id).toArray(UUID[]::new))
        .query(
            row -> {
              deployments
                  .computeIfAbsent(row.getObject("application", UUID.class), id -> new HashMap<>())
                  .put(
                      Paper.Network.valueOf(row.getString("network")),
                      json.readValue(row.getString("paper"), Paper.Deployment.class));
            });
    return bare.stream()
        .map(one -> one.with(deployments.getOrDefault(one.id(), Map.of())))
        .toList();
  }

  private Application bare(ResultSet row) throws SQLException {
    return new Application(
        row.getObject("id", UUID.class),
        row.getString("owner"),
        OnboardingStage.valueOf(row.getString("stage")),
        json.readValue(row.getString("paper"), Paper.class),
        instant(row.getTimestamp("call_at")),
        row.getTimestamp("applied_at").toInstant(),
        row.getTimestamp("entered_at").toInstant(),
        Map.of());
  }

  static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  static OffsetDateTime time(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC);
  }
}
