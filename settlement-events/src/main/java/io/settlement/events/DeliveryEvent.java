// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.TxId;
import java.time.Instant;

/** Work of the lanes. Topic {@link Topics#DELIVERIES}, key lane, internal to relayer-service. */
public sealed interface DeliveryEvent extends SuiteEvent {

  /** The lane. */
  LaneId lane();

  @Override
  default String key() {
    return lane().toString();
  }

  @Override
  default Topic<DeliveryEvent> topic() {
    return Topics.DELIVERY_EVENTS;
  }

  /**
   * An intent row waits on this lane.
   *
   * @param purpose DELIVER, CALL_BACK or REFUND
   */
  @JsonTypeName("DeliveryQueued")
  record DeliveryQueued(LaneId lane, TxId txid, String purpose, Instant at)
      implements DeliveryEvent {}
}
