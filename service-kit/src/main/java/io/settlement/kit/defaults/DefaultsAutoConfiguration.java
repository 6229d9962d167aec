// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.defaults;

import io.swagger.v3.core.converter.ModelConverter;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigureOrder;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.ConfigurationPropertiesBinding;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/**
 * The clock, value types as configuration values, path variables and parameters, and what the API's
 * description says of records.
 */
@AutoConfiguration
@AutoConfigureOrder(Ordered.HIGHEST_PRECEDENCE)
public class DefaultsAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  Clock clock() {
    return Clock.systemUTC();
  }

  @Bean
  @ConfigurationPropertiesBinding
  static ValueConverter valueConverter() {
    return new ValueConverter();
  }

  @Bean
  static ModelConverter recordNullness() {
    return new RecordNullness();
  }
}
