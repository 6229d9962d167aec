// SPDX-License-Identifier: Apache-2.0
package io.settlement.events;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import java.time.Instant;

/** A fact that crossed a service border. Its JSON names its type with a stable word. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
public sealed interface SuiteEvent
    permits MessageEvent,
        AttestationEvent,
        GasEvent,
        RegistryEvent,
        PriceEvent,
        ArtifactEvent,
        TransactionEvent,
        GasBooksEvent,
        VaultEvent,
        PsbtEvent,
        PauseEvent,
        LiquidityEvent,
        ServiceLevelEvent,
        DeliveryEvent {

  /** When its writer recorded it. */
  Instant at();

  /** The Kafka key: facts of one key keep their order. */
  @JsonIgnore
  String key();

  /** The topic it belongs to. */
  @JsonIgnore
  Topic<? extends SuiteEvent> topic();

  /** The stable word for this type on the wire. */
  @JsonIgnore
  default String typeName() {
    return typeName(getClass());
  }

  /** The stable word of a type on the wire. */
  static String typeName(Class<? extends SuiteEvent> type) {
    JsonTypeName name = type.getAnnotation(JsonTypeName.class);
    if (name == null) {
      throw new IllegalStateException(type + " has no @JsonTypeName");
    }
    return name.value();
  }
}
