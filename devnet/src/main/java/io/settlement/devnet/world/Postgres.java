// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import static java.nio.file.StandardCopyOption.COPY_ATTRIBUTES;

import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
   * @param user whom a service runs as
   * @param owner of the tables, who migrates them; null where that is the user
   */
  record Database(String url, String user, String password, @Nullable Login owner) {}

  /** A role and its password. */
  record Login(String name, String password) {}

  /**
   * @param guard what makes connections secret and shows who is at the other end, with two roles
   *     for each database; null where neither is
   */
  static Postgres start(RunFolder folder, WorldPlan plan, int port, @Nullable Certificates guard) {
    Path data = folder.data().resolve("postgresql");
    try {
      ProcessBuilder.Redirect log =
          ProcessBuilder.Redirect.appendTo(folder.log("postgresql").toFile());
      EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder();
      if (plan.machinery().logsQueries()) {
        builder
            .setServerConfig("log_min_duration_sample", "0")
            .setServerConfig("log_statement_sample_rate", "0.2")
            .setServerConfig("log_parameter_max_length", "0");
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
      Map<String, Database> created = create(server, data, plan, port, guard, keeper);
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
      EmbeddedPostgres server,
      Path data,
      WorldPlan plan,
      int port,
      @Nullable Certificates guard,
      String keeper)
      throws SQLException, IOException {
    String address = "127.0.0.1:" + port;
    StringBuilder access = new StringBuilder();
    access.append("host all ").append(Databases.KEEPER).append(" 127.0.0.1/32 scram-sha-256\n");
    try (Connection connection = server.getPostgresDatabase().getConnection();
        Statement statement = connection.createStatement()) {
      statement.execute(
          "CREATE ROLE " + Databases.KEEPER + " SUPERUSER LOGIN PASSWORD '" + keeper + "'");
      Map<String, Database> databases =
          guard == null
              ? create(statement, address, plan.databases())
              : create(server, statement, address, plan, guard);
      Set.copyOf(databases.values()).forEach(database -> access.append(admission(database)));
      if (guard != null) {
        Certificates.Server certificate = guard.server("postgresql");
        Files.copy(certificate.certificate(), data.resolve("server.crt"));
        Files.copy(certificate.key(), data.resolve("server.key"), COPY_ATTRIBUTES);
        statement.execute("ALTER SYSTEM SET ssl = on");
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
          name, new Database("jdbc:postgresql://" + address + "/" + name, name, password, null));
    }
    return byService(wanted, databases);
  }

  /** Databases of two roles each, as helm/backing/postgresql.sql makes them. */
  private static Map<String, Database> create(
      EmbeddedPostgres server,
      Statement statement,
      String address,
      WorldPlan plan,
      Certificates guard)
      throws SQLException {
    PsqlScript script = PsqlScript.of(plan.projectRoot());
    String verified = "?sslmode=verify-full&sslrootcert=" + guard.authority();
    Map<String, Database> databases = new LinkedHashMap<>();
    for (String name : Set.copyOf(plan.databases().values())) {
      script.run(name, database -> server.getDatabase("postgres", database).getConnection());
      Login user = new Login(name, secret());
      Login owner = new Login(name + "_owner", secret());
      for (Login login : List.of(user, owner)) {
        statement.execute("ALTER ROLE %s PASSWORD '%s'".formatted(login.name(), login.password()));
      }
      String url = "jdbc:postgresql://" + address + "/" + name + verified;
      databases.put(name, new Database(url, name, user.password(), owner));
    }
    return byService(plan.databases(), databases);
  }

  private static Map<String, Database> byService(
      Map<String, String> wanted, Map<String, Database> databases) {
    Map<String, Database> byService = new LinkedHashMap<>();
    wanted.forEach((service, name) -> byService.put(service, databases.get(name)));
    return Map.copyOf(byService);
  }

  /** The lines of pg_hba.conf that let a database's roles in; each is called as its user. */
  private static String admission(Database database) {
    String line = "%s " + database.user() + " %s 127.0.0.1/32 scram-sha-256%n";
    Login owner = database.owner();
    return owner == null
        ? line.formatted("host", database.user())
        : line.formatted("hostssl", database.user()) + line.formatted("hostssl", owner.name());
  }

  /** 144 bits in hexadecimal. */
  static String secret() {
    return Passwords.random();
  }
}
