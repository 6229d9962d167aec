// SPDX-License-Identifier: Apache-2.0
package io.settlement.helm;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every value with its default and its comment, as a table, read from values.yaml as it is written.
 */
final class ValuesPage {
  private static final Pattern KEY = Pattern.compile("^( *)([A-Za-z][\\w-]*):(?: (.*))?$");
  private static final Pattern COMMENT = Pattern.compile("^ *# ?(.*)$");
  private static final Gson JSON = new GsonBuilder().disableHtmlEscaping().create();

  /** Told elsewhere: each alarm is a row of its own page. */
  private static final String ALERTS = "monitoring.rules.alerts";

  private record Step(int indent, String key) {}

  private final Tree values = Chart.values();
  private final Deque<Step> path = new ArrayDeque<>();
  private final List<String> comment = new ArrayList<>();
  private final StringBuilder table =
      new StringBuilder("| value | unless set | |\n|---|---|---|\n");

  String table() throws IOException {
    for (String line : Files.readAllLines(Chart.FOLDER.resolve("values.yaml"))) {
      Matcher said = COMMENT.matcher(line);
      Matcher key = KEY.matcher(line);
      if (said.matches()) {
        comment.add(said.group(1));
      } else if (key.matches()) {
        take(key);
      } else {
        comment.clear();
      }
    }
    return table.toString();
  }

  private void take(Matcher key) {
    int indent = key.group(1).length();
    while (!path.isEmpty() && path.getLast().indent() >= indent) {
      path.removeLast();
    }
    path.addLast(new Step(indent, key.group(2)));
    List<String> steps = path.stream().map(Step::key).toList();
    String name = String.join(".", steps);
    if (!name.startsWith(ALERTS + ".")) {
      Tree value = values.at(steps.toArray());
      String written = key.group(3) == null ? "" : key.group(3);
      boolean goesOn = !value.map().isEmpty() && !written.startsWith("{");
      if (!goesOn || !comment.isEmpty()) {
        row(name, goesOn ? "" : "`" + JSON.toJson(value.value()) + "`");
      }
    }
    comment.clear();
  }

  private void row(String name, String value) {
    String said = String.join(" ", comment).replace("<", "&lt;");
    table.append(
        "| `%s` | %s | %s |\n"
            .formatted(name, value.replace("|", "\\|"), said.replace("|", "\\|")));
  }
}
