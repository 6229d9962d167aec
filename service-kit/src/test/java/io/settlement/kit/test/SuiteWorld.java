// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.test;

import java.util.Map;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Points a context at a database and a broker that nobody else uses. */
public final class SuiteWorld implements ApplicationContextInitializer<GenericApplicationContext> {

  @Override
  public void initialize(GenericApplicationContext context) {
    KafkaBroker broker = KafkaBroker.start();
    // A bean, so that it ends after everything that still speaks to it.
    context.registerBean(KafkaBroker.class, () -> broker);
    TestPropertyValues.of(
            Map.of(
                "spring.datasource.url",
                Databases.fresh(),
                "spring.datasource.username",
                "postgres",
                "spring.datasource.password",
                "postgres",
                "spring.kafka.bootstrap-servers",
                broker.address(),
                "settlement.security.internal-key-file",
                TestTokens.keyFile().toString()))
        .applyTo(context);
  }
}
