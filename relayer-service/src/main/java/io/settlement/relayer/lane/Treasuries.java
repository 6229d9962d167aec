// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import java.util.List;
import java.util.Optional;

/** Who tops submitters up. */
record Treasuries(List<LaneKeySettings.Treasury> all) {

  Optional<LaneKeySettings.Treasury> of(ChainName chain) {
    return all.stream().filter(one -> one.chain().equals(chain)).findFirst();
  }
}
