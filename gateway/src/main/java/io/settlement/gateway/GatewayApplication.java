// SPDX-License-Identifier: Apache-2.0
package io.settlement.gateway;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(GatewayApplication.class, args);
  }
}
