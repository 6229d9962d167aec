// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.Reference;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** The chart's own page says what its values are. */
class ValuesPageTest {
  @Test
  void thePageOfTheChartListsItsValuesAsTheyAre() throws IOException {
    Reference.checkPart(
        Chart.FOLDER.resolve("README.md"), "values", new ValuesPage().table(), "helm");
  }

  @Test
  void everyValueHasARow() throws IOException {
    String table = new ValuesPage().table();

    for (Tree.Leaf leaf : Chart.values().leaves()) {
      String path = String.join(".", leaf.path());
      if (!path.startsWith("monitoring.rules.alerts.")) {
        assertThat(prefixes(path)).as(path).anyMatch(name -> table.contains("| `" + name + "` |"));
      }
    }
    assertThat(table.lines()).hasSizeGreaterThan(100);
  }

  /** A list's or a one-line map's members stand in its own row. */
  private static String[] prefixes(String path) {
    String[] words = path.split("\\.", -1);
    String[] prefixes = new String[words.length];
    StringBuilder prefix = new StringBuilder();
    for (int i = 0; i < words.length; i++) {
      prefix.append(i == 0 ? "" : ".").append(words[i]);
      prefixes[i] = prefix.toString();
    }
    return prefixes;
  }
}
