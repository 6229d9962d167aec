// SPDX-License-Identifier: Apache-2.0
package io.settlement.kit.goodbye;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.core.Ordered;

/** Before every other filter. */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableConfigurationProperties(GoodbyeSettings.class)
class GoodbyeAutoConfiguration {

  @Bean
  Goodbye goodbye(GoodbyeSettings settings) {
    return new Goodbye(settings.patience());
  }

  @Bean
  FilterRegistrationBean<Goodbye> goodbyeFilter(Goodbye goodbye) {
    FilterRegistrationBean<Goodbye> filter = new FilterRegistrationBean<>(goodbye);
    filter.setOrder(Ordered.HIGHEST_PRECEDENCE);
    filter.setAsyncSupported(true);
    return filter;
  }
}
