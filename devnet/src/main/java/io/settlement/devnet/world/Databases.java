// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Ports;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

/**
 * The databases of a world, as who runs their server sees them: it can be backed up while everybody
 * works, and a backup can be brought up as a server of its own.
 */
public final class Databases implements AutoCloseable {
  /** Who may do everything, with a password as everybody else. */
  static final String KEEPER = "keeper";

  private static final Duration START = Duration.ofSeconds(60);
  private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts");

  private final RunFolder folder;
  private final Path data;
  private final String password;
  private final Map<String, Postgres.Database> byService;
  private volatile AutoCloseable restored = () -> {};

  Databases(
      RunFolder folder, Path data, String password, Map<String, Postgres.Database> byService) {
    this.folder = folder;
    this.data = data;
    this.password = password;
    this.byService = Map.copyOf(byService);
  }

  /** What a service uses. */
  Postgres.Database of(String service) {
    Postgres.Database database = byService.get(service);
    if (database == null) {
      throw new IllegalArgumentException("no database of " + service);
    }
    return database;
  }

  /** A service's database, by whoever runs the server: the services' roles come and go. */
  public Connection open(String service) {
    try {
      return DriverManager.getConnection(of(service).url(), KEEPER, password);
    } catch (SQLException e) {
      throw new Failure("the database of " + service + " does not answer", e);
    }
  }

  /** A base backup of the whole server, taken while everybody works. */
  public Path backUp() {
    Path copy = folder.data().resolve("postgresql-backup");
    try (Connection keeper = keeper();
        Statement statement = keeper.createStatement()) {
      RunFolder.delete(copy);
      statement.execute("SELECT pg_backup_start('drill', true)");
      copy(data, copy, false);
      try (ResultSet stopped = statement.executeQuery("SELECT labelfile FROM pg_backup_stop()")) {
        stopped.next();
        Files.writeString(copy.resolve("backup_label"), stopped.getString(1));
      }
      copy(data.resolve("pg_wal"), copy.resolve("pg_wal"), true);
      return copy;
    } catch (SQLException e) {
      throw new Failure("PostgreSQL could not be backed up", e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Brings a backup up beside the server; which port it listens on. */
  public int bringUp(Path backup) {
    int port = Ports.free();
    Path access = backup.resolve("pg_hba.conf");
    try {
      String locked = Files.readString(access);
      // Whoever starts it looks whether it is there, which nobody without a password may otherwise.
      Files.writeString(access, "host all postgres 127.0.0.1/32 trust\n" + locked);
      ProcessBuilder.Redirect log =
          ProcessBuilder.Redirect.appendTo(folder.log("postgresql-restored").toFile());
      EmbeddedPostgres server =
          EmbeddedPostgres.builder()
              .setPort(port)
              .setDataDirectory(backup)
              .setCleanDataDirectory(false)
              .setRegisterShutdownHook(false)
              .setPGStartupWait(START)
              .setOutputRedirector(log)
              .setErrorRedirector(log)
              .start();
      restored = server;
      long pid =
          Long.parseLong(Files.readAllLines(backup.resolve("postmaster.pid")).get(0).strip());
      ProcessHandle.of(pid).ifPresent(folder.pidFile("postgresql-restored")::write);
      try (Connection connection = server.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        Files.writeString(access, locked);
        statement.execute("SELECT pg_reload_conf()");
      }
      return port;
    } catch (IOException | SQLException e) {
      throw new Failure("The backup did not come up, see " + folder.log("postgresql-restored"), e);
    }
  }

  /**
   * Makes a second role that may log in and acts as the first one; what a service is told to use
   * it, by property name.
   */
  public Map<String, String> secondRole(String service) {
    Postgres.Database database = of(service);
    String name = database.user() + "_b";
    String secret = Postgres.secret();
    asKeeper(
        "CREATE ROLE %s LOGIN PASSWORD '%s' IN ROLE %s".formatted(name, secret, database.user()),
        // What it creates belongs to the role that it stands for.
        "ALTER ROLE %s SET role TO %s".formatted(name, database.user()));
    admit("host " + database.user() + " " + name + " 127.0.0.1/32 scram-sha-256\n");
    return Map.of("spring.datasource.username", name, "spring.datasource.password", secret);
  }

  /** The first role may not log in any more; whoever still uses it is thrown out. */
  public void lockFirstRole(String service) {
    String user = of(service).user();
    asKeeper(
        "ALTER ROLE %s NOLOGIN".formatted(user),
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + user + "'");
  }

  private void asKeeper(String... statements) {
    try (Connection keeper = keeper();
        Statement statement = keeper.createStatement()) {
      for (String one : statements) {
        statement.execute(one);
      }
    } catch (SQLException e) {
      throw new Failure("PostgreSQL refuses", e);
    }
  }

  private void admit(String line) {
    try {
      Files.writeString(data.resolve("pg_hba.conf"), line, StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    asKeeper("SELECT pg_reload_conf()");
  }

  private Connection keeper() throws SQLException {
    String url =
        byService.values().iterator().next().url().replaceFirst("(//[^/]*/)[^?]*", "$1postgres");
    return DriverManager.getConnection(url, KEEPER, password);
  }

  /** Where a service finds its database on the server that listens there. */
  public String url(String service, int port) {
    return of(service).url().replaceFirst(":\\d+/", ":" + port + "/");
  }

  @Override
  public void close() {
    try {
      restored.close();
    } catch (Exception e) {
      throw new Failure("the restored PostgreSQL did not end", e);
    }
    folder.pidFile("postgresql-restored").delete();
  }

  /** Files come and go while it works; the log of what is missing in them is copied last. */
  private static void copy(Path from, Path to, boolean log) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            Path made = to.resolve(from.relativize(folder).toString());
            Files.createDirectories(
                made,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            boolean isLog = from.relativize(file).startsWith("pg_wal");
            if (!NOT_COPIED.contains(file.getFileName().toString()) && (log || !isLog)) {
              try {
                Files.copy(
                    file,
                    to.resolve(from.relativize(file).toString()),
                    StandardCopyOption.REPLACE_EXISTING,
                    StandardCopyOption.COPY_ATTRIBUTES);
              } catch (NoSuchFileException e) {
                return FileVisitResult.CONTINUE; // gone since it was listed
              }
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }
        });
  }
}
