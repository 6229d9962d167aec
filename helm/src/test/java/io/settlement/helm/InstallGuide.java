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
  private static final Pattern SQL = Pattern.compile("(?s)<<SQL\n(.*?)\nSQL\n");

  private InstallGuide() {}

  /**
   * One statement.
   *
   * @param database where it is said
   */
  record Statement(String database, String sql) {}

  /** The values, with addresses and names in place of what is the reader's. */
  static String values() {
    return only(VALUES)
        .replace("\"0x…\"", "\"0x1000000000000000000000000000000000000001\"")
        .replace("REGISTRY", "registry.example")
        .replace("BLOCK", "1");
  }

  /** What makes a service's database and its roles, with one password for both. */
  static List<Statement> database(String service, String password) {
    String text =
        only(SQL)
            .replace("${service}", service)
            .replace("$service", service)
            .replaceAll("'(OWNER|RUNS)'", Matcher.quoteReplacement("'" + password + "'"));
    List<Statement> statements = new ArrayList<>();
    String database = "postgres";
    for (String line : text.lines().toList()) {
      if (line.startsWith("\\c ")) {
        database = line.substring(3);
      } else {
        statements.add(new Statement(database, line));
      }
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
