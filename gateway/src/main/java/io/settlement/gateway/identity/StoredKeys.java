// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.settlement.events.value.EvmAddress;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The keys in the database, as the door asks for them: {@code stl_<id>_<secret>}, found by the id,
 * known by the hash of the whole. What was read is used for seconds, so that a key in use costs
 * next to nothing and a revoked one opens nowhere soon.
 */
@Component
class StoredKeys {
  private static final Pattern SHAPE = Pattern.compile("(stl_[0-9a-f]{16})_[0-9a-f]{64}");
  private static final int MOST_CACHED = 10_000;
  private static final String NOBODYS = "0".repeat(64);

  private final JdbcTemplate jdbc;
  private final Clock clock;
  private final LoadingCache<String, Known> known;

  StoredKeys(JdbcTemplate jdbc, IdentitySettings settings, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.known =
        Caffeine.newBuilder()
            .maximumSize(MOST_CACHED)
            .refreshAfterWrite(settings.keys().refresh())
            .expireAfterWrite(settings.keys().forget())
            .executor(Executors.newVirtualThreadPerTaskExecutor())
            .build(this::read);
  }

  private record Secret(String hash, @Nullable Instant endsAt) {
    boolean opensWith(String presented, Instant now) {
      return Hashes.areEqual(hash, presented) && (endsAt == null || now.isBefore(endsAt));
    }
  }

  /** A key; one that opens nothing where there is none, so that strangers are remembered too. */
  private record Known(@Nullable Caller caller, Instant expiresAt, List<Secret> secrets) {
    static final Known NOBODY =
        new Known(null, Instant.MIN, List.of(new Secret(NOBODYS, Instant.MIN)));
  }

  /** Whether this can be one of them. */
  static boolean looksLikeOne(String presented) {
    return SHAPE.matcher(presented).matches();
  }

  /** Whose it is, if it opens now. Fails when the database is away and it was not asked lately. */
  Optional<Caller> find(String presented) {
    String hash = Hashes.sha256(presented);
    Known key = known.get(presented.substring(0, presented.lastIndexOf('_')));
    Instant now = clock.instant();
    boolean opens = false;
    for (Secret secret : key.secrets()) {
      opens |= secret.opensWith(hash, now);
    }
    return opens && now.isBefore(key.expiresAt())
        ? Optional.ofNullable(key.caller())
        : Optional.empty();
  }

  /** It was changed here: it is not asked for what it was. */
  void forget(String id) {
    known.invalidate(id);
  }

  private Known read(String id) {
    List<Known> rows =
        jdbc.query(
            """
            select k.id, k.name, k.scopes, k.payers, k.expires_at, s.sha256, s.ends_at
            from api_key k join api_key_secret s on s.key = k.id
            where k.id = ? and k.revoked_at is null
            """,
            StoredKeys::row,
            id);
    if (rows.isEmpty()) {
      return Known.NOBODY;
    }
    List<Secret> secrets = new ArrayList<>();
    rows.forEach(row -> secrets.addAll(row.secrets()));
    return new Known(rows.getFirst().caller(), rows.getFirst().expiresAt(), List.copyOf(secrets));
  }

  private static Known row(ResultSet row, int number) throws SQLException {
    Caller caller =
        new Caller(
            row.getString("name"),
            Set.of(texts(row, "scopes")),
            Arrays.stream(texts(row, "payers"))
                .map(EvmAddress::new)
                .collect(Collectors.toUnmodifiableSet()),
            row.getString("id"));
    OffsetDateTime ends = row.getObject("ends_at", OffsetDateTime.class);
    return new Known(
        caller,
        row.getObject("expires_at", OffsetDateTime.class).toInstant(),
        List.of(
            new Secret(
                HexFormat.of().formatHex(row.getBytes("sha256")),
                ends == null ? null : ends.toInstant())));
  }

  private static String[] texts(ResultSet row, String column) throws SQLException {
    return (String[]) row.getArray(column).getArray();
  }
}
