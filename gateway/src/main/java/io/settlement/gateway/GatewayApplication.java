// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** gateway. */
@SpringBootApplication
@OpenAPIDefinition(
    info =
        @Info(
            title = "gateway",
            version = "v1",
            description = "Where each message stands and what happened to it."))
@ConfigurationPropertiesScan
@EnableScheduling
public class GatewayApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
