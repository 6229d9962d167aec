// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import io.settlement.devnet.process.Jvm;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the services run on.
 *
 * @param heapMegabytes most heap of one service
 * @param keepsStartCaches whether services leave a cache behind that starts them faster next time
 * @param logsQueries whether PostgreSQL logs how long its statements took, a sample of them
 * @param options of Java instead of those that make it quick; none, and these count
 * @param settings of every service, before its configuration, by property name
 * @param secured whether Kafka and PostgreSQL speak TLS only, and Kafka knows users and their
 *     rights
 */
record Machinery(
    int heapMegabytes,
    boolean keepsStartCaches,
    boolean logsQueries,
    List<String> options,
    Map<String, String> settings,
    boolean secured) {
  private static final int QUICK_HEAP = 256;

  static Machinery quick(boolean keepsStartCaches) {
    return new Machinery(QUICK_HEAP, keepsStartCaches, false, List.of(), Map.of(), false);
  }

  Machinery withHeap(int megabytes) {
    return new Machinery(megabytes, keepsStartCaches, logsQueries, options, settings, secured);
  }

  Machinery loggingQueries() {
    return new Machinery(heapMegabytes, keepsStartCaches, true, options, settings, secured);
  }

  Machinery withOptions(List<String> others) {
    return new Machinery(
        heapMegabytes, keepsStartCaches, logsQueries, List.copyOf(others), settings, secured);
  }

  Machinery with(String property, String value) {
    Map<String, String> more = new LinkedHashMap<>(settings);
    more.put(property, value);
    return new Machinery(heapMegabytes, keepsStartCaches, logsQueries, options, more, secured);
  }

  Machinery asSecured() {
    return new Machinery(heapMegabytes, keepsStartCaches, logsQueries, options, settings, true);
  }

  /** The beginning of a service's command line. */
  List<String> java() {
    List<String> command = options.isEmpty() ? Jvm.quick(heapMegabytes) : Jvm.with(options);
    settings.forEach((property, value) -> command.add("-D" + property + "=" + value));
    return command;
  }
}
