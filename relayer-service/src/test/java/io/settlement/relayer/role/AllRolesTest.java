// SPDX-License-Identifier: Apache-2.0
package io.settlement.relayer.role;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.core.env.Environment;

class AllRolesTest extends EveryRole {
  @Autowired private ApplicationContext context;
  @Autowired private Environment environment;

  @Test
  void oneProcessCanHaveEveryRole() {
    assertThat(context.containsBean("observers")).isTrue();
    assertThat(context.containsBean("attesters")).isTrue();
    assertThat(context.containsBean("courier")).isTrue();
  }

  @Test
  void whoHoldsAValidatorsKeyChoosesItsNodesByNoWordOfOthers() {
    assertThat(context.containsBean("registryFollower")).isTrue();
    assertThat(context.containsBean("serviceLevelFollower")).isFalse();
  }

  @Test
  void aValidatorReadsMessagesInAGroupNamedByItsAddress() {
    assertThat(environment.getProperty("spring.cloud.stream.bindings.attest-in-0.group"))
        .isEqualTo("validator-0x70997970c51812dc3a010c7d01b50e0d17dc79c8");
    assertThat(environment.getProperty("spring.cloud.function.definition")).contains("attest");
  }
}
