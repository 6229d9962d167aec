// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.limit;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.InvalidValue;
import io.settlement.events.value.RouteId;

/** What kind of thing a stop is about. */
public enum Scope {
  /** A chain by its name: what comes from it or goes to it. */
  CHAIN,
  /** One direction between two handlers, {@code Chain:0x…>Chain:0x…}. */
  ROUTE,
  /** A handler, {@code Chain:0x…}: what it sends or would receive. */
  HANDLER;

  /**
   * The one way to write a subject of this kind.
   *
   * @throws InvalidValue when it cannot be one
   */
  String canonical(String subject) {
    return switch (this) {
      case CHAIN -> new ChainName(subject).value();
      case ROUTE -> RouteId.parse(subject).toString();
      case HANDLER -> HandlerId.parse(subject).toString();
    };
  }
}
