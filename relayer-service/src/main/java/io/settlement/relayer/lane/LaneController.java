// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows the lanes and lets parked ones work again. */
@Tag(name = "Operations")
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/lanes")
class LaneController {
  private static final Logger log = LoggerFactory.getLogger(LaneController.class);

  private final JdbcClient jdbc;
  private final LeaseTable leases;
  private final LaneSettings settings;

  LaneController(JdbcClient jdbc, LeaseTable leases, LaneSettings settings) {
    this.jdbc = jdbc;
    this.leases = leases;
    this.settings = settings;
  }

  /** Every lane that was ever worked on. */
  @GetMapping
  @Operation(
      operationId = "listLanes",
      summary = "Lanes: owner, nonces, money, alarms, work waiting and on its way")
  List<LaneReport> lanes() {
    return LaneReport.all(jdbc, settings);
  }

  /** What is on its way is followed; nothing new is signed until the lane is resumed. */
  @PostMapping("/{chain}/{index}/pause")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(
      operationId = "pauseLane",
      summary = "Let a lane sign nothing new; others of its chain take its work")
  void pause(@PathVariable ChainName chain, @PathVariable int index) {
    LaneId lane = new LaneId(chain, index);
    if (!leases.pause(lane)) {
      throw Problem.notFound("lane-unknown", "lane " + lane + " was never worked on");
    }
    log.atInfo().addKeyValue("lane", lane).log("lane paused by an operator");
  }

  /**
   * A paused lane goes on where it was; a parked one, after an operator has looked at its key, from
   * the chain's own nonce.
   */
  @PostMapping("/{chain}/{index}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(operationId = "resumeLane", summary = "Let a paused or parked lane work again")
  void resume(@PathVariable ChainName chain, @PathVariable int index) {
    LaneId lane = new LaneId(chain, index);
    if (!leases.resume(lane) && !leases.unpause(lane)) {
      throw Problem.conflict("lane-not-parked", "lane " + lane + " is neither parked nor paused");
    }
    log.atInfo().addKeyValue("lane", lane).log("lane resumed by an operator");
  }
}
