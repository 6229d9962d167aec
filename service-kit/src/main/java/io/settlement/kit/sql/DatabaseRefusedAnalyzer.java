// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.sql;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.core.env.Environment;

/** Says in one sentence whom PostgreSQL refuses and why, instead of a stack. */
final class DatabaseRefusedAnalyzer extends AbstractFailureAnalyzer<SQLException> {
  /** Role, password, no line of pg_hba.conf, no right to the database. */
  private static final Set<String> REFUSALS = Set.of("28P01", "28000", "42501");

  private static final String UNSAFE = "08006";

  private final @Nullable Environment environment;

  DatabaseRefusedAnalyzer(@Nullable Environment environment) {
    this.environment = environment;
  }

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, SQLException cause) {
    String state = cause.getSQLState();
    boolean certificate =
        UNSAFE.equals(state) && String.valueOf(cause.getMessage()).contains("SSL");
    if (state == null || !(REFUSALS.contains(state) || certificate)) {
      return null;
    }
    return new FailureAnalysis(
        "PostgreSQL at %s and this service do not trust each other: %s"
            .formatted(url(), cause.getMessage()),
        "Compare spring.datasource (and spring.flyway, which migrates as the tables' owner) with"
            + " PostgreSQL's roles, pg_hba.conf and certificate (docs/backing-services.md).",
        cause);
  }

  private String url() {
    return environment == null
        ? "its address"
        : environment.getProperty("spring.datasource.url", "its address").replaceAll("\\?.*", "");
  }
}
