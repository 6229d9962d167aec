// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs, all of the kind this one is. */
public final class Jvm {
  private static final int AOT_CACHES_SINCE = 25;

  private Jvm() {}

  /** Quick to start, small in memory: what short-lived local services want. */
  public static List<String> quick(int heapMegabytes) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-Xmx" + heapMegabytes + "m");
    return command;
  }

  /** Whether this JVM can write and read ahead-of-time caches in one step. */
  public static boolean hasAotCaches() {
    return Runtime.version().feature() >= AOT_CACHES_SINCE;
  }

  /** Starts from a class archive that the JVM itself keeps up to date in a file. */
  public static String sharedArchive(Path archive) {
    return "-XX:SharedArchiveFile=" + archive;
  }

  /** The class path of this JVM. */
  public static String classPath() {
    return System.getProperty("java.class.path");
  }

  /** Whether a cache is there and no older than what it caches. */
  static boolean isUsable(Path cache) {
    return hasAotCaches() && Files.isRegularFile(cache);
  }
}
