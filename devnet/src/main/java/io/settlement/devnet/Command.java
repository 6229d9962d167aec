// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet;

import io.settlement.devnet.terminal.Failure;
import java.nio.file.Path;

/** The frame of every command: a failure is a sentence and a non-zero exit. */
final class Command {
  private Command() {}

  static void run(Runnable work) {
    int exit = 0;
    try {
      work.run();
    } catch (Failure e) {
      System.err.println(e.getMessage());
      exit = 1;
    } catch (RuntimeException e) {
      e.printStackTrace();
      exit = 1;
    }
    System.out.flush();
    System.exit(exit);
  }

  /** The scripts say where the project is. */
  static Path projectRoot() {
    String root = System.getProperty("devnet.root");
    if (root == null) {
      throw new Failure("Start this through the scripts in devnet/.");
    }
    return Path.of(root);
  }
}
