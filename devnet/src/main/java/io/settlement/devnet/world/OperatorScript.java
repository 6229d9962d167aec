// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A script that operators run, run here: the command it is given prints its words, so that what
 * would have been a process each becomes one request.
 */
final class OperatorScript {
  private final Path script;

  OperatorScript(Path projectRoot, String name) {
    this.script = projectRoot.resolve("helm/backing").resolve(name);
  }

  /**
   * The words of each call of the command.
   *
   * @param command the variable that names the command
   */
  List<Call> calls(String command, Map<String, String> environment, List<String> arguments) {
    List<String> line = new ArrayList<>(List.of("sh", script.toString()));
    line.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(line).redirectErrorStream(true);
    builder.environment().putAll(environment);
    builder.environment().put(command, "echo");
    try {
      Process process = builder.start();
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      if (process.waitFor() != 0) {
        throw new Failure(script + " failed: " + said);
      }
      return said.lines().map(one -> new Call(List.of(one.split(" ", -1)))).toList();
    } catch (IOException e) {
      throw new Failure(script + " cannot be run", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new Failure("interrupted in " + script, e);
    }
  }

  /**
   * One call of the command.
   *
   * @param words after the command itself
   */
  record Call(List<String> words) {

    /** What follows each of these options. */
    List<String> all(String option) {
      List<String> found = new ArrayList<>();
      for (int i = 0; i + 1 < words.size(); i++) {
        if (words.get(i).equals(option)) {
          found.add(words.get(i + 1));
        }
      }
      return found;
    }

    /** What follows the one such option. */
    String one(String option) {
      List<String> found = all(option);
      if (found.size() != 1) {
        throw new Failure("not one " + option + " in " + words);
      }
      return found.get(0);
    }
  }
}
