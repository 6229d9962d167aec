// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.transaction.CannotCreateTransactionException;

class FailureKindsTest {
  private final FailureKinds failures =
      new FailureKinds(List.of(cause -> cause instanceof NodeAway));

  private static final class NodeAway extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  @ParameterizedTest
  @ValueSource(strings = {"08006", "40001", "40P01", "53300", "57P01", "58030"})
  void troubleOfTheDatabasePasses(String state) {
    assertThat(failures.passes(wrapped(new SQLException("", state)))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"22003", "23505", "23514", "42601"})
  void aVerdictOfTheDatabaseAboutTheFactDoesNotPass(String state) {
    assertThat(failures.passes(wrapped(new SQLException("", state)))).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"0A000", "26000"})
  void aStatementPreparedBeforeItsTableChangedPasses(String state) {
    assertThat(failures.passes(wrapped(new SQLException("", state)))).isTrue();
  }

  @Test
  void aClosedConnectionPasses() {
    assertThat(failures.passes(wrapped(new SQLException("Connection is closed")))).isTrue();
  }

  @Test
  void aDeadlockAMissingDatabaseAndABrokenTransportPass() {
    assertThat(failures.passes(new CannotAcquireLockException(""))).isTrue();
    assertThat(failures.passes(new CannotCreateTransactionException(""))).isTrue();
    assertThat(failures.passes(new UncheckedIOException(new IOException()))).isTrue();
  }

  @Test
  void whatAServiceNamesPasses() {
    assertThat(failures.passes(wrapped(new NodeAway()))).isTrue();
  }

  @Test
  void mistakesDoNotPass() {
    assertThat(failures.passes(new DataIntegrityViolationException(""))).isFalse();
    assertThat(failures.passes(new IllegalStateException())).isFalse();
    assertThat(failures.passes(new NullPointerException())).isFalse();
  }

  private static RuntimeException wrapped(Throwable cause) {
    return new IllegalStateException(new IllegalArgumentException(cause));
  }
}
