// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.reference;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a migration may not do while the build before it still works on the same tables: break what
 * that one reads or writes, or lock a table for long. A statement that is right all the same says
 * why: {@code -- allowed: <reason>} in the lines before it.
 */
final class MigrationLint {
  private static final String TABLE = "(?:only\\s+)?(?:if\\s+exists\\s+)?(\\w+)";
  private static final Pattern ALLOWED = Pattern.compile("--\\s*allowed:\\s*(\\S.*)");
  private static final Pattern CREATED =
      Pattern.compile("^create\\s+(?:unlogged\\s+)?table\\s+(?:if\\s+not\\s+exists\\s+)?(\\w+)");
  private static final Pattern ALTERED = Pattern.compile("^alter\\s+table\\s+" + TABLE);
  private static final Pattern INDEXED =
      Pattern.compile("^create\\s+(?:unique\\s+)?index\\b.*?\\son\\s+(?:only\\s+)?(\\w+)");
  private static final Pattern CHANGED =
      Pattern.compile("^(?:update\\s+(?:only\\s+)?|delete\\s+from\\s+(?:only\\s+)?)(\\w+)");

  /** Said of whole statements. */
  private static final Map<String, String> ALWAYS = new LinkedHashMap<>();

  /** Said of a table that was there before. */
  private static final Map<String, String> OF_A_TABLE = new LinkedHashMap<>();

  static {
    ALWAYS.put("^drop\\s+(table|view|sequence|type|function|schema)\\b", "drops what is in use");
    ALWAYS.put(
        "^alter\\s+(view|sequence|type|function)\\b.*\\brename\\b", "renames what is in use");
    ALWAYS.put("^truncate\\b", "empties a table");
    ALWAYS.put("^lock\\s", "locks a table");
    ALWAYS.put("^(cluster|vacuum\\s+full|reindex)\\b(?!.*concurrently)", "locks a table for long");
    OF_A_TABLE.put("\\bdrop\\s+column\\b", "drops a column that is in use");
    OF_A_TABLE.put("\\brename\\b", "renames what is in use");
    OF_A_TABLE.put("\\balter\\s+(column\\s+)?\\w+\\s+(set\\s+data\\s+)?type\\b", "changes a type");
    OF_A_TABLE.put(
        "\\bset\\s+not\\s+null\\b", "demands a value that the build before may not write");
    OF_A_TABLE.put("\\bdrop\\s+default\\b", "takes a default away that the build before relies on");
    OF_A_TABLE.put(
        "\\badd\\s+(constraint|check|unique|primary|foreign|exclude)\\b(?!.*\\bnot\\s+valid\\b)",
        "looks through the whole table under a lock: NOT VALID, and VALIDATE in a later release");
  }

  private static final Pattern ADDED =
      Pattern.compile(
          "\\badd\\s+(?:column\\s+)?(?!constraint|check|unique|primary|foreign|exclude)");

  private MigrationLint() {}

  /** A statement without comments, and whether somebody said why it is right. */
  private record Statement(String text, boolean allowed) {}

  /** What is wrong with a script; empty when nothing is. */
  static List<String> faults(String script) {
    Set<String> own = new TreeSet<>();
    List<String> faults = new ArrayList<>();
    for (Statement statement : statements(script)) {
      Matcher created = CREATED.matcher(statement.text());
      if (created.find()) {
        own.add(created.group(1));
      }
      if (!statement.allowed()) {
        faults.addAll(faults(statement.text(), own));
      }
    }
    return faults;
  }

  private static List<String> faults(String text, Set<String> own) {
    List<String> found = new ArrayList<>();
    ALWAYS.forEach((pattern, fault) -> addWhen(find(pattern, text), fault, text, found));
    table(ALTERED, text, own)
        .ifPresent(
            table -> {
              OF_A_TABLE.forEach((pattern, why) -> addWhen(find(pattern, text), why, text, found));
              for (String part : text.split(",(?![^(]*\\))", -1)) {
                boolean adds = ADDED.matcher(part).find();
                addWhen(
                    adds && part.contains("not null") && !part.contains("default"),
                    "demands a new value that the build before does not write",
                    text,
                    found);
                addWhen(
                    adds
                        && find("default\\s+(now|clock_timestamp|gen_random_uuid|random)\\b", part)
                        && !find("default\\s+now\\b", part),
                    "a default that differs by row writes the whole table anew",
                    text,
                    found);
              }
            });
    table(INDEXED, text, own)
        .ifPresent(
            table ->
                addWhen(
                    !text.contains("concurrently"),
                    "stops writers of the table until the index is there: CONCURRENTLY, in a script"
                        + " of its own",
                    text,
                    found));
    table(CHANGED, text, own)
        .ifPresent(
            table -> addWhen(!find("\\bwhere\\b", text), "changes every row at once", text, found));
    return found;
  }

  private static java.util.Optional<String> table(Pattern pattern, String text, Set<String> own) {
    Matcher matcher = pattern.matcher(text);
    return matcher.find() && !own.contains(matcher.group(1))
        ? java.util.Optional.of(matcher.group(1))
        : java.util.Optional.empty();
  }

  private static boolean find(String pattern, String text) {
    return Pattern.compile(pattern).matcher(text).find();
  }

  private static void addWhen(boolean wrong, String fault, String text, List<String> found) {
    if (wrong) {
      found.add(fault + ": " + (text.length() > 100 ? text.substring(0, 100) + "…" : text));
    }
  }

  /** Split at semicolons outside of quotes and of bodies between dollars. */
  private static List<Statement> statements(String script) {
    List<Statement> statements = new ArrayList<>();
    StringBuilder text = new StringBuilder();
    boolean allowed = false;
    int i = 0;
    while (i < script.length()) {
      if (script.startsWith("--", i)) {
        int end = script.indexOf('\n', i);
        String comment = script.substring(i, end < 0 ? script.length() : end);
        allowed |= ALLOWED.matcher(comment).matches();
        i += comment.length();
      } else if (script.startsWith("/*", i)) {
        i = endOf(script, "*/", i + 2);
      } else if (script.charAt(i) == '\'') {
        i = endOf(script, "'", i + 1);
        text.append("''");
      } else if (script.startsWith("$$", i)) {
        i = endOf(script, "$$", i + 2);
        text.append("$$");
      } else if (script.charAt(i) == ';') {
        statements.add(statement(text, allowed));
        text.setLength(0);
        allowed = false;
        i++;
      } else {
        text.append(script.charAt(i));
        i++;
      }
    }
    statements.add(statement(text, allowed));
    return statements;
  }

  private static Statement statement(StringBuilder text, boolean allowed) {
    String plain = text.toString().replaceAll("\\s+", " ").strip().toLowerCase(Locale.ROOT);
    return new Statement(plain, allowed);
  }

  private static int endOf(String script, String end, int from) {
    int at = script.indexOf(end, from);
    return at < 0 ? script.length() : at + end.length();
  }
}
