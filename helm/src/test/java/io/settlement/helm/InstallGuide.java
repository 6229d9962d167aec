// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import io.settlement.events.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What docs/install.md tells people to write, as it stands there. */
final class InstallGuide {
  private static final Pattern VALUES = Pattern.compile("(?s)```yaml\n(.*?)```");
  private static final Pattern SCRIPT =
      Pattern.compile("psql .*-v service=\\$service -f (\\S+) postgres\n");
  private static final Pattern STATEMENT =
      Pattern.compile("(?s)\\s*(.+?)(;|\\\\gexec)(?=\\s*(\n|$))");

  private InstallGuide() {}

  /**
   * One statement.
   *
   * @param database where it is said
   * @param makesStatements whether what it answers is to be said there
   */
  record Statement(String database, String sql, boolean makesStatements) {}

  /** The values, with addresses and names in place of what is the reader's. */
  static String values() {
    return only(VALUES)
        .replace("\"0x…\"", "\"0x1000000000000000000000000000000000000001\"")
        .replace("REGISTRY", "registry.example")
        .replace("BLOCK", "1");
  }

  /** What makes a service's database and its roles, by the script that the page runs. */
  static List<Statement> database(String service) {
    String text =
        Reference.read(Reference.inRepository(only(SCRIPT)))
            .replaceAll("(?m)^--.*", "")
            .replace(":'service'", "'" + service + "'");
    List<Statement> statements = new ArrayList<>();
    String database = "postgres";
    for (String part : text.split("\\\\connect :service\n", -1)) {
      Matcher statement = STATEMENT.matcher(part);
      while (statement.find()) {
        boolean makes = !statement.group(2).equals(";");
        statements.add(new Statement(database, statement.group(1), makes));
      }
      database = service;
    }
    return statements;
  }

  private static String only(Pattern block) {
    Matcher found = block.matcher(Reference.read(Reference.inRepository("docs/install.md")));
    if (!found.find()) {
      throw new AssertionError("docs/install.md has no " + block);
    }
    return found.group(1);
  }
}
