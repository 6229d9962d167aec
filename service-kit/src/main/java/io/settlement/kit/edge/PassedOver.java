// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.edge;

import io.settlement.events.SuiteEvent;
import io.settlement.kit.kafka.CloudEvents;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Types a reader has nothing to do with.
 *
 * @param names their stable words
 */
record PassedOver(Set<String> names) {

  static PassedOver nothing() {
    return new PassedOver(Set.of());
  }

  static PassedOver types(Collection<? extends Class<? extends SuiteEvent>> types) {
    return new PassedOver(
        types.stream().map(SuiteEvent::typeName).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether the record says that it is of such a type; one that says nothing is read. */
  boolean includes(SourceRecord record) {
    return !names.isEmpty()
        && CloudEvents.type(record.headers()).filter(names::contains).isPresent();
  }
}
