// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway.timeline;

import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What streams of one kind are told. Each has a subject. What is new is read for all of them at
 * once; what is old for each, a page at a time.
 */
abstract class Source {

  /** Where what is new begins. */
  abstract long end();

  /** What came after a position of any of these subjects. */
  abstract News after(long position, Set<String> subjects, int limit);

  /** What came after each mark, at most {@code each} of each; the subjects differ. */
  abstract History history(Collection<Mark> marks, int each);

  /** Who comes again after a position up to here may have missed something. */
  abstract long forgotten();

  /** Whether a stream that names no event begins with the first one, or with what happens then. */
  abstract boolean fromTheFirst();

  /**
   * How far a stream has read.
   *
   * @param id of the last event
   */
  record Mark(String subject, long id) {}

  /**
   * One event.
   *
   * @param id rises along a subject
   * @param data JSON, shared by all streams it is for
   */
  record Event(String subject, long id, String type, String data) {}

  /**
   * A part of what is new.
   *
   * @param position up to where it goes
   * @param more there is more already
   * @param ended subjects of which nothing follows, once there is no more
   */
  record News(long position, boolean more, List<Event> events, Set<String> ended) {}

  /**
   * A part of what was.
   *
   * @param events of each subject in order
   * @param ended subjects of which nothing follows when the part is not full
   */
  record History(List<Event> events, Set<String> ended) {}
}
