// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.courier;

import io.settlement.relayer.courier.Equivocations.Equivocation;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows evidence against validators. */
@Tag(name = "Validators")
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/equivocations")
class EquivocationController {
  private static final int MOST = 200;

  private final Equivocations equivocations;

  EquivocationController(Equivocations equivocations) {
    this.equivocations = equivocations;
  }

  @GetMapping
  @Operation(
      operationId = "listEquivocations",
      summary = "Validators who signed two things about one message, the newest first")
  List<Equivocation> latest() {
    return equivocations.latest(MOST);
  }
}
