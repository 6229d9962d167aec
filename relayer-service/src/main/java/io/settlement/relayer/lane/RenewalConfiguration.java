// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.lane;

import io.settlement.relayer.role.ConditionalOnRole;
import io.settlement.relayer.role.Role;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/** Where work gets other signatures. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnRole(Role.COURIER)
class RenewalConfiguration {

  @Bean
  Renewals renewals(JdbcClient jdbc, JsonMapper json, Clock clock) {
    return new Renewals(jdbc, json, clock);
  }
}
