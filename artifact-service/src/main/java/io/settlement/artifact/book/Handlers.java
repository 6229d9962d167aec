// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact.book;

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

  @Nullable HandlerState source(Transfer transfer, Content content) {
    return known(transfer, content.source(), content.sourceToken());
  }

  /** Must pay out of the books the message left from. */
  @Nullable HandlerState target(Transfer transfer, Content content) {
    HandlerState target = known(transfer, content.destination(), content.targetToken());
    if (target != null && !target.artifact().equals(transfer.artifact)) {
      return no(transfer, "ARTIFACT_MISMATCH", target.handler());
    }
    return target;
  }

  private @Nullable HandlerState known(Transfer transfer, HandlerId id, EvmAddress token) {
    HandlerState handler = registry.handler(id).orElse(null);
    if (handler == null) {
      return no(transfer, "UNKNOWN_HANDLER", id);
    }
    return handler.token().equals(token) ? handler : no(transfer, "TOKEN_MISMATCH", id);
  }

  private static @Nullable HandlerState no(Transfer transfer, String reason, HandlerId handler) {
    transfer.unbooked = reason + " " + handler;
    log.atWarn().addKeyValue("txid", transfer.txid).log("not booked: {}", transfer.unbooked);
    return null;
  }
}
