// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

import io.settlement.events.RegistryEvent.Asset;
import io.settlement.events.RegistryEvent.HandlerState;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.HandlerId;
import io.settlement.kit.registry.RegistryView;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The handlers of transfers as the registry knows them; a "no" leaves its reason behind. */
@Component
class Handlers {
  private static final Logger log = LoggerFactory.getLogger(Handlers.class);

  private final RegistryView registry;

  Handlers(RegistryView registry) {
    this.registry = registry;
  }

  @Nullable Asset source(Transfer transfer, Content content) {
    return known(transfer, content.source(), content.sourceToken());
  }

  /** Must pay out of the books the message left from. */
  @Nullable Asset target(Transfer transfer, Content content) {
    Asset target = known(transfer, content.destination(), content.targetToken());
    if (target != null && !target.artifact().equals(transfer.artifact)) {
      return no(transfer, "ARTIFACT_MISMATCH", content.destination());
    }
    return target;
  }

  private @Nullable Asset known(Transfer transfer, HandlerId id, EvmAddress token) {
    HandlerState handler = registry.handler(id).orElse(null);
    if (handler == null) {
      return no(transfer, "UNKNOWN_HANDLER", id);
    }
    Asset asset = handler.asset().orElse(null);
    return asset != null && asset.token().equals(token)
        ? asset
        : no(transfer, "TOKEN_MISMATCH", id);
  }

  private static @Nullable Asset no(Transfer transfer, String reason, HandlerId handler) {
    transfer.unbooked = reason + " " + handler;
    log.atWarn().addKeyValue("txid", transfer.txid).log("not booked: {}", transfer.unbooked);
    return null;
  }
}
