// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import io.swagger.v3.oas.annotations.OpenAPIDefinition;
import io.swagger.v3.oas.annotations.info.Info;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** handler-registry. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
@OpenAPIDefinition(
    info =
        @Info(
            title = "handler-registry",
            version = "v1",
            description =
                "Who may talk to whom: chains, handlers, routes and validator sets, and how"
                    + " a chain gets there."))
public class RegistryApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(RegistryApplication.class, args);
  }
}
