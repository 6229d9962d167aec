// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where one world keeps what it writes: config, keys, logs, data, pid files. Made anew for each
 * run, readable by its owner only.
 *
 * @param path the folder
 */
public record RunFolder(Path path) {
  private static final String LAUNCHER = "launcher";

  /** Ends what a killed run left behind, empties the folder and claims it for this process. */
  public static RunFolder fresh(Path path) {
    RunFolder folder = new RunFolder(path);
    try {
      Files.createDirectories(folder.pids());
      PidFile launcher = folder.pidFile(LAUNCHER);
      if (launcher.process().isPresent()) {
        throw new Failure(
            "A world is already running in %s (process %d): end it with Ctrl-C first."
                .formatted(path, launcher.process().get().pid()));
      }
      PidFile.endAll(folder.pids(), LAUNCHER);
      delete(path);
      for (Path part : new Path[] {path, folder.pids(), folder.config(), folder.logs()}) {
        Files.createDirectories(part);
      }
      for (Path part : new Path[] {folder.keys(), folder.data()}) {
        Files.createDirectories(part);
      }
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString("rwx--x--x"));
      Files.setPosixFilePermissions(folder.keys(), PosixFilePermissions.fromString("rwx------"));
      Files.setPosixFilePermissions(folder.config(), PosixFilePermissions.fromString("rwx------"));
      launcher.write(ProcessHandle.current());
      return folder;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Configuration of the services. */
  public Path config() {
    return path.resolve("config");
  }

  /** Keystores and their passwords. */
  public Path keys() {
    return path.resolve("keys");
  }

  /** One log for each process. */
  public Path logs() {
    return path.resolve("logs");
  }

  /** Files of PostgreSQL and Kafka. */
  public Path data() {
    return path.resolve("data");
  }

  /** The log of a process. */
  public Path log(String name) {
    return logs().resolve(name + ".log");
  }

  /** The pid file of a process. */
  public PidFile pidFile(String name) {
    return new PidFile(pids().resolve(name + ".pid"));
  }

  /** Every process of this world that runs, by name. */
  public Map<String, ProcessHandle> processes() {
    Map<String, ProcessHandle> running = new TreeMap<>();
    try (Stream<Path> files = Files.list(pids())) {
      for (Path file : files.toList()) {
        String name = file.getFileName().toString().replaceFirst("\\.pid$", "");
        if (!name.equals(LAUNCHER)) {
          new PidFile(file).process().ifPresent(process -> running.put(name, process));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return running;
  }

  /** Writes a file only its owner may read. */
  public static Path writePrivately(Path file, String text) {
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends every process of this world that is still there. */
  public void endChildren() {
    try {
      PidFile.endAll(pids(), LAUNCHER);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Gives the folder up; what is in it stays readable until the next run. */
  public void release() {
    pidFile(LAUNCHER).delete();
  }

  /** Deletes a file or a folder with everything in it; a missing one is fine. */
  public static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    Files.walkFileTree(
        path,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
              throws IOException {
            Files.deleteIfExists(directory);
            return FileVisitResult.CONTINUE;
          }
        });
  }

  private Path pids() {
    return path.resolve("pids");
  }
}
