// SPDX-License-Identifier: Apache-2.0
package io.settlement.registry;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** handler-registry. */
@SpringBootApplication
public class RegistryApplication {

  /** Starts it. */
  public static void main(String[] args) {
    SpringApplication.run(RegistryApplication.class, args);
  }
}
