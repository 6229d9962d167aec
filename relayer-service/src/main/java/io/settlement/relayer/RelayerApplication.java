// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** Starts the roles named in {@code settlement.relayer.roles}. */
@SpringBootApplication
@EnableConfigurationProperties(RelayerSettings.class)
public class RelayerApplication {

  /** Runs until it is told to stop. */
  public static void main(String[] args) {
    SpringApplication.run(RelayerApplication.class, args);
  }
}
