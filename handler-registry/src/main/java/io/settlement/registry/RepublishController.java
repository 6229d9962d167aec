// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Puts the whole book on the topic again, for instance after the topic was lost. */
@Tag(name = "Operations")
@RestController
class RepublishController {
  private final RouteBook book;

  RepublishController(RouteBook book) {
    this.book = book;
  }

  /**
   * How much was put into the outbox.
   *
   * @param facts one for each chain, validator set, handler and route
   */
  record Republished(int facts) {}

  @Operation(operationId = "republishRegistry", summary = "Put the whole book on the topic again")
  @PostMapping("/v1/registry/republish")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @OperatorOnly
  Republished republish() {
    return new Republished(book.republish());
  }
}
