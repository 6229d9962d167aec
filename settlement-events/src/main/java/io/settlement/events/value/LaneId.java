// SPDX-License-Identifier: Apache-2.0
package io.settlement.events.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/**
 * One submitter key on one chain, written {@code Chain/0}: the unit of parallel delivery.
 *
 * @param chain where its transactions go
 * @param index which of the chain's keys, from 0
 */
public record LaneId(ChainName chain, int index) {

  /** Refuses a negative index. */
  public LaneId {
    if (index < 0) {
      throw new InvalidValue("lane", chain + "/" + index);
    }
  }

  /** From {@code Chain/0}. */
  @JsonCreator
  public static LaneId parse(String text) {
    int slash = text.indexOf('/');
    try {
      return new LaneId(
          new ChainName(text.substring(0, Math.max(slash, 0))),
          Integer.parseInt(text.substring(slash + 1)));
    } catch (NumberFormatException e) {
      throw new InvalidValue("lane", text);
    }
  }

  @JsonValue
  @Override
  public String toString() {
    return chain + "/" + index;
  }
}
