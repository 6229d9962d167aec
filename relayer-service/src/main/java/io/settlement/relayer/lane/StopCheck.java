// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.relayer.limit.Stop;
import io.settlement.relayer.limit.Stopped;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a lane may not sign because something stands still. Asked before every signature. */
final class StopCheck {
  private StopCheck() {}

  /** Purposes that nothing is signed for on a chain. */
  static Set<Purpose> stopped(Stopped now, ChainName chain) {
    Set<Purpose> stopped = EnumSet.noneOf(Purpose.class);
    if (now.deliveries(chain).isPresent()) {
      stopped.add(Purpose.DELIVER);
    }
    if (now.ends(chain).isPresent()) {
      stopped.add(Purpose.EXPIRE);
      stopped.add(Purpose.CALL_BACK);
    }
    if (now.everything(chain).isPresent()) {
      stopped.add(Purpose.REFUND);
    }
    return stopped;
  }

  /**
   * What stops one message although its chain goes on: its route, its handlers, where it is from.
   */
  static Optional<Stop> stop(Stopped now, Work work) {
    return switch (work) {
      case Work.Deliver it -> now.admission(it.message().route());
      case Work.PayOut it -> now.admission(it.message().route());
      case Work.Expire it -> now.everything(it.message().from().chain());
      case Work.CallBack it -> now.everything(it.target().chain());
      case Work.Refund it -> Optional.empty();
    };
  }
}
