// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The script that operators run with psql, run without psql: it knows variables in quotes, {@code
 * \gexec} and {@code \connect}, which is what the script uses.
 */
final class PsqlScript {
  private static final Pattern END = Pattern.compile("(;|\\\\gexec)\\s*$", Pattern.MULTILINE);

  private final List<String> parts;

  private PsqlScript(List<String> parts) {
    this.parts = parts;
  }

  /** Opens databases of one server. */
  interface Server {
    Connection open(String database) throws SQLException;
  }

  static PsqlScript of(Path projectRoot) {
    Path script = projectRoot.resolve("helm/backing/postgresql.sql");
    try {
      String text =
          Files.readString(script)
              .lines()
              .filter(line -> !line.startsWith("--"))
              .collect(Collectors.joining("\n"));
      return new PsqlScript(List.of(text.split("(?m)^\\\\connect :service$", -1)));
    } catch (IOException e) {
      throw new Failure(script + " cannot be read", e);
    }
  }

  /** Runs it for a service, as whoever opens the databases. */
  void run(String service, Server server) throws SQLException {
    String database = "postgres";
    for (String part : parts) {
      try (Connection connection = server.open(database);
          Statement statement = connection.createStatement()) {
        for (Step step : steps(part.replace(":'service'", "'" + service + "'"))) {
          step.run(statement);
        }
      }
      database = service;
    }
  }

  private static List<Step> steps(String part) {
    List<Step> steps = new ArrayList<>();
    Matcher end = END.matcher(part);
    int from = 0;
    while (end.find()) {
      steps.add(new Step(part.substring(from, end.start()), !end.group(1).equals(";")));
      from = end.end();
    }
    if (!part.substring(from).isBlank()) {
      throw new Failure("the script ends in the middle of: " + part.substring(from));
    }
    return steps;
  }

  /**
   * A statement.
   *
   * @param makesStatements whether what it answers is to be run
   */
  private record Step(String sql, boolean makesStatements) {
    void run(Statement statement) throws SQLException {
      List<String> made = new ArrayList<>();
      if (makesStatements) {
        try (ResultSet rows = statement.executeQuery(sql)) {
          while (rows.next()) {
            made.add(rows.getString(1));
          }
        }
      } else {
        made.add(sql);
      }
      for (String one : made) {
        statement.execute(one);
      }
    }
  }
}
