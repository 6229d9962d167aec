// SPDX-License-Identifier: Apache-2.0
package io.settlement.devnet.world;

import kafka.Kafka;
import kafka.tools.StorageTool;
import org.apache.kafka.common.Uuid;

/** A JVM that is a Kafka broker: formats its empty folder, then serves. */
final class BrokerMain {
  private BrokerMain() {}

  public static void main(String[] arguments) {
    String properties = arguments[0];
    int refused =
        StorageTool.execute(
            new String[] {
              "format", "--standalone", "-t", Uuid.randomUuid().toString(), "-c", properties
            },
            System.out);
    if (refused != 0) {
      System.exit(refused);
    }
    Kafka.main(new String[] {properties});
  }
}
