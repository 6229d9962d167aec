// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.identity;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.settlement.events.value.EvmAddress;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A key as it is listed.
 *
 * @param id what the key begins with; of a declared one, made of its hash
 * @param name of the partner or operator
 * @param source where it is kept
 * @param lastUsedAt to the minute; not known of declared ones
 * @param formerSecretUntil until then a former secret opens as well
 * @param secret the whole key, shown when it is made, never again
 */
record ListedKey(
    @Schema(example = "stl_5f0c2a9be1d34768") String id,
    @Schema(example = "acme") String name,
    String label,
    List<String> scopes,
    List<String> payers,
    Source source,
    @Nullable Instant createdAt,
    @Nullable String createdBy,
    @Nullable Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant formerSecretUntil,
    @Nullable Instant revokedAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret) {

  /** Where a key is kept. */
  enum Source {
    /** In the database. */
    STORED,
    /** In the file of settlement.gateway.api-keys-file, where alone it is changed. */
    DECLARED
  }

  static ListedKey of(Caller declared) {
    return new ListedKey(
        declared.credential(),
        declared.name(),
        "",
        declared.scopes().stream().sorted().toList(),
        declared.payers().stream().map(EvmAddress::hex).sorted().toList(),
        Source.DECLARED,
        null,
        null,
        null,
        null,
        null,
        null,
        null);
  }

  static ListedKey of(ResultSet row) throws SQLException {
    return new ListedKey(
        row.getString("id"),
        row.getString("name"),
        row.getString("label"),
        texts(row, "scopes"),
        texts(row, "payers"),
        Source.STORED,
        time(row, "created_at"),
        row.getString("created_by"),
        time(row, "expires_at"),
        time(row, "last_used_at"),
        time(row, "former_until"),
        time(row, "revoked_at"),
        null);
  }

  ListedKey with(String shown) {
    return new ListedKey(
        id,
        name,
        label,
        scopes,
        payers,
        source,
        createdAt,
        createdBy,
        expiresAt,
        lastUsedAt,
        formerSecretUntil,
        revokedAt,
        shown);
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return Arrays.asList((String[]) row.getArray(column).getArray());
  }

  private static @Nullable Instant time(ResultSet row, String column) throws SQLException {
    OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
    return time == null ? null : time.toInstant();
  }
}
