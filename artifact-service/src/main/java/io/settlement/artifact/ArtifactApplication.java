// SPDX-License-Identifier: Apache-2.0
package io.settlement.artifact;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.scheduling.annotation.EnableScheduling;

/** Starts artifact-service. */
@SpringBootApplication
@ConfigurationPropertiesScan
@EnableScheduling
public class ArtifactApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(ArtifactApplication.class, args);
  }
}
