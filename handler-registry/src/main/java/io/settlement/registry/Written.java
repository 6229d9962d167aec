// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.settlement.events.RegistryEvent;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/**
 * What a PUT led to.
 *
 * @param state what the book says now
 * @param effect what had to change for that
 */
public record Written<S extends RegistryEvent>(S state, Effect effect) {

  public enum Effect {
    /** It was not in the book. */
    CREATED,
    /** It was, and said something else. */
    CHANGED,
    /** It said this already: no fact was published. */
    UNCHANGED
  }

  ResponseEntity<S> toResponse() {
    return ResponseEntity.status(effect == Effect.CREATED ? HttpStatus.CREATED : HttpStatus.OK)
        .body(state);
  }
}
