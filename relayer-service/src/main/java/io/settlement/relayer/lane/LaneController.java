// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.LaneId;
import io.settlement.kit.problem.Problem;
import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import io.swagger.v3.oas.annotations.Operation;
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
@RestController
@ConditionalOnRole(Role.COURIER)
@RequestMapping("/v1/lanes")
class LaneController {
  private static final Logger log = LoggerFactory.getLogger(LaneController.class);

  private final JdbcClient jdbc;
  private final LeaseTable leases;

  LaneController(JdbcClient jdbc, LeaseTable leases) {
    this.jdbc = jdbc;
    this.leases = leases;
  }

  /** Every lane that was ever worked on. */
  @GetMapping
  @Operation(summary = "Lanes: owner, nonce, work waiting and on its way")
  List<LaneReport> lanes() {
    return jdbc.sql(
            """
            SELECT l.*, l.lease_until > now() AS working,
                   coalesce(i.ready, 0) AS ready, coalesce(i.sent, 0) AS sent,
                   coalesce(i.mined, 0) AS mined, coalesce(i.parked, 0) AS parked,
                   (SELECT count(*) FROM submission s WHERE s.lane = l.lane AND s.state = 'OPEN')
                     AS in_flight
              FROM lane l LEFT JOIN (
                SELECT lane, count(*) FILTER (WHERE state = 'READY') AS ready,
                       count(*) FILTER (WHERE state = 'SENT') AS sent,
                       count(*) FILTER (WHERE state = 'MINED') AS mined,
                       count(*) FILTER (WHERE state = 'PARKED') AS parked
                  FROM intent WHERE state <> 'DONE' GROUP BY lane) i ON i.lane = l.lane
             ORDER BY l.lane
            """)
        .query(LaneReport::read)
        .list();
  }

  /** After an operator has looked at the key: goes on from the chain's own nonce. */
  @PostMapping("/{chain}/{index}/resume")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @PreAuthorize("hasAuthority('SCOPE_operator')")
  @Operation(summary = "Let a parked lane work again from the chain's own nonce")
  void resume(@PathVariable ChainName chain, @PathVariable int index) {
    LaneId lane = new LaneId(chain, index);
    if (!leases.resume(lane)) {
      throw Problem.conflict("lane-not-parked", "lane " + lane + " is not parked");
    }
    log.atInfo().addKeyValue("lane", lane).log("lane resumed by an operator");
  }
}
