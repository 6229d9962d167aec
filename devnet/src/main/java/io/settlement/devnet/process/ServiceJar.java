// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.ZipFile;

/**
 * A built service, unpacked: nested jars cost seconds at every start. Each build has a folder of
 * its own, so that a rebuild never pulls classes from under a running world.
 *
 * @param folder of this build
 * @param jar the thin jar in it, beside its lib folder
 */
public record ServiceJar(Path folder, Path jar) {
  private static final int BUILDS_KEPT = 2;

  /** Unpacks the module's jar unless that was done before. */
  public static ServiceJar of(Path projectRoot, String module, RunFolder logs) {
    try {
      Path built = newestJar(projectRoot.resolve(module).resolve("target"), module);
      Path home = projectRoot.resolve("devnet/run/cache").resolve(module);
      String build = fingerprint(built);
      Path folder = home.resolve(build);
      if (!Files.isDirectory(folder)) {
        Files.createDirectories(home);
        forgetOldBuilds(home);
        Path unpacked = unpack(built, home, logs, module);
        Files.move(unpacked, folder);
      }
      return new ServiceJar(folder, folder.resolve(built.getFileName()));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot unpack " + module, e);
    }
  }

  /** The ahead-of-time cache of this build; may not be there. */
  public Path aotCache() {
    return cacheIn(folder);
  }

  private static Path cacheIn(Path folder) {
    return folder.resolve("java-" + Runtime.version().feature() + ".aot");
  }

  private static Path unpack(Path built, Path home, RunFolder logs, String module)
      throws IOException {
    Path target = Files.createTempDirectory(home, "unpacking");
    List<String> command = Jvm.quick(128);
    command.addAll(
        List.of(
            "-Djarmode=tools", "-jar", built.toString(), "extract", "--force", "--destination"));
    command.add(target.toString());
    Child unpacking = Child.start(logs, "unpack-" + module, command, java.util.Map.of());
    if (unpacking.exitCode() != 0) {
      throw new Failure("%s could not be unpacked:%n%s".formatted(built, unpacking.lastLines(20)));
    }
    unpacking.end(java.time.Duration.ZERO);
    return target;
  }

  private static Path newestJar(Path target, String module) throws IOException {
    if (Files.isDirectory(target)) {
      try (Stream<Path> files = Files.list(target)) {
        return files
            .filter(file -> file.getFileName().toString().matches(module + "-[0-9][^/]*\\.jar"))
            .filter(file -> !file.toString().matches(".*-(sources|javadoc|tests|plain)\\.jar"))
            .max(Comparator.comparingLong(ServiceJar::modified))
            .orElseThrow(() -> new Failure(module + " is not built: run mvn package first."));
      }
    }
    throw new Failure(module + " is not built: run mvn package first.");
  }

  private static void forgetOldBuilds(Path home) throws IOException {
    List<Path> builds;
    try (Stream<Path> folders = Files.list(home)) {
      builds = folders.sorted(Comparator.comparingLong(ServiceJar::modified).reversed()).toList();
    }
    for (Path old : builds.subList(Math.min(BUILDS_KEPT - 1, builds.size()), builds.size())) {
      RunFolder.delete(old);
    }
    // A cache is larger than all else together, and the old build hardly starts again.
    for (Path kept : builds.subList(0, Math.min(BUILDS_KEPT - 1, builds.size()))) {
      Files.deleteIfExists(cacheIn(kept));
    }
  }

  /** Of all that is in it: a rebuild that changes nothing keeps what was made from it before. */
  private static String fingerprint(Path built) throws IOException {
    CRC32 sum = new CRC32();
    try (ZipFile zip = new ZipFile(built.toFile())) {
      zip.stream()
          .map(entry -> entry.getName() + entry.getSize() + entry.getCrc())
          .sorted()
          .forEach(text -> sum.update(text.getBytes(StandardCharsets.UTF_8)));
    }
    return HexFormat.of().toHexDigits(sum.getValue(), 8);
  }

  private static long modified(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
