// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;

/**
 * One fact of every type as it is spelled on the wire, in {@code golden/<TypeName>.json}. Writers
 * must produce these bytes, readers must understand them. They tell the life of one message, from
 * Alpha to Beta, that succeeds.
 */
public final class Golden {
  private Golden() {}

  /** Every type of fact, sorted by its name on the wire. */
  public static List<Class<? extends SuiteEvent>> types() {
    List<Class<? extends SuiteEvent>> types = new ArrayList<>();
    Deque<Class<?>> sealed = new ArrayDeque<>(List.of(SuiteEvent.class));
    while (!sealed.isEmpty()) {
      for (Class<?> permitted : sealed.pop().getPermittedSubclasses()) {
        if (permitted.isSealed()) {
          sealed.push(permitted);
        } else {
          types.add(permitted.asSubclass(SuiteEvent.class));
        }
      }
    }
    types.sort(Comparator.comparing(Class::getSimpleName));
    return List.copyOf(types);
  }

  /** The golden fact of a type, by its name on the wire. */
  public static SuiteEvent read(String typeName) {
    Class<? extends SuiteEvent> type =
        types().stream()
            .filter(one -> one.getSimpleName().equals(typeName))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no such type: " + typeName));
    return EventCodec.decode(topic(type), bytes(typeName));
  }

  /** The golden fact of a type. */
  public static <E extends SuiteEvent> E read(Class<E> type) {
    return type.cast(read(type.getSimpleName()));
  }

  /** The golden facts of a topic. */
  public static <E extends SuiteEvent> List<E> of(Topic<E> topic) {
    return all().stream().filter(topic.events()::isInstance).map(topic.events()::cast).toList();
  }

  /** Every golden fact. */
  public static List<SuiteEvent> all() {
    return types().stream().map(type -> read(type.getSimpleName())).toList();
  }

  /** The wire form of a type's golden fact, without the line end of the file. */
  public static byte[] bytes(String typeName) {
    String file = "/golden/" + typeName + ".json";
    try (InputStream in = Golden.class.getResourceAsStream(file)) {
      if (in == null) {
        throw new IllegalStateException("no golden file " + file);
      }
      byte[] all = in.readAllBytes();
      return all[all.length - 1] == '\n' ? java.util.Arrays.copyOf(all, all.length - 1) : all;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Topic<? extends SuiteEvent> topic(Class<? extends SuiteEvent> type) {
    return Topics.ALL.stream()
        .filter(topic -> topic.events().isAssignableFrom(type))
        .findFirst()
        .orElseThrow();
  }
}
