// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.drill;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.settlement.devnet.terminal.Failure;
import io.settlement.devnet.terminal.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The services of another commit, built once in a work tree below {@code target}. */
public final class FormerBuild {
  private static final String SERVICES =
      "handler-registry,gas-service,relayer-service,artifact-service,gateway";

  private FormerBuild() {}

  /** Where they are. */
  public static Path of(Path root, String commit, Progress progress) {
    String sha = run(root, List.of("git", "rev-parse", "--short=12", commit + "^{commit}"));
    Path folder = root.resolve("target/former").resolve(sha);
    Path done = folder.resolve("target-is-complete");
    if (!Files.exists(done)) {
      progress.say("building the services of " + sha);
      if (!Files.isDirectory(folder)) {
        run(root, List.of("git", "worktree", "prune"));
        run(root, List.of("git", "worktree", "add", "--detach", folder.toString(), sha));
      }
      run(
          folder,
          List.of("mvn", "-B", "-ntp", "-q", "-DskipTests", "package", "-am", "-pl", SERVICES));
      try {
        Files.writeString(done, sha);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return folder;
  }

  private static String run(Path folder, List<String> command) {
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String said = new String(process.getInputStream().readAllBytes(), UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new Failure("%s failed:%n%s".formatted(String.join(" ", command), said));
      }
      return said;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted", e);
    }
  }
}
