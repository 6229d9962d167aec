// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.reserve;

import io.settlement.events.RegistryEvent;
import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.registry.RegistryView;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The artifacts the registry's handlers move. */
@Component
class Catalogue {
  private final Map<HandlerId, Entry> handlers = new ConcurrentHashMap<>();

  /** A handler and what it moves. */
  record Entry(HandlerState handler, Asset asset) {}

  Catalogue(RegistryView registry) {
    registry.onChange(this::keep);
  }

  private void keep(RegistryEvent change) {
    if (change instanceof HandlerState handler) {
      handler
          .asset()
          .ifPresentOrElse(
              asset -> handlers.put(handler.handler(), new Entry(handler, asset)),
              () -> handlers.remove(handler.handler()));
    }
  }

  /** Each artifact's handlers, in the order of their ids. */
  Map<String, List<Entry>> byArtifact() {
    return handlers.values().stream()
        .sorted(Comparator.comparing(entry -> entry.handler().handler().toString()))
        .collect(Collectors.groupingBy(entry -> entry.asset().artifact()));
  }
}
