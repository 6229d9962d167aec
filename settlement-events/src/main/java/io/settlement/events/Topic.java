// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import java.util.List;

/**
 * A topic, the sealed type of everything in it, and who has to do with it.
 *
 * @param name the Kafka topic
 * @param events the sealed interface of its facts
 * @param key what its records are keyed by: facts of one key keep their order
 * @param keep what it keeps
 * @param writer the one service that writes it; in brackets which roles of it
 * @param readers the services that read it; in brackets which roles of it
 */
public record Topic<E extends SuiteEvent>(
    String name, Class<E> events, String key, Keep keep, String writer, List<String> readers) {
  /** What dead letters keep: long enough for somebody to come back from a holiday. */
  public static final Keep DEAD_LETTERS = Keep.days(30);

  /** Keeps its own copy. */
  public Topic {
    readers = List.copyOf(readers);
  }

  /** Whether only the latest fact of each key is kept. */
  public boolean compacted() {
    return keep.compacted();
  }

  /** The dead-letter topic of this topic. */
  public String deadLetters() {
    return name + ".dlq";
  }
}
