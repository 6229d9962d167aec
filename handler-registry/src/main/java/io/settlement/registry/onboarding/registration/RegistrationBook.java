// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry.onboarding.registration;

import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.kit.problem.Problem;
import io.settlement.registry.ChangeLog;
import io.settlement.registry.onboarding.Finding;
import io.settlement.registry.onboarding.registration.Registration.Signatory;
import io.settlement.registry.onboarding.registration.Registration.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Proposals, who spoke for them, and what was found; a nonce counts once. */
@Service
@Transactional
class RegistrationBook {
  private static final TypeReference<List<Finding>> FINDINGS = new TypeReference<>() {};

  /** How long what nobody signed is kept. */
  private static final Duration KEPT = Duration.ofDays(30);

  private static final String ALL =
      "select id, kind, partner, said, nonce, state, findings, asked_at, expires_at, ended_at"
          + " from registration ";

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final ChangeLog changes;
  private final RegistrationSettings settings;

  RegistrationBook(
      JdbcClient jdbc, JsonMapper json, ChangeLog changes, RegistrationSettings settings) {
    this.jdbc = jdbc;
    this.json = json;
    this.changes = changes;
    this.settings = settings;
  }

  /**
   * The proposal; the open one that says the same, if its partner made one.
   *
   * @throws Problem when the partner has too many
   */
  Registration add(Registration wanted) {
    changes.begin();
    List<Registration> open = openOf(wanted.partner(), wanted.askedAt());
    Optional<Registration> same =
        open.stream().filter(one -> one.said().equals(wanted.said())).findFirst();
    if (same.isPresent()) {
      return same.get();
    }
    if (open.size() >= settings.mostOpen()) {
      throw Problem.tooMany(
          "too-many-registrations", "%d are open; withdraw one".formatted(settings.mostOpen()));
    }
    jdbc.sql("delete from registration where state = 'OPEN' and expires_at < ?")
        .param(time(wanted.askedAt().minus(KEPT)))
        .update();
    jdbc.sql(
            """
            insert into registration (id, kind, subject, partner, said, nonce, state, asked_at, expires_at)
            values (:id, :kind, :subject, :partner, :said::jsonb, :nonce, 'OPEN', :now, :expires)
            """)
        .param("id", wanted.id())
        .param("kind", wanted.said().kind().name())
        .param("subject", wanted.said().subject())
        .param("partner", wanted.partner())
        .param("said", json.writeValueAsString(wanted.said()))
        .param("nonce", wanted.nonce().hex())
        .param("now", time(wanted.askedAt()))
        .param("expires", time(wanted.expiresAt()))
        .update();
    jdbc.sql(
            """
            insert into registration_signature (registration, contract)
            select :id, contract from unnest(:contracts) contract
            """)
        .param("id", wanted.id())
        .param(
            "contracts",
            wanted.said().contracts().stream().map(HandlerId::toString).toArray(String[]::new))
        .update();
    return wanted;
  }

  private List<Registration> openOf(String partner, Instant now) {
    return rows(
        jdbc.sql(ALL + "where partner = ? and state = 'OPEN' and expires_at > ? order by asked_at")
            .params(partner, time(now)));
  }

  /** What was found by the latest look. */
  void looked(UUID id, List<Finding> findings) {
    jdbc.sql("update registration set findings = ?::jsonb where id = ? and state = 'OPEN'")
        .params(json.writeValueAsString(findings), id)
        .update();
  }

  /** These contracts were spoken for. */
  Registration sign(
      Registration open, Map<HandlerId, EvmAddress> signers, String partner, Instant now) {
    requireOpen(lock(open.id()), now);
    signers.forEach(
        (contract, signer) ->
            jdbc.sql(
                    """
                    update registration_signature set signer = ?, partner = ?, at = ?
                     where registration = ? and contract = ?
                    """)
                .params(signer.hex(), partner, time(now), open.id(), contract.toString())
                .update());
    return get(open.id());
  }

  /**
   * It is in the book from now on.
   *
   * @param admission puts it there
   */
  Registration register(Registration open, Runnable admission, Instant now) {
    changes.begin();
    requireOpen(lock(open.id()), now);
    admission.run();
    end(open.id(), State.REGISTERED, now);
    return get(open.id());
  }

  /** Taken back; no signature of it counts any more. */
  Registration withdraw(UUID id, Instant now) {
    requireOpen(lock(id), now);
    end(id, State.WITHDRAWN, now);
    return get(id);
  }

  private void end(UUID id, State state, Instant now) {
    jdbc.sql("update registration set state = ?, ended_at = ? where id = ?")
        .params(state.name(), time(now), id)
        .update();
  }

  /**
   * Refuses what is over.
   *
   * @throws Problem when it is
   */
  static Registration requireOpen(Registration one, Instant now) {
    State state = one.stateAt(now);
    if (state == State.EXPIRED) {
      throw Problem.unprocessable(
          "claim-expired", "the statement counted until %s".formatted(one.expiresAt()));
    }
    if (state != State.OPEN) {
      throw Problem.conflict("nonce-used", "the statement is %s".formatted(state));
    }
    return one;
  }

  private Registration lock(UUID id) {
    return rows(jdbc.sql(ALL + "where id = ? for update").param(id)).stream()
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * One of them.
   *
   * @throws Problem when there is none
   */
  @Transactional(readOnly = true)
  public Registration get(UUID id) {
    return rows(jdbc.sql(ALL + "where id = ?").param(id)).stream()
        .findFirst()
        .orElseThrow(() -> unknown(id));
  }

  /**
   * Newest first.
   *
   * @param partner what it proposed, and what is about its handlers; null for all
   */
  @Transactional(readOnly = true)
  public List<Registration> page(@Nullable String partner, int limit) {
    return rows(
        jdbc.sql(
                ALL
                    + """
                    where :partner::text is null or partner = :partner or exists (
                            select 1 from registration_signature s
                              join handler_claim c on c.handler = s.contract
                             where s.registration = registration.id and c.partner = :partner)
                    order by asked_at desc, id limit :limit
                    """)
            .param("partner", partner)
            .param("limit", limit));
  }

  private List<Registration> rows(JdbcClient.StatementSpec statement) {
    List<Registration> bare = statement.query((row, number) -> bare(row)).list();
    Map<UUID, List<Signatory>> signatories =
        signatories(bare.stream().map(Registration::id).toList());
    return bare.stream()
        .map(
            one ->
                new Registration(
                    one.id(),
                    one.partner(),
                    one.said(),
                    one.nonce(),
                    one.askedAt(),
                    one.expiresAt(),
                    one.state(),
                    one.endedAt(),
                    signatories.getOrDefault(one.id(), List.of()),
                    one.findings()))
        .toList();
  }

  private Map<UUID, List<Signatory>> signatories(Collection<UUID> ids) {
    record Row(UUID registration, Signatory signatory) {}

    return jdbc
        .sql(
            """
            select registration, contract, signer, partner, at from registration_signature
             where registration = any (?) order by contract
            """)
        .param(ids.toArray(UUID[]::new))
        .query(
            (row, number) ->
                new Row(
                    row.getObject("registration", UUID.class),
                    new Signatory(
                        HandlerId.parse(row.getString("contract")),
                        Optional.ofNullable(row.getString("signer"))
                            .map(EvmAddress::new)
                            .orElse(null),
                        row.getString("partner"),
                        instant(row.getTimestamp("at")))))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Row::registration,
                HashMap::new,
                Collectors.mapping(Row::signatory, Collectors.toList())));
  }

  private Registration bare(ResultSet row) throws SQLException {
    Proposal.Kind kind = Proposal.Kind.valueOf(row.getString("kind"));
    return new Registration(
        row.getObject("id", UUID.class),
        row.getString("partner"),
        json.readValue(row.getString("said"), kind.form()),
        new Hash(row.getString("nonce")),
        row.getTimestamp("asked_at").toInstant(),
        row.getTimestamp("expires_at").toInstant(),
        State.valueOf(row.getString("state")),
        instant(row.getTimestamp("ended_at")),
        List.of(),
        json.readValue(row.getString("findings"), FINDINGS));
  }

  private static Problem unknown(UUID id) {
    return Problem.notFound("unknown-registration", "no registration " + id);
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  static Timestamp time(Instant instant) {
    return Timestamp.from(instant);
  }
}
