// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.SpringApplication;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class RoleEnvironmentTest {
  private static final String FUNCTIONS = "spring.cloud.function.definition";

  @Test
  void runsTheFunctionsOfTheActiveRolesOnly() {
    assertThat(derived(Map.of("settlement.relayer.roles", "courier")).getProperty(FUNCTIONS))
        .isEqualTo("a;b");
    assertThat(
            derived(Map.of("settlement.relayer.roles", "observer,validator,courier"))
                .getProperty(FUNCTIONS))
        .isEqualTo("a;b;v");
    assertThat(derived(Map.of("settlement.relayer.roles", "observer")).getProperty(FUNCTIONS))
        .isEmpty();
  }

  @Test
  void readsTheValidatorsAddressFromItsKeystoreWithoutOpeningIt() {
    StandardEnvironment environment =
        derived(
            Map.of(
                "settlement.relayer.roles",
                "validator",
                "settlement.relayer.validator.keystore",
                "src/test/resources/keys/validator-1.json"));

    assertThat(environment.getProperty(RoleEnvironment.VALIDATOR_ADDRESS))
        .isEqualTo("0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
  }

  @Test
  void leavesAnUnreadableKeystoreToTheOneWhoOpensIt() {
    StandardEnvironment environment =
        derived(
            Map.of(
                "settlement.relayer.roles",
                "validator",
                "settlement.relayer.validator.keystore",
                "src/test/resources/keys/none.json"));

    assertThat(environment.getProperty(RoleEnvironment.VALIDATOR_ADDRESS)).isNull();
  }

  private static StandardEnvironment derived(Map<String, Object> properties) {
    StandardEnvironment environment = new StandardEnvironment();
    environment.getPropertySources().addFirst(new MapPropertySource("test", properties));
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "yml",
                Map.of(
                    "settlement.relayer.functions.courier",
                    "a;b",
                    "settlement.relayer.functions.validator",
                    "v")));
    new RoleEnvironment().postProcessEnvironment(environment, new SpringApplication());
    return environment;
  }
}
