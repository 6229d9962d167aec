// SPDX-License-Identifier: Apache-2.0
package io.settlement.gas;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts gas-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class GasApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(GasApplication.class, args);
  }
}
