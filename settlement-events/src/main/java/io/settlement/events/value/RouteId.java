// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Objects;

/**
 * One direction between two handlers, written {@code Chain:0x…>Chain:0x…}.
 *
 * @param from the handler that sends
 * @param to the handler that receives
 */
public record RouteId(HandlerId from, HandlerId to) {

  /** Has both ends, also where it is read from a JSON object. */
  public RouteId {
    Objects.requireNonNull(from, "from");
    Objects.requireNonNull(to, "to");
  }

  /** From {@code Chain:0x…>Chain:0x…}. */
  @JsonCreator
  public static RouteId parse(String text) {
    int arrow = text.indexOf('>');
    if (arrow < 0) {
      throw new InvalidValue("route", text);
    }
    return new RouteId(
        HandlerId.parse(text.substring(0, arrow)), HandlerId.parse(text.substring(arrow + 1)));
  }

  @JsonValue
  @Override
  public String toString() {
    return from + ">" + to;
  }
}
