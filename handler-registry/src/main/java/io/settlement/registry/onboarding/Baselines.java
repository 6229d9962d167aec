// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.Drift;
import io.settlement.events.RegistryEvent.DriftState;
import io.settlement.registry.ChangeLog;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What was admitted, and how it differs now; a difference is told once, and its end too. */
@Service
@Transactional
public class Baselines {
  /** Begins the subject of a chain's validators; its name follows. */
  public static final String VALIDATORS = "validators:";

  /** Begins the subject of a token; {@code Chain:0x…} follows. */
  public static final String TOKEN = "token:";

  private static final TypeReference<Map<String, String>> PRINTS = new TypeReference<>() {};
  private static final TypeReference<List<Drift>> DRIFTS = new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ChangeLog changes;
  private final History history;

  Baselines(JdbcClient jdbc, JsonMapper json, ChangeLog changes, History history) {
    this.jdbc = jdbc;
    this.json = json;
    this.changes = changes;
    this.history = history;
  }

  /**
   * One subject.
   *
   * @param checkedAt when it was last compared
   */
  public record Baseline(
      String subject,
      @Nullable UUID application,
      Map<String, String> fingerprint,
      List<Drift> drifted,
      Instant at,
      @Nullable Instant checkedAt) {}

  /** From now on this is what it should be. */
  public void admit(
      String subject, @Nullable UUID application, Map<String, String> fingerprint, Instant now) {
    changes.begin();
    boolean drifted = find(subject).filter(one -> !one.drifted().isEmpty()).isPresent();
    jdbc.sql(
            """
            insert into drift_baseline (subject, application, fingerprint, at)
            values (:subject, :application, :print::jsonb, :now)
            on conflict (subject) do update
              set fingerprint = excluded.fingerprint, at = excluded.at, drifted = '[]'
            """)
        .param("subject", subject)
        .param("application", application)
        .param("print", json.writeValueAsString(fingerprint))
        .param("now", ApplicationTable.time(now))
        .update();
    if (drifted) {
      changes.record(new DriftState(subject, List.of(), now));
    }
  }

  /** An operator's word that what is there now is what should be. */
  void accept(
      Baseline baseline, Map<String, String> found, String operator, String reason, Instant now) {
    admit(baseline.subject(), baseline.application(), found, now);
    if (baseline.application() != null) {
      history.add(baseline.application(), History.Entry.of(operator, "ACCEPT_DRIFT", reason, now));
    }
  }

  /**
   * Compares; whether something is different that was not, or the other way round.
   *
   * @param demanded what must hold beside what was admitted
   */
  boolean compare(
      String subject, Map<String, String> demanded, Map<String, String> found, Instant now) {
    changes.begin();
    Optional<Baseline> known = find(subject);
    if (known.isEmpty()) {
      return false;
    }
    Map<String, String> expected = new HashMap<>(known.get().fingerprint());
    expected.putAll(demanded);
    List<Drift> drifted = differences(expected, found);
    jdbc.sql("update drift_baseline set drifted = ?::jsonb, checked_at = ? where subject = ?")
        .params(json.writeValueAsString(drifted), ApplicationTable.time(now), subject)
        .update();
    boolean news = !drifted.equals(known.get().drifted());
    if (news) {
      changes.record(new DriftState(subject, drifted, now));
    }
    return news;
  }

  private static List<Drift> differences(Map<String, String> expected, Map<String, String> found) {
    List<Drift> drifted = new ArrayList<>();
    TreeSet<String> all = new TreeSet<>(expected.keySet());
    all.addAll(found.keySet());
    for (String what : all) {
      String before = expected.getOrDefault(what, "none");
      String now = found.getOrDefault(what, "none");
      if (!before.equals(now)) {
        drifted.add(new Drift(what, before, now));
      }
    }
    return drifted;
  }

  /** One subject; empty when it is not watched. */
  @Transactional(readOnly = true)
  public Optional<Baseline> find(String subject) {
    return all().stream().filter(one -> one.subject().equals(subject)).findFirst();
  }

  /** All that is watched, by its name. */
  @Transactional(readOnly = true)
  public List<Baseline> all() {
    return jdbc.sql(
            """
            select subject, application, fingerprint, drifted, at, checked_at
              from drift_baseline order by subject
            """)
        .query(
            (row, number) ->
                new Baseline(
                    row.getString("subject"),
                    row.getObject("application", UUID.class),
                    json.readValue(row.getString("fingerprint"), PRINTS),
                    json.readValue(row.getString("drifted"), DRIFTS),
                    row.getTimestamp("at").toInstant(),
                    ApplicationTable.instant(row.getTimestamp("checked_at"))))
        .list();
  }

  /** The facts of all that differ or did. */
  @Transactional(readOnly = true)
  public List<RegistryEvent> facts() {
    return all().stream()
        .filter(one -> one.checkedAt() != null)
        .<RegistryEvent>map(one -> new DriftState(one.subject(), one.drifted(), one.at()))
        .toList();
  }
}
