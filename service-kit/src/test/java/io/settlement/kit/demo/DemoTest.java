// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.demo;

import io.settlement.kit.test.SuiteTest;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The demo service with its settings. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SuiteTest(
    classes = DemoApplication.class,
    properties = {
      "spring.application.name=demo",
      "spring.flyway.locations=classpath:db/kit,classpath:db/demo",
      "settlement.registry-view.enabled=true",
      "spring.cloud.function.definition=gas;prices",
      "spring.cloud.stream.bindings.gas-in-0.destination=settlement.gas",
      "spring.cloud.stream.bindings.gas-in-0.group=demo",
      "spring.cloud.stream.bindings.prices-in-0.destination=settlement.prices",
      "spring.cloud.stream.bindings.prices-in-0.group=demo",
      "settlement.edge.first-retry=50ms"
    })
public @interface DemoTest {}
