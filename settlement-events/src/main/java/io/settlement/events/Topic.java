// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

/**
 * A topic and the sealed type of everything in it.
 *
 * @param name the Kafka topic
 * @param events the sealed interface of its facts
 * @param compacted whether only the latest fact of each key is kept
 */
public record Topic<E extends SuiteEvent>(String name, Class<E> events, boolean compacted) {

  /** The dead-letter topic of this topic. */
  public String deadLetters() {
    return name + ".dlq";
  }
}
