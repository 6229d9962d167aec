// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class QueryTimesTest {
  private static final String LOG =
      """
      2026-11-21 13:00:00.001 UTC [7] LOG:  duration: 0.250 ms  execute S_1: SELECT a
      \t  FROM t
      2026-11-21 13:00:00.001 UTC [7] DETAIL:  parameters: $1 = '1'
      2026-11-21 13:00:00.002 UTC [7] LOG:  duration: 0.010 ms  bind S_1: SELECT a
      \t  FROM t
      2026-11-21 13:00:00.003 UTC [7] LOG:  duration: 0.750 ms  execute <unnamed>: SELECT a FROM t
      2026-11-21 13:00:00.004 UTC [7] LOG:  checkpoint starting: time
      2026-11-21 13:00:00.005 UTC [7] LOG:  duration: 4.000 ms  statement: COMMIT
      """;

  @Test
  void readsWhatEachStatementTookFromTheLog() {
    assertThat(QueryTimes.parse(LOG).millis())
        .containsOnlyKeys("SELECT a FROM t", "COMMIT")
        .containsEntry("SELECT a FROM t", List.of(0.25, 0.75))
        .containsEntry("COMMIT", List.of(4.0));
  }

  @Test
  void weighsStatementsByWhatTheyTookAtFirst() {
    QueryTimes early = QueryTimes.parse(LOG.repeat(5));
    QueryTimes late = QueryTimes.parse(LOG.replace("4.000", "8.000").repeat(5));
    List<QueryTimes.Change> changes = early.against(late);
    assertThat(changes).extracting(QueryTimes.Change::statement).first().isEqualTo("COMMIT");
    // 5 commits of 4 ms and 10 selects of 0.75 ms became 5 of 8 ms and the same 10.
    assertThat(QueryTimes.ratio(changes)).isEqualTo((5 * 8.0 + 10 * 0.75) / (5 * 4.0 + 10 * 0.75));
  }

  @Test
  void hasNoOpinionOnStatementsThatWereHardlySeen() {
    assertThat(QueryTimes.parse(LOG).against(QueryTimes.parse(LOG))).isEmpty();
    assertThat(QueryTimes.ratio(List.of())).isEqualTo(1);
  }
}
