// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import static org.assertj.core.api.Assertions.assertThat;

import io.settlement.events.value.ChainName;
import io.settlement.events.value.EvmAddress;
import io.settlement.events.value.Gas;
import io.settlement.events.value.HandlerId;
import io.settlement.events.value.Hash;
import io.settlement.events.value.LaneId;
import io.settlement.events.value.RouteId;
import io.settlement.events.value.TokenAmount;
import io.settlement.events.value.TxId;
import io.settlement.events.value.Wei;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

class DefaultsTest {
  private static final String ADDRESS = "0x" + "1f".repeat(20);

  @ConfigurationProperties("values")
  record Values(
      TxId txid,
      Hash hash,
      ChainName chain,
      EvmAddress address,
      HandlerId handler,
      RouteId route,
      LaneId lane,
      Wei wei,
      TokenAmount amount,
      Gas gas,
      Map<String, Wei> byName) {}

  @Configuration(proxyBeanMethods = false)
  @EnableConfigurationProperties(Values.class)
  static class Settings {}

  private final ApplicationContextRunner context =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(DefaultsAutoConfiguration.class));

  @Test
  void everyValueTypeIsAConfigurationValue() {
    context
        .withUserConfiguration(Settings.class)
        .withPropertyValues(
            "values.txid=0x" + "ab".repeat(32),
            "values.hash=0x" + "cd".repeat(32),
            "values.chain=Alpha",
            "values.address=" + ADDRESS,
            "values.handler=Alpha:" + ADDRESS,
            "values.route=Alpha:" + ADDRESS + ">Beta:" + ADDRESS,
            "values.lane=Alpha/2",
            "values.wei=340282366920938463463374607431768211456",
            "values.amount=7",
            "values.gas=21000",
            "values.by-name.one=1")
        .run(
            started -> {
              Values values = started.getBean(Values.class);
              assertThat(values.handler().toString()).isEqualTo("Alpha:" + ADDRESS);
              assertThat(values.route().to().chain()).isEqualTo(new ChainName("Beta"));
              assertThat(values.lane()).isEqualTo(new LaneId(new ChainName("Alpha"), 2));
              assertThat(values.wei().value().bitLength()).isEqualTo(129);
              assertThat(values.gas()).isEqualTo(new Gas(21_000));
              assertThat(values.byName()).containsEntry("one", Wei.of(1));
              assertThat(values).hasNoNullFieldsOrProperties();
            });
  }

  @Test
  void aConfigurationValueThatCannotBeIsRefusedAtStart() {
    context
        .withUserConfiguration(Settings.class)
        .withPropertyValues("values.txid=0x12")
        .run(started -> assertThat(started).hasFailed());
  }

  @Test
  void theClockIsUtcUntilAServiceBringsItsOwn() {
    context.run(
        started -> assertThat(started.getBean(Clock.class).getZone()).isEqualTo(ZoneOffset.UTC));
    Clock own = Clock.tickSeconds(ZoneOffset.UTC);
    context
        .withBean(Clock.class, () -> own)
        .run(started -> assertThat(started.getBean(Clock.class)).isSameAs(own));
  }

  @Test
  void everythingThatConfiguresAServiceIsStrongerThanTheDefaults() {
    StandardEnvironment environment = new StandardEnvironment();
    environment
        .getPropertySources()
        .addLast(new MapPropertySource("own", Map.of("spring.jpa.open-in-view", "true")));

    new DefaultsPostProcessor()
        .postProcessEnvironment(environment, new org.springframework.boot.SpringApplication());

    assertThat(environment.getProperty("spring.jpa.open-in-view")).isEqualTo("true");
    assertThat(value(environment, "spring.jpa.hibernate.ddl-auto")).isEqualTo("validate");
    assertThat(value(environment, "spring.datasource.hikari.maximum-pool-size")).isEqualTo("8");
  }

  private static String value(Environment environment, String name) {
    return environment.getRequiredProperty(name);
  }
}
