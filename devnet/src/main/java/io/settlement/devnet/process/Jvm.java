// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.process;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Command lines of further JVMs, all of the kind this one is. */
public final class Jvm {
  private static final int AOT_CACHES_SINCE = 25;

  private Jvm() {}

  /**
   * Quick to start, small in memory: what short-lived local services want. Without the full
   * compiler, which on two cores takes more from a run of minutes than it gives.
   */
  public static List<String> quick(int heapMegabytes) {
    return with(
        List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xmx" + heapMegabytes + "m"));
  }

  /** With these options and no others. */
  public static List<String> with(List<String> options) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
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

  /**
   * The class path of this JVM. Folders are left out when devnet itself is there as a jar: a JVM
   * archives no classes from folders.
   */
  public static String classPath() {
    List<String> entries =
        List.of(System.getProperty("java.class.path").split(File.pathSeparator, -1));
    List<String> jars = entries.stream().filter(entry -> entry.endsWith(".jar")).toList();
    boolean packaged = jars.stream().anyMatch(jar -> jar.matches(".*[/\\\\]devnet-[^/\\\\]*"));
    return String.join(File.pathSeparator, packaged ? jars : entries);
  }
}
