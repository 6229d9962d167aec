// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.bench;

import io.settlement.devnet.journey.WorldFile;
import io.settlement.devnet.load.Meters;
import io.settlement.devnet.process.RunFolder;
import io.settlement.devnet.terminal.Failure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** What is alive in the heap of each service: asked for right after two full collections. */
final class Heap {
  private static final String USED = "jvm_memory_used_bytes{area=\"heap\"";
  private static final int COLLECTIONS = 2;

  private Heap() {}

  /** Megabytes by service. */
  static Map<String, Double> alive(WorldFile world) {
    Map<String, ProcessHandle> processes = new RunFolder(world.folder()).processes();
    Map<String, Double> alive = new TreeMap<>();
    world
        .services()
        .forEach(
            (name, url) -> {
              ProcessHandle process = processes.get(name);
              if (process != null) {
                collect(process.pid());
                double bytes = Meters.sumStarting(Meters.scrape(url), USED);
                alive.put(name, Math.round(bytes / 10_000.0) / 100.0);
              }
            });
    return alive;
  }

  private static void collect(long pid) {
    String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
    for (int i = 0; i < COLLECTIONS; i++) {
      try {
        Process asked =
            new ProcessBuilder(jcmd, Long.toString(pid), "GC.run")
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (asked.waitFor() != 0) {
          throw new Failure("Process " + pid + " did not collect its garbage.");
        }
      } catch (IOException e) {
        throw new Failure("jcmd cannot be started", e);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new Failure("interrupted while a heap was collected", e);
      }
    }
  }
}
