// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/**
 * PostgreSQL without Docker. Each service has a database of its own and a user that may enter that
 * one only. It runs without fsync: fit for a local world, not for money.
 */
final class Postgres implements AutoCloseable {
  private static final Duration START = Duration.ofSeconds(60);

  private final EmbeddedPostgres server;
  private final RunFolder folder;
  private final Databases databases;

  private Postgres(EmbeddedPostgres server, RunFolder folder, Databases databases) {
    this.server = server;
    this.folder = folder;
    this.databases = databases;
  }

  /**
   * A database and who may enter it.
   *
   * @param url for JDBC
   */
  record Database(String url, String user, String password) {}

  /**
   * @param databases by the service that uses it
   * @param logsQueries whether a sample of its statements is logged with the time each took
   */
  static Postgres start(
      RunFolder folder, int port, Map<String, String> databases, boolean logsQueries) {
    Path data = folder.data().resolve("postgresql");
    try {
      ProcessBuilder.Redirect log =
          ProcessBuilder.Redirect.appendTo(folder.log("postgresql").toFile());
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
      if (logsQueries) {
        builder
            .setServerConfig("log_min_duration_sample", "0")
            .setServerConfig("log_statement_sample_rate", "0.02");
      }
      EmbeddedPostgres server =
          builder
              .setPort(port)
              .setDataDirectory(data)
              .setCleanDataDirectory(true)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start();
      long pid = Long.parseLong(Files.readAllLines(data.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle.of(pid).ifPresent(folder.pidFile("postgresql")::write);
      String keeper = secret();
      Map<String, Database> created = create(server, data, port, databases, keeper);
      return new Postgres(server, folder, new Databases(folder, data, keeper, created));
    } catch (IOException | SQLException e) {
      throw new Failure("PostgreSQL did not start, see " + folder.log("postgresql"), e);
    }
  }

  /** What a service uses. */
  Database database(String service) {
    return databases.of(service);
  }

  /** All of them, as who runs the server sees them. */
  Databases server() {
    return databases;
  }

  @Override
  public void close() {
    databases.close();
    try {
      server.close();
    } catch (IOException e) {
      throw new Failure("PostgreSQL did not end", e);
    }
    folder.pidFile("postgresql").delete();
  }

  private static Map<String, Database> create(
      EmbeddedPostgres server, Path data, int port, Map<String, String> wanted, String keeper)
      throws SQLException, IOException {
    StringBuilder access = new StringBuilder();
    access.append("host all ").append(Databases.KEEPER).append(" 127.0.0.1/32 scram-sha-256\n");
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE " + Databases.KEEPER + " SUPERUSER LOGIN PASSWORD '" + keeper + "'");
      Map<String, Database> databases = create(statement, "127.0.0.1:" + port, wanted);
      for (String name : Set.copyOf(wanted.values())) {
        access.append("host ").append(name).append(' ').append(name);
        access.append(" 127.0.0.1/32 scram-sha-256\n");
      }
      // Nobody else gets in any more, the superuser without a password least of all.
      Files.writeString(data.resolve("pg_hba.conf"), access);
      statement.execute("SELECT pg_reload_conf()");
      return databases;
    }
  }

  /**
   * Makes databases and who may enter each, with passwords of their own; what is left of an earlier
   * try is replaced.
   *
   * @param statement of a superuser
   * @param address host:port
   */
  static Map<String, Database> create(
      Statement statement, String address, Map<String, String> wanted) throws SQLException {
    Map<String, Database> databases = new LinkedHashMap<>();
    for (String name : Set.copyOf(wanted.values())) {
      String password = secret();
      statement.execute("DROP DATABASE IF EXISTS " + name);
      statement.execute("DROP ROLE IF EXISTS " + name);
      statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + password + "'");
      statement.execute("CREATE DATABASE " + name + " OWNER " + name);
      statement.execute("REVOKE ALL ON DATABASE " + name + " FROM PUBLIC");
      databases.put(
          name, new Database("jdbc:postgresql://" + address + "/" + name, name, password));
    }
    Map<String, Database> byService = new LinkedHashMap<>();
    wanted.forEach((service, name) -> byService.put(service, databases.get(name)));
    return Map.copyOf(byService);
  }

  /** 144 bits in hexadecimal. */
  static String secret() {
    byte[] bytes = new byte[18];
    new SecureRandom().nextBytes(bytes);
    return HexFormat.of().formatHex(bytes);
  }
}
