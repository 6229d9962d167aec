// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Streams of one artifact. */
@Component
class OneArtifact extends Source {
  private final ArtifactEvents events;

  OneArtifact(ArtifactEvents events) {
    this.events = events;
  }

  @Override
  long end() {
    return events.end();
  }

  @Override
  News after(long position, Set<String> subjects, int limit) {
    List<Event> told = events.after(position, limit);
    return new News(
        told.isEmpty() ? position : told.getLast().id(),
        told.size() == limit,
        told.stream().filter(event -> subjects.contains(event.subject())).toList(),
        Set.of());
  }

  @Override
  History history(Collection<Mark> marks, int each) {
    return new History(events.after(marks, each), Set.of());
  }

  @Override
  long forgotten() {
    return events.forgotten();
  }

  @Override
  boolean fromTheFirst() {
    return false;
  }
}
