// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** A JVM that is a Kafka broker: formats its empty folder, then serves. */
final class BrokerMain {
  private BrokerMain() {}

  /**
   * @param arguments its settings, and where it knows users a file with them, a line each
   */
  public static void main(String[] arguments) throws IOException {
    String properties = arguments[0];
    List<String> users =
        arguments.length > 1 ? Files.readAllLines(Path.of(arguments[1])) : List.of();
    int refused = isFormatted(Path.of(properties)) ? 0 : format(properties, users);
    if (refused != 0) {
      System.exit(refused);
    }
    Kafka.main(new String[] {properties});
  }

  private static boolean isFormatted(Path file) throws IOException {
    Properties properties = new Properties();
    try (Reader reader = Files.newBufferedReader(file)) {
      properties.load(reader);
    }
    return Files.exists(Path.of(properties.getProperty("log.dirs"), "meta.properties"));
  }

  private static int format(String properties, List<String> users) {
    List<String> format = new ArrayList<>(List.of("format", "--standalone", "-c", properties));
    format.addAll(List.of("-t", Uuid.randomUuid().toString()));
    users.forEach(user -> format.addAll(List.of("--add-scram", user)));
    return StorageTool.execute(format.toArray(String[]::new), System.out);
  }
}
